import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jour } from '#socle/valeurs';
import type { DocumentLu } from '#tableur';
import type { Anomalie } from '../regles/lecture.ts';
import { document, fusionner, paragraphe, tableau, type ValeurDEssai } from './essais/grilles.ts';
import { outilsDEssai } from './essais/outils.ts';
import { lirePlan, versJSON } from './index.ts';
import type { OptionsDeLecture } from './outils.ts';

function lire(lu: DocumentLu, options: Partial<OptionsDeLecture> = {}) {
  return lirePlan(lu, { nomDeFichier: 'suivi.xlsx', reperes: { reference: null }, ...options }, outilsDEssai);
}

function lireTableau(lignes: readonly (readonly ValeurDEssai[])[], options: Partial<OptionsDeLecture> = {}) {
  return lire(document([tableau(lignes)]), options);
}

function graves(anomalies: readonly Anomalie[]): Anomalie[] {
  return anomalies.filter(({ gravite }) => gravite !== 'information');
}

const champs = (plan: ReturnType<typeof lire>) => plan.colonnes.map(({ champ }) => champ);

describe('les en-têtes', () => {
  test('un tableau de suivi du Finistère, titre au-dessus, deux colonnes sans en-tête', () => {
    const plan = lireTableau([
      ['Suivi des chantiers du SGC-D du Finistère'],
      [null, null, 'Thème', 'Actions', 'Service porteur', 'Délai', 'Observations'],
      [
        '1',
        '1-1',
        'Accueil',
        'Ouvrir un guichet commun à Quimper',
        'SGCD en lien avec la DDTM',
        '2026',
        'Local trouvé.',
      ],
      ['2', '1-2', 'Accueil', 'Former les agents', 'DDTM', null, null],
    ]);
    expect(plan.titre).toBe('Suivi des chantiers du SGC-D du Finistère');
    expect(champs(plan)).toEqual(['numero', 'code', 'axe', 'intitule', 'pilotes', 'echeance', 'avancement']);
    expect(plan.actions.map(({ ligne, code }) => [ligne, code])).toEqual([
      [3, '1-1'],
      [4, '1-2'],
    ]);
    expect(plan.actions[0]?.pilotes.map(({ texte, role }) => [texte, role])).toEqual([
      ['SGCD', 'pilote'],
      ['DDTM', 'en_lien_avec'],
    ]);
    expect(plan.actions[1]?.echeances).toEqual([]);
    expect(plan.anomalies.filter(({ colonne }) => colonne === 'B')[0]?.message).toContain('lue comme le code');
  });

  test.each([
    [['Responsable(s) de la mise en œuvre', 'MESURES', 'Date limite', 'Réalisé'], 'pilotes intitule echeance taux'],
    [['Chef de file', 'Recommandation', 'Calendrier', 'Suivi'], 'pilotes intitule echeance avancement'],
    [['N°', 'Mission', 'Porteur', 'Échéances', '%'], 'code intitule pilotes echeance taux'],
    [['Chantier', 'Intitulé', 'Pilote', 'Contributeurs', 'Statut'], 'axe intitule pilotes en_lien_avec statut'],
    [['Action', 'Recommandations visées', 'Livrables et échéances'], 'intitule recommandation livrables_et_echeances'],
    [['Domaine', 'Objectif', 'Actions', 'Modalités', 'Concours'], 'axe sous_axe intitule mise_en_oeuvre concours'],
    [['Mesure', 'Action', 'Pilote / Responsable', 'Point de situation'], 'axe intitule pilotes avancement'],
  ])('%s', (entetes, attendu) => {
    const plan = lireTableau([entetes, entetes.map((_, rang) => (rang % 2 === 0 ? 'DDT' : null))]);
    expect(champs(plan).join(' ')).toBe(attendu);
  });

  test('les colonnes dans n’importe quel ordre donnent les mêmes actions', () => {
    const colonnes = [
      ['Axe', 'Accueil', 'Accueil', 'Numérique'],
      ['Code', 'A.1', 'A.2', 'B.1'],
      ['Action', 'Ouvrir le samedi', 'Signaler les rampes', 'Équiper les agents'],
      ['Pilote', 'DDT', 'DDETS', 'SGCD'],
      ['Échéance', 'fin 2026', '2027', '31/02/2024'],
      ['Taux de réalisation', '10 %', '20 %', '140 %'],
    ];
    const reference = lireTableau(transposer(colonnes)).actions;
    expect(reference).toHaveLength(3);
    fc.assert(
      fc.property(fc.shuffledSubarray(colonnes, { minLength: colonnes.length }), (melangees) => {
        expect(lireTableau(transposer(melangees)).actions).toEqual(reference);
      }),
    );
  });

  test('sans en-tête, rien n’est deviné : les colonnes nécessaires sont dites et le contenu est gardé', () => {
    const lignes = [
      ['Ouvrir un guichet à Brest', 'DDTM'],
      ['Former les agents', 'DDETS'],
    ];
    const plan = lireTableau(lignes);
    expect(plan.actions).toEqual([]);
    expect(plan.anomalies[0]).toMatchObject({
      gravite: 'erreur',
      message: expect.stringMatching(/colonne «\sAction\s»/),
    });
    expect(plan.horsTableau).toEqual(['Ouvrir un guichet à Brest | DDTM', 'Former les agents | DDETS']);

    const corrige = lireTableau(lignes, { correspondance: { 0: 'intitule', 1: 'pilotes' } });
    expect(corrige.actions.map(({ intitule }) => intitule)).toEqual(['Ouvrir un guichet à Brest', 'Former les agents']);
  });

  test('la correspondance corrigée par la personne l’emporte', () => {
    const plan = lireTableau(
      [
        ['Action', 'Budget', 'Pilote'],
        ['Rénover la cité administrative de Rennes', 'Marché notifié', 'SGAR'],
      ],
      { correspondance: { 1: 'avancement', 2: 'ignoree' } },
    );
    expect(plan.actions[0]).toMatchObject({ avancement: 'Marché notifié', pilotes: [] });
    expect(graves(plan.anomalies)).toEqual([]);
  });

  test('une colonne inconnue est laissée de côté et signalée', () => {
    const plan = lireTableau([
      ['Action', 'Pilote', 'Budget'],
      ['Rénover la cité administrative', 'SGAR', '12 000 €'],
    ]);
    expect(graves(plan.anomalies)).toMatchObject([{ colonne: 'Budget', gravite: 'a_verifier' }]);
  });
});

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

