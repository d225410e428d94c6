import { describe, expect, test } from 'vitest';
import { document, fusionner, tableau } from './essais/grilles.ts';
import { graves, lire, lireTableau } from './essais/lire.ts';

describe('les lignes', () => {
  test('une cellule fusionnée vaut pour ses lignes, une cellule vide reste vide', () => {
    const simple = tableau([
      ['Axe', 'Action', 'Échéance'],
      ['Proximité', 'Ouvrir un guichet', '2026'],
      [null, 'Former les agents', null],
      ['Numérique', 'Équiper les sites', null],
    ]);
    const plan = lire(document([fusionner(simple, [2, 0], [3, 0])]));
    expect(plan.actions.map(({ axes }) => axes)).toEqual([['Proximité'], ['Proximité'], ['Numérique']]);
    expect(plan.actions.map(({ echeancesTexte }) => echeancesTexte)).toEqual(['2026', null, null]);
    expect(lire(document([simple])).actions[1]?.axes).toEqual([]);
  });

  test('une action fusionnée sur plusieurs lignes garde ses étapes', () => {
    const simple = tableau([
      ['Action', 'Pilote', 'Échéance'],
      ['Déployer la carte agent', 'SHFD', '2026'],
      [null, 'DNUM', '2027'],
      ['Évaluer', 'DITP', '2028'],
    ]);
    const plan = lire(document([fusionner(simple, [2, 0], [3, 0])]));
    expect(plan.actions).toHaveLength(2);
    expect(plan.actions[0]).toMatchObject({ echeancesTexte: '2026\n2027', pilotesTexte: 'SHFD\nDNUM' });
  });

  test('les lignes de section deviennent des axes, les en-têtes répétés et les totaux ne sont pas des actions', () => {
    const entetes = ['Action', 'Pilote', 'Taux'];
    const plan = lireTableau([
      entetes,
      ['Axe 1 : Proximité'],
      ['Objectif 1.1 : Accueil'],
      ['Ouvrir le samedi', 'DDT', '50 %'],
      ['Axe 2 : Numérique'],
      entetes,
      ['Équiper les agents', 'SGCD', '70 %'],
      ['Total', null, '60 %'],
    ]);
    expect(plan.actions.map(({ axes }) => axes)).toEqual([
      ['Axe 1 : Proximité', 'Objectif 1.1 : Accueil'],
      ['Axe 2 : Numérique'],
    ]);
    expect(plan.horsTableau).toEqual(['Total | 60 %']);
  });

  test('les notes sous le tableau sont gardées hors tableau', () => {
    const plan = lireTableau([
      ['Recommandations', 'Responsables', 'Échéance'],
      ['Recommandation n° 1 : Créer un réseau', 'CGET', { texte: '2016', nombre: 2016 }],
      [],
      ['CGET : Commissariat général à l’égalité des territoires.'],
    ]);
    expect(plan.actions).toMatchObject([{ code: '1', intitule: 'Créer un réseau', echeancesTexte: '2016' }]);
    expect(plan.actions[0]?.echeances[0]).toMatchObject({ debut: '2016-01-01', fin: '2016-12-31' });
    expect(plan.horsTableau).toEqual(['CGET : Commissariat général à l’égalité des territoires.']);
  });

  test('le code en tête de l’intitulé est détaché quand presque toutes les lignes en ont un', () => {
    const plan = lireTableau([
      ['Action', 'Pilote'],
      ['2.3 – Déployer la visioconférence', 'DNUM'],
      ['2.4 – Former les agents', 'DRH'],
    ]);
    expect(plan.actions.map(({ code, intitule }) => [code, intitule])).toEqual([
      ['2.3', 'Déployer la visioconférence'],
      ['2.4', 'Former les agents'],
    ]);
    const seule = lireTableau([
      ['Action', 'Pilote'],
      ['3 volets : accueil, conseil, suivi', 'DNUM'],
      ['Former les agents', 'DRH'],
    ]);
    expect(seule.actions[0]).toMatchObject({ code: null, intitule: '3 volets : accueil, conseil, suivi' });
  });

  test('une ligne sans intitulé n’est pas perdue : son contenu est dans l’anomalie', () => {
    const plan = lireTableau([
      ['Code', 'Action', 'Pilote'],
      ['1', 'Ouvrir', 'DDT'],
      ['2', null, 'DDETS'],
    ]);
    expect(plan.actions).toHaveLength(1);
    expect(graves(plan.anomalies)).toMatchObject([
      { ligne: 3, colonne: 'Action', gravite: 'erreur', message: expect.stringContaining('2 | DDETS') },
    ]);
  });
});
