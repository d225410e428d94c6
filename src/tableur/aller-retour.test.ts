import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lireJour } from '#socle/valeurs';
import { nettoyer } from './ecriture/index.ts';
import {
  type DocumentLu,
  ecrireClasseur,
  ecrireCsv,
  ecrireDocx,
  type FeuilleAEcrire,
  lireDocument,
  type Tableau,
  type ValeurDeCellule,
} from './index.ts';

const jour = lireJour('2024-02-15');
if (!jour) throw new Error('jour attendu');

const PLAN: FeuilleAEcrire = {
  nom: 'Plan du Finistère',
  titre: 'Plan d’actions du SGC-D du Finistère – suivi 2024',
  entetes: ['N°', 'Action', 'Pilote', 'Échéance', 'Taux', 'Agents', 'État'],
  lignes: [
    [
      '1-1',
      'Ouvrir la maison France services\nde Carhaix',
      'DDTM, en lien avec le SGAR',
      { jour },
      { pourcentage: 75 },
      2671,
      'En cours',
    ],
    ['=1+1', '+33 2 98 00 00 00', '@dmates', null, { pourcentage: 33.3 }, 0.5, null],
    ["'=x", '-5 %', '\tretrait', 'Début 2024', null, -12, 'Terminée, « sans » "reste"'],
  ],
  listes: [null, null, null, null, null, null, ['En cours', 'Terminée, « sans » "reste"', 'Abandonnée']],
  notes: ['DDTM : direction départementale des territoires et de la mer.'],
};

const ecritures: Readonly<Record<string, (feuille: FeuilleAEcrire) => Promise<Uint8Array>>> = {
  xlsx: (feuille) => ecrireClasseur([feuille], 'xlsx'),
  ods: (feuille) => ecrireClasseur([feuille], 'ods'),
  csv: async (feuille) => ecrireCsv(feuille),
  docx: async (feuille) => ecrireDocx({ titre: feuille.nom, blocs: [{ type: 'tableau', feuille }] }),
};

