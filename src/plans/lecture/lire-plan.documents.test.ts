import { describe, expect, test } from 'vitest';
import { document, paragraphe, tableau } from './essais/grilles.ts';
import { lire, lireTableau } from './essais/lire.ts';
import { listerTableaux, versJSON } from './index.ts';

describe('les documents', () => {
  test('plusieurs tableaux de mêmes colonnes font un seul plan, leurs titres en sont les axes', () => {
    const entetes = ['Action', 'Pilote'];
    const plan = lire(
      document(
        [
          paragraphe('Feuille de route de la préfecture de l’Ille-et-Vilaine'),
          paragraphe('Accueil', true),
          tableau([entetes, ['Ouvrir le samedi', 'DDTM']]),
          paragraphe('Numérique', true),
          tableau([entetes, ['Équiper les agents', 'SGCD']]),
          paragraphe('Fait à Rennes.'),
        ],
        'docx',
      ),
    );
    expect(plan.titre).toBe('Feuille de route de la préfecture de l’Ille-et-Vilaine');
    expect(plan.actions.map(({ axes, intitule }) => [axes, intitule])).toEqual([
      [['Accueil'], 'Ouvrir le samedi'],
      [['Numérique'], 'Équiper les agents'],
    ]);
    expect(plan.horsTableau).toEqual(['Accueil', 'Fait à Rennes.']);
  });

  test('le tableau qui ressemble à un plan est choisi, les autres sont signalés et gardés', () => {
    const contacts = tableau([
      ['Service', 'Téléphone'],
      ['DDTM', '02 00 00 00 00'],
    ]);
    const actions = tableau([
      ['Action', 'Pilote'],
      ['Ouvrir', 'DDTM'],
    ]);
    const plan = lire(document([contacts, actions]));
    expect(plan.actions).toHaveLength(1);
    expect(plan.horsTableau).toEqual(['Service | Téléphone', 'DDTM | 02 00 00 00 00']);
    expect(plan.anomalies.map(({ message }) => message)).toEqual([expect.stringContaining('le tableau n° 1')]);
    expect(lire(document([contacts, actions]), { tableau: 0 }).actions).toEqual([]);
    expect(listerTableaux(document([contacts, actions])).map(({ retenu }) => retenu)).toEqual([false, true]);
  });

  test('un document en fiches : une mission, son objectif, ses dates et ses taux', () => {
    const fiche = (numero: number, mission: string) => [
      paragraphe(`${numero} - Mission : ${mission}`, true),
      paragraphe('Objectif :accompagner les services'),
      paragraphe('Description : ateliers et conseil'),
      tableau([
        ['échéance', '11 mai', '1er juin'],
        ['Taux de réalisation', '75%', '85 %'],
      ]),
    ];
    const plan = lire(
      document(
        [
          paragraphe('REPRISE'),
          paragraphe('BUREAU'),
          ...fiche(1, 'Transformer'),
          ...fiche(2, 'Piloter'),
          paragraphe('Fin.'),
        ],
        'docx',
      ),
      { nomDeFichier: 'reprise-2021.docx' },
    );
    expect(plan.titre).toBe('REPRISE – BUREAU');
    expect(plan.actions).toMatchObject([
      {
        code: '1',
        intitule: 'Transformer',
        miseEnOeuvre: 'Objectif : accompagner les services\nDescription : ateliers et conseil',
        echeancesTexte: '1er juin',
        trajectoire: [{ date: '2021-05-11', taux: 75 }, { taux: 85 }],
      },
      { code: '2', intitule: 'Piloter' },
    ]);
    expect(plan.horsTableau).toEqual(['Fin.']);
  });

  test('le même document en texte brut, lignes coupées', () => {
    const texte = [
      '1 - Mission : Transformer les',
      'services',
      'Objectif :accompagner',
      'échéance 11 mai 1er juin',
      'Taux de réalisation  75% 85%',
      '2 - Mission :Piloter',
      'Description : suivre',
    ];
    const plan = lire(
      document(
        texte.map((ligne) => paragraphe(ligne)),
        'texte',
      ),
      { nomDeFichier: 'reprise-2021.txt' },
    );
    expect(plan.actions).toMatchObject([
      { code: '1', intitule: 'Transformer les services', trajectoire: [{ taux: 75 }, { taux: 85 }] },
      { code: '2', intitule: 'Piloter' },
    ]);
  });

  test('des fiches en tableaux à deux colonnes', () => {
    const fiche = (intitule: string) =>
      tableau([
        ['Action', intitule],
        ['Pilote', 'DDTM'],
        ['Échéance', '2026'],
      ]);
    const plan = lire(document([fiche('Ouvrir un guichet'), fiche('Former les agents')], 'docx'));
    expect(plan.actions.map(({ intitule, echeancesTexte }) => [intitule, echeancesTexte])).toEqual([
      ['Ouvrir un guichet', '2026'],
      ['Former les agents', '2026'],
    ]);
  });

  test('un document sans tableau ou vide le dit, et garde son texte', () => {
    const plan = lire(document([paragraphe('Relevé de décisions'), paragraphe('Le comité s’est réuni.')], 'docx'));
    expect(plan.anomalies[0]).toMatchObject({ gravite: 'erreur', message: expect.stringContaining('Aucun tableau') });
    expect(plan.horsTableau).toEqual(['Relevé de décisions', 'Le comité s’est réuni.']);
    expect(lire(document([])).anomalies[0]?.message).toContain('vide');
  });

  test('la sortie de la ligne de commande a exactement les clés du contrat', () => {
    const json = versJSON(
      lireTableau([
        ['Axe', 'Sous-axe', 'Action', 'Taux'],
        ['Accueil', 'Guichets', 'Ouvrir', '33,3 %'],
      ]),
    );
    expect(Object.keys(json)).toEqual(['plan', 'colonnes', 'actions', 'anomalies']);
    expect(json.actions[0]).toEqual({
      ligne: 2,
      code: null,
      axe: 'Accueil › Guichets',
      intitule: 'Ouvrir',
      miseEnOeuvre: null,
      pilotes: [],
      echeances: [],
      livrables: null,
      avancement: null,
      tauxRealisation: 33.3,
      trajectoire: [],
      recommandations: [],
    });
  });
});
