import { inflateRawSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { type DocumentLu, lireDocument } from '#tableur';
import type { FormatDePoint } from './commandes/exporter-point.ts';
import { feuilleDuDocument } from './document.ts';
import { unSuiviPresente } from './essais/suivis.ts';
import { ecrirePoint } from './fichier.ts';
import type { PointPresente } from './presentation.ts';

const VUE: PointPresente = {
  id: '01890000-0000-7000-8000-000000000009',
  titre: 'Comité de mars',
  jour: unSuiviPresente({}).jour ?? ('' as never),
  etat: 'arrete',
  version: 2,
  territoire: { code: 'D29', nom: 'Finistère', genitif: 'du Finistère' },
  prisLe: '2022-02-15T11:00:00.000Z',
  arreteLe: '2022-02-16T11:00:00.000Z',
  creePar: 'Préfet du Finistère',
  fermees: 0,
  tenable: true,
  aujourdhui: '2022-02-15',
  synthese: '3 réformes suivies : 1 sur sa trajectoire, 1 en recul, 1 non mesurée.',
  difficultes: [{ reforme: 'b', nom: 'Délais MDPH', raisons: ['recul de 12,25 points'], parole: null }],
  lignes: [
    unSuiviPresente({ reforme: 'a', nom: 'Fibre', taux: { valeur: '77.33', texte: '77,33\u00a0%', etat: 'en_cours' } }),
    unSuiviPresente({
      reforme: 'b',
      nom: 'Délais MDPH',
      position: 'recul',
      taux: { valeur: '0', texte: 'recul de 12,25\u00a0points', etat: 'recul' },
      ecart: { valeur: '-31.5', texte: '−31,5\u00a0points', retrait: true },
    }),
    unSuiviPresente({
      reforme: 'c',
      nom: 'Vélo',
      position: 'non_mesuree',
      taux: { valeur: null, texte: 'non mesuré', etat: 'non_mesure' },
      ecart: { valeur: null, texte: '–', retrait: false },
      meteo: null,
      jour: null,
    }),
  ].map((ligne) => ({ ...ligne, groupe: null })),
  commentaires: [
    {
      id: '1',
      reforme: null,
      texte: 'Deux lignes,\ndont « celle-ci ».',
      quand: '2022-02-15T11:00:00.000Z',
      auteur: 'Préfet du Finistère',
    },
    {
      id: '2',
      reforme: 'b',
      texte: '=SOMME(A1) n’est pas une formule',
      quand: '2022-02-15T11:00:00.000Z',
      auteur: 'Préfet du Finistère',
    },
  ],
};

/** Everything a person reads of each reform in the document: the same cells in every format. */
const CELLULES = feuilleDuDocument(VUE.lignes).lignes.map((ligne) =>
  ligne.map((cellule) => (typeof cellule === 'string' ? reduire(cellule) : null)),
);

describe('un point d’étape se relit au chiffre près', () => {
  test('en docx, cellule par cellule', async () => {
    const lu = await lire('docx');
    const tableau = lu.blocs.find((bloc) => bloc.type === 'tableau');
    const lignes = tableau?.type === 'tableau' ? tableau.lignes.slice(1) : [];
    const textes = lignes.map(({ cellules }) => cellules.map(({ texte }) => reduire(texte)));
    expect(
      textes.map((ligne, rang) => ligne.map((texte, colonne) => (CELLULES[rang]?.[colonne] == null ? null : texte))),
    ).toEqual(CELLULES);
    const corps = reduire(lu.blocs.map((bloc) => (bloc.type === 'paragraphe' ? bloc.texte : '')).join(' '));
    for (const attendu of ATTENDUS) expect(corps).toContain(reduire(attendu));
  });

  test('en odt', async () => {
    const contenu = await contenuOdt(await ecrirePoint(VUE, 'odt'));
    const corps = reduire(contenu.replace(/<[^>]+>/g, ' ').replaceAll('&amp;', '&'));
    for (const attendu of [...ATTENDUS, ...CELLULES.flat().flatMap((texte) => texte ?? [])])
      expect(corps).toContain(reduire(attendu));
  });

  test('en pdf', async () => {
    const pdf = await getDocument({ data: await ecrirePoint(VUE, 'pdf'), verbosity: 0 }).promise;
    const textes: string[] = [];
    for (let numero = 1; numero <= pdf.numPages; numero++) {
      const { items } = await (await pdf.getPage(numero)).getTextContent();
      textes.push(...items.flatMap((item) => ('str' in item ? [item.str] : [])));
    }
    await pdf.destroy();
    const corps = reduire(textes.join(' '));
    for (const attendu of [...ATTENDUS, ...CELLULES.flat().flatMap((texte) => texte ?? [])])
      expect(corps).toContain(reduire(attendu));
  });

  test('en xlsx, avec les nombres et les commentaires', async () => {
    const [reformes, commentaires] = (await lire('xlsx')).blocs;
    const lignes = reformes?.type === 'tableau' ? reformes.lignes : [];
    const entetes = lignes[1]?.cellules.map(({ texte }) => texte) ?? [];
    const colonne = (nom: string) => lignes.slice(2, 5).map(({ cellules }) => cellules[entetes.indexOf(nom)]);
    expect(colonne('Avancement').map((cellule) => reduire(cellule?.texte ?? ''))).toEqual([
      '77,33 %',
      'recul de 12,25 points',
      'non mesuré',
    ]);
    expect(colonne('Taux').map((cellule) => cellule?.nombre)).toEqual([0.7733, 0, null]);
    expect(colonne('Écart à la trajectoire (points)').map((cellule) => cellule?.nombre)).toEqual([-3, -31.5, null]);
    const dits = commentaires?.type === 'tableau' ? commentaires.lignes.flatMap(({ cellules }) => cellules) : [];
    expect(dits.map(({ texte }) => texte)).toContain('=SOMME(A1) n’est pas une formule');
    expect(dits.some(({ formule }) => formule)).toBe(false);
  });
});

const ATTENDUS = [
  VUE.titre,
  VUE.synthese,
  'Délais MDPH : recul de 12,25 points.',
  'dont « celle-ci ».',
  '=SOMME(A1) n’est pas une formule',
];

async function lire(format: FormatDePoint): Promise<DocumentLu> {
  const lu = await lireDocument(await ecrirePoint(VUE, format), `point.${format}`);
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
}

async function contenuOdt(octets: Uint8Array): Promise<string> {
  const lus = Buffer.from(octets);
  for (let ici = 0; lus.readUInt32LE(ici) === 0x04034b50; ) {
    const [plie, nom] = [lus.readUInt32LE(ici + 18), lus.readUInt16LE(ici + 26)];
    const debut = ici + 30 + nom;
    if (lus.toString('utf8', ici + 30, debut) === 'content.xml')
      return inflateRawSync(lus.subarray(debut, debut + plie)).toString('utf8');
    ici = debut + plie;
  }
  throw new Error('content.xml absent');
}

/** Spaces of every kind and line ends as one plain space: a format may break lines, never change a figure. */
function reduire(texte: string): string {
  return texte.replaceAll(/\s+/g, ' ').trim();
}