describe.each(Object.entries(ecritures))('écrire puis lire un plan en %s', (format, ecrire) => {
  test('redonne les mêmes textes, cellule par cellule', async () => {
    const lu = await relire(await ecrire(PLAN), `plan.${format}`);
    const avecTitre = format === 'xlsx' || format === 'ods';
    const textes = tableauDe(lu).lignes.map((ligne) =>
      ligne.cellules.map(({ texte }) => texte.replaceAll('\u00a0', ' ')),
    );
    expect(textes.slice(avecTitre ? 1 : 0, avecTitre ? 5 : 4)).toEqual([
      ['N°', 'Action', 'Pilote', 'Échéance', 'Taux', 'Agents', 'État'],
      [
        '1-1',
        'Ouvrir la maison France services\nde Carhaix',
        'DDTM, en lien avec le SGAR',
        '15/02/2024',
        '75 %',
        '2671',
        'En cours',
      ],
      ['=1+1', '+33 2 98 00 00 00', '@dmates', '', '33,3 %', '0,5', ''],
      ["'=x", '-5 %', '\tretrait', 'Début 2024', '', '-12', 'Terminée, « sans » "reste"'],
    ]);
  });

  test('vaut pour n’importe quel texte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(texteQuelconque(), { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        async (lignes) => {
          const carrees = lignes.map((ligne): ValeurDeCellule[] => [
            `r${ligne.length}`,
            ligne[0] ?? '',
            ligne[1] ?? '',
          ]);
          const feuille: FeuilleAEcrire = { nom: 'F', entetes: ['A', 'B', 'fin'], lignes: carrees };
          const lu = tableauDe(await relire(await ecrire(feuille), `f.${format}`));
          const textes = lu.lignes.slice(1).map((ligne) => ligne.cellules.map(({ texte }) => texte));
          expect(textes).toEqual(carrees.map((ligne) => ligne.map((valeur) => attendu(String(valeur)))));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('ce que les classeurs gardent en plus du texte', () => {
  test.each([
    'xlsx',
    'ods',
  ] as const)('les dates, les pourcentages et les nombres restent des valeurs en %s', async (format) => {
    const [, , premiere] = tableauDe(await relire(await ecrireClasseur([PLAN], format), null)).lignes;
    expect(premiere?.cellules[3]).toMatchObject({ jour: '2024-02-15', texte: '15/02/2024', formule: false });
    expect(premiere?.cellules[4]).toMatchObject({ nombre: 0.75, pourcentage: true });
    expect(premiere?.cellules[5]).toMatchObject({ nombre: 2671, pourcentage: false });
  });

  test.each(['xlsx', 'ods'] as const)('un texte « =1+1 » n’est pas une formule en %s', async (format) => {
    const lu = await relire(await ecrireClasseur([PLAN], format), null);
    expect(tableauDe(lu).lignes[3]?.cellules[0]).toMatchObject({ texte: '=1+1', formule: false });
    expect(lu.remarques.filter(({ gravite }) => gravite === 'avertissement')).toEqual([]);
  });

  test.each([
    'xlsx',
    'ods',
  ] as const)('plusieurs feuilles gardent leur ordre et leur nom, rendu acceptable, en %s', async (format) => {
    const noms = ['Plan : 2024/2025', 'Plan : 2024/2025', 'Un nom de feuille beaucoup trop long pour Excel'];
    const lu = await relire(
      await ecrireClasseur(
        noms.map((nom) => ({ ...PLAN, nom })),
        format,
      ),
      null,
    );
    expect(lu.blocs.map((bloc) => bloc.type === 'tableau' && bloc.nom)).toEqual([
      'Plan   2024 2025',
      'Plan   2024 2025 (2)',
      'Un nom de feuille beaucoup trop',
    ]);
  });
});

test('le csv porte la marque UTF-8, des points-virgules, des fins de ligne Windows et aucune formule', () => {
  const octets = ecrireCsv(PLAN);
  const texte = new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets);
  expect(texte.startsWith('\ufeffN°;Action;Pilote;Échéance;Taux;Agents;État\r\n')).toBe(true);
  expect(texte).toContain(`\r\n'=1+1;'+33 2 98 00 00 00;'@dmates;;33,3\u00a0%;0,5;\r\n`);
});

test('un document Word redonne ses titres, ses paragraphes et ses tableaux dans l’ordre', async () => {
  const octets = ecrireDocx({
    titre: 'Relevé de décisions',
    blocs: [
      { type: 'titre', niveau: 1, texte: 'Décisions' },
      { type: 'paragraphe', texte: 'Comité du 15 février 2024, à Quimper.' },
      {
        type: 'tableau',
        feuille: {
          nom: '',
          entetes: ['Décision', 'Pilote'],
          lignes: [['Relancer les préfectures', 'DMATES']],
          notes: ['Fin.'],
        },
      },
    ],
  });
  const lu = await relire(octets, 'releve.docx');
  expect(
    lu.blocs.map((bloc) => (bloc.type === 'tableau' ? 'tableau' : `${bloc.titre ? '# ' : ''}${bloc.texte}`)),
  ).toEqual(['# Relevé de décisions', '# Décisions', 'Comité du 15 février 2024, à Quimper.', 'tableau', 'Fin.']);
});

async function relire(octets: Uint8Array, nom: string | null): Promise<DocumentLu> {
  const lu = await lireDocument(octets, nom);
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
}

function tableauDe(document: DocumentLu): Tableau {
  const tableau = document.blocs.find((bloc) => bloc.type === 'tableau');
  if (!tableau) throw new Error('tableau attendu');
  return tableau;
}

/** Unicode of every kind, and what breaks readers: separators, quotes, signs of formulas, blanks at both ends. */
function texteQuelconque(): fc.Arbitrary<string> {
  const piege = fc.constantFrom(
    ';',
    ',',
    '"',
    '""',
    "'",
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\n',
    '\r\n',
    ' ',
    '  ',
    '\u00a0',
    '<b>',
    '&amp;',
    ']]>',
    '_x000D_',
    '_x005F_',
    '\u0001',
    'é',
    '|',
    '\ufeff',
  );
  return fc
    .array(
      fc.oneof(piege, fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ unit: 'grapheme', maxLength: 5 })),
      { maxLength: 6 },
    )
    .map((morceaux) => morceaux.join(''));
}

/** What is promised: the text, without what no file can hold, and nothing for blanks alone. */
function attendu(texte: string): string {
  const propre = nettoyer(texte);
  return propre.trim() === '' ? '' : propre;
}