describe('rien ne se perd', () => {
  const mot = fc.constantFrom(
    'Ouvrir',
    'Axe 1 : moyens',
    'Total',
    'DDT',
    '50 %',
    '1-1',
    '2026',
    'NB : voir',
    'ÉQUIPER',
  );
  const texte = fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, mot, fc.stringMatching(/^[a-zé]{3,12}$/));
  const entete = fc.constantFrom(
    'Action',
    'Pilote',
    'Échéance',
    'Code',
    'Axe',
    'Taux',
    'Suivi',
    'Budget',
    '',
    'Livrables',
  );

  test('chaque cellule remplie d’un tableau quelconque se retrouve dans une action, hors tableau ou dans une anomalie', () => {
    const grille = fc.array(entete, { minLength: 2, maxLength: 6 }).chain((entetes) =>
      fc
        .array(fc.array(texte, { minLength: entetes.length, maxLength: entetes.length }), { maxLength: 8 })
        .map((corps) => ({
          entetes,
          corps,
        })),
    );
    fc.assert(
      fc.property(grille, fc.boolean(), ({ entetes, corps }, avecTitre) => {
        const lignes = [...(avecTitre ? [['Plan du Morbihan']] : []), entetes, ...corps];
        const plan = lireTableau(lignes);
        const ignorees = new Set(
          plan.colonnes
            .filter(({ champ }) => champ === 'ignoree' || champ === 'numero')
            .map(({ position }) => position),
        );
        const signalees = plan.anomalies.map(({ message }) => message).join('\n');
        const dit = normaliser([JSON.stringify(plan), signalees].join('\n'));
        for (const [rang, ligne] of corps.entries()) {
          for (const [colonne, valeur] of ligne.entries()) {
            if (
              valeur === null ||
              (ignorees.has(colonne) && plan.actions.some(({ ligne: n }) => n === rang + (avecTitre ? 3 : 2)))
            )
              continue;
            expect(dit).toContain(normaliser(valeur).replace(/ ?%/, ''));
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

function normaliser(texte: string): string {
  return texte
    .replace(/\u00a0/g, ' ')
    .replace(/’/g, "'")
    .toLowerCase();
}

function transposer(colonnes: readonly (readonly string[])[]): string[][] {
  return (colonnes[0] ?? []).map((_, rang) => colonnes.map((colonne) => colonne[rang] ?? ''));
}
