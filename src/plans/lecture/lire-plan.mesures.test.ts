import { describe, expect, test } from 'vitest';
import { jour } from '#socle/valeurs';
import { document, fusionner, tableau } from './essais/grilles.ts';
import { graves, lire, lireTableau } from './essais/lire.ts';

describe('les mesures et les dates', () => {
  test('« 140 % » est refusé avec sa ligne et sa colonne, « 93 % » et 0,75 affiché 75 % sont lus', () => {
    const plan = lireTableau([
      ['Action', 'Pilote', 'Taux de réalisation'],
      ['Doter les agents', 'SHFD', '93 %'],
      ['Former', 'DRH', { texte: '75 %', nombre: 0.75, pourcentage: true }],
      ['Équiper', 'DNUM', '140 %'],
    ]);
    expect(plan.actions.map(({ tauxRealisation }) => tauxRealisation)).toEqual(['93', '75', null]);
    expect(graves(plan.anomalies)).toMatchObject([
      { ligne: 4, colonne: 'Taux de réalisation', gravite: 'erreur', message: expect.stringContaining('140') },
    ]);
  });

  test('une trajectoire en colonnes de dates, l’année proposée d’après le nom du fichier et jamais prise en silence', () => {
    const plan = lireTableau(
      [
        ['N°', 'Mission', 'Objectif', 'Description', 'Taux de réalisation\n11 mai', 'Taux de réalisation\n1er juin'],
        ['1', 'Piloter', 'Suivre les projets', 'Reporting', '50%', '60 %'],
        ['2', 'Loger', 'Trouver des terrains', 'Recenser', '10%', '20 %'],
      ],
      { nomDeFichier: 'reprise-2020.xlsx' },
    );
    expect(plan.actions[0]).toMatchObject({
      code: '1',
      axes: [],
      miseEnOeuvre: 'Objectif : Suivre les projets\nDescription : Reporting',
      echeancesTexte: '1er juin',
      trajectoire: [
        { texte: '11 mai', date: '2020-05-11', taux: 50 },
        { texte: '1er juin', date: '2020-06-01', taux: 60 },
      ],
    });
    expect(plan.actions[0]?.echeances[0]?.ambigu).toBe(true);
    expect(graves(plan.anomalies)).toMatchObject([
      { gravite: 'a_verifier', message: expect.stringContaining('L’année 2020, lue dans le nom du fichier') },
      { gravite: 'a_verifier' },
    ]);
  });

  test('sans année nulle part, les jalons restent sans date et on le dit', () => {
    const plan = lireTableau([
      ['Mission', 'Pilote', '11 mai', '1er juin'],
      ['Piloter', 'DITP', '50%', '60 %'],
    ]);
    expect(plan.actions[0]?.trajectoire.map(({ date }) => date)).toEqual([null, null]);
    expect(graves(plan.anomalies).length).toBeGreaterThanOrEqual(2);
  });

  test('un en-tête sur deux lignes : « Trajectoire » au-dessus de ses dates', () => {
    const simple = tableau([
      ['Action', 'Pilote', 'Taux attendu', null],
      [null, null, '30/06/2026', '31/12/2026'],
      ['Ouvrir un guichet à Morlaix', 'DDTM', '40 %', '100 %'],
    ]);
    const fusions = [
      [1, 2, 1, 3],
      [1, 0, 2, 0],
      [1, 1, 2, 1],
    ] as const;
    const table = fusions.reduce((lue, [l, c, m, d]) => fusionner(lue, [l, c], [m, d]), simple);
    const plan = lire(document([table]));
    expect(plan.actions).toHaveLength(1);
    expect(plan.actions[0]?.trajectoire.map(({ texte, taux }) => [texte, taux])).toEqual([
      ['30/06/2026', 40],
      ['31/12/2026', 100],
    ]);
  });

  test('une vraie date du fichier est prise telle quelle', () => {
    const plan = lireTableau([
      ['Action', 'Échéance'],
      ['Ouvrir', { texte: '6/30/26', jour: jour(2026, 6, 30) }],
    ]);
    expect(plan.actions[0]?.echeances).toMatchObject([{ nature: 'date', debut: '2026-06-30', texte: '6/30/26' }]);
  });

  test('la fin avant le début : aucune date retenue, les mots gardés', () => {
    const plan = lireTableau([
      ['Action', 'Date de début', 'Date de fin'],
      ['Ouvrir', '1er juin 2026', '1er mai 2026'],
      ['Fermer', '1er mai 2026', '1er juin 2026'],
    ]);
    expect(plan.actions[0]?.echeances).toMatchObject([{ nature: 'invalide', debut: null, fin: null }]);
    expect(plan.actions[1]?.echeances).toMatchObject([{ nature: 'periode', debut: '2026-05-01', fin: '2026-06-01' }]);
    expect(graves(plan.anomalies)).toMatchObject([{ ligne: 2, colonne: 'Date de fin' }]);
  });

  test('un statut inconnu n’est jamais forcé, « En retard » ne se déclare pas', () => {
    const plan = lireTableau([
      ['Action', 'Pilote', 'Statut'],
      ['Ouvrir', 'DDT', 'Clos'],
      ['Fermer', 'DDT', 'En retard'],
      ['Former', 'DDT', 'OK'],
    ]);
    expect(plan.actions.map(({ statut }) => statut)).toEqual(['terminee', null, null]);
    expect(graves(plan.anomalies).map(({ ligne }) => ligne)).toEqual([3, 4]);
  });

  test('codes en double, organisation inconnue et formule sont dits une fois, avec leurs lignes', () => {
    const plan = lireTableau([
      ['Code', 'Action', 'Pilote', 'Taux'],
      ['1-1', 'Ouvrir', 'Cellule accueil', { texte: '50 %', nombre: 0.5, pourcentage: true, formule: true }],
      ['1-1', 'Fermer', 'Cellule accueil', { texte: '60 %', nombre: 0.6, pourcentage: true, formule: true }],
    ]);
    const messages = plan.anomalies.map(({ message }) => message.replace(/\u00a0/g, ' '));
    expect(messages).toEqual([
      expect.stringContaining('Le code « 1-1 » est porté par 2 actions (lignes 2 et 3)'),
      expect.stringContaining('« Cellule accueil » ne correspond à aucune organisation connue (lignes 2 et 3)'),
      expect.stringContaining('« Taux » contient des formules (lignes 2 et 3)'),
    ]);
  });
});
