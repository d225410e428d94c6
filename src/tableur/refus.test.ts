import { describe, expect, test } from 'vitest';
import { archive, classeur, classeurOds, documentWord, octets } from './essais/archives.ts';
import { lireDocument, reconnaitreFormat, verifierTaille } from './index.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
const UNE_CELLULE = '<row r="1"><c r="A1" t="inlineStr"><is><t>Action</t></is></c></row>';

describe('un fichier qui n’est pas lu dit pourquoi et que faire', () => {
  test.each([
    ['vide', new Uint8Array(), 'plan.xlsx', 'tableur.vide', 'Le fichier « plan.xlsx » est vide'],
    ['un texte de blancs', octets(' \n\t '), 'plan.csv', 'tableur.vide', 'est vide'],
    ['un classeur sans cellule', classeur(''), 'plan.xlsx', 'tableur.vide', 'ni tableau ni texte'],
    ['une image renommée en .xlsx', PNG, 'plan.xlsx', 'tableur.format_inconnu', 'est une image PNG'],
    [
      'un ancien classeur Excel',
      ole2('Workbook'),
      'plan.xls',
      'tableur.ancien_format',
      '« Enregistrer sous » au format .xlsx',
    ],
    ['un ancien document Word', ole2('WordDocument'), 'plan.doc', 'tableur.ancien_format', 'au format .docx'],
    ['un classeur protégé', ole2('EncryptedPackage'), 'plan.xlsx', 'tableur.chiffre', 'protégé par un mot de passe'],
    ['une archive protégée', chiffree(classeur(UNE_CELLULE)), 'plan.xlsx', 'tableur.chiffre', 'mot de passe'],
    ['un classeur OpenDocument protégé', odsChiffre(), 'plan.ods', 'tableur.chiffre', 'mot de passe'],
    [
      'un classeur coupé au milieu',
      classeur(UNE_CELLULE).slice(0, 700),
      'plan.xlsx',
      'tableur.corrompu',
      'téléchargement interrompu',
    ],
    [
      'un classeur dont un octet a changé',
      alteree(classeur(UNE_CELLULE.repeat(20))),
      'plan.xlsx',
      'tableur.corrompu',
      'abîmé',
    ],
    ['un PDF qui n’en est pas un', octets('%PDF-1.7\nrien'), 'plan.pdf', 'tableur.corrompu', 'le PDF ne s’ouvre pas'],
    [
      'un zip de photographies',
      archive({ 'a.txt': 'a', 'b.jpg': 'b' }),
      'plan.zip',
      'tableur.format_inconnu',
      'archive ZIP',
    ],
    [
      'un texte OpenDocument',
      archive({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'plan.odt',
      'tableur.format_inconnu',
      '.docx',
    ],
    [
      'un diaporama',
      archive({ a: 'a', 'ppt/presentation.xml': '<p/>' }),
      'plan.pptx',
      'tableur.format_inconnu',
      'diaporama',
    ],
    ['un csv au guillemet jamais fermé', octets('a;b\n"c;d\ne;f'), 'plan.csv', 'tableur.corrompu', 'guillemet'],
    ['un binaire quelconque', Uint8Array.of(0, 1, 2, 3, 250), 'plan.csv', 'tableur.format_inconnu', 'Jalon lit'],
  ])('%s', async (_, contenu, nom, regle, extrait) => {
    const lu = await lireDocument(contenu, nom);
    expect(lu).toMatchObject({ ok: false, refus: { nature: 'invalide', regle } });
    if (!lu.ok) expect(lu.refus.message).toContain(extrait);
  });

  test('200 Mo : refusé sur la taille annoncée, avant même d’être lu', () => {
    const verdict = verifierTaille(200 * 1024 * 1024, 'plan.xlsx');
    expect(verdict).toMatchObject({ ok: false, refus: { regle: 'tableur.trop_gros' } });
    if (!verdict.ok) expect(verdict.refus.message).toContain('pèse 200 Mo, la limite est de 25 Mo');
  });
});

describe('un fichier fait pour nuire est arrêté avant de nuire', () => {
  test('une bombe : 60 Mo de zéros dans quelques kilooctets', async () => {
    const bombe = classeurAvec('xl/sharedStrings.xml', new Uint8Array(60 * 1024 * 1024));
    expect(bombe.byteLength).toBeLessThan(100_000);
    expect(await lireDocument(bombe, 'plan.xlsx')).toMatchObject({
      refus: { regle: 'tableur.bombe' },
    });
  });

  test('une bombe qui ment sur sa taille', async () => {
    const menteuse = classeurAvec('xl/sharedStrings.xml', new Uint8Array(60 * 1024 * 1024), 12);
    expect(await lireDocument(menteuse, 'plan.xlsx')).toMatchObject({ refus: { regle: 'tableur.bombe' } });
  });

  test('des milliers d’éléments', async () => {
    const parties = Object.fromEntries(Array.from({ length: 10_001 }, (_, rang) => [`xl/${rang}`, '']));
    expect(await lireDocument(archive(parties), 'plan.xlsx')).toMatchObject({ refus: { regle: 'tableur.bombe' } });
  });

  test('des entités XML qui se multiplient', async () => {
    const avant = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    expect(await lireDocument(classeur(UNE_CELLULE, { avant }), 'plan.xlsx')).toMatchObject({
      refus: { regle: 'tableur.xml_interdit' },
    });
  });

  test('des balises imbriquées sans fin', async () => {
    expect(await lireDocument(documentWord('<w:sdt>'.repeat(5_000)), 'plan.docx')).toMatchObject({
      refus: { regle: 'tableur.corrompu' },
    });
  });

  test('une cellule isolée à chaque bout de la feuille, sur cent mille lignes', async () => {
    const lignes = Array.from(
      { length: 1_000 },
      (_, rang) => `<row r="${rang + 1}"><c r="XFD${rang + 1}"><v>1</v></c></row>`,
    ).join('');
    expect(await lireDocument(classeur(lignes), 'plan.xlsx')).toMatchObject({
      refus: { regle: 'tableur.trop_de_cellules' },
    });
  });

  test('une ligne OpenDocument répétée un million de fois, mille fois', async () => {
    const ligne =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row>';
    expect(
      await lireDocument(classeurOds(`<table:table>${ligne.repeat(1_000)}</table:table>`), 'plan.ods'),
    ).toMatchObject({
      refus: { regle: 'tableur.trop_de_cellules' },
    });
  });

  test.each([
    '<table><tr><td '.repeat(50_000),
    `<${'a '.repeat(200_000)}`,
    '&'.repeat(300_000),
    '<p "'.repeat(20_000),
    '"'.repeat(100_001),
  ])('du HTML ou du texte mal formé est lu sans s’emballer', async (texte) => {
    const debut = performance.now();
    await lireDocument(octets(`<table><tr><td>x</td></tr></table>${texte}`), null);
    await lireDocument(octets(texte), 'plan.csv');
    expect(performance.now() - debut).toBeLessThan(5_000);
  });
});

test('le contenu décide du format, le nom ne fait que départager les textes', () => {
  const formats = [
    [classeur(UNE_CELLULE), 'plan.docx', 'xlsx'],
    [documentWord('<w:p/>'), null, 'docx'],
    [classeurOds(''), 'plan.bin', 'ods'],
    [octets('%PDF-1.4'), 'plan.xlsx', 'pdf'],
    [octets('<html><body><table></table></body></html>'), 'export.xls', 'html'],
    [octets('a;b\nc;d'), 'plan.csv', 'csv'],
    [octets('a\tb\nc\td'), null, 'texte'],
    [octets('| a | b |\n|---|---|\n| c | d |'), 'plan.txt', 'markdown'],
  ] as const;
  for (const [contenu, nom, format] of formats)
    expect(reconnaitreFormat(contenu, nom)).toEqual({ ok: true, valeur: format });
});

function ole2(flux: string): Uint8Array {
  const nom = [...flux].flatMap((signe) => [signe.charCodeAt(0), 0]);
  return Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(512).fill(0), ...nom);
}

/** Sets the bit of encryption of each entry of the directory. */
function chiffree(octetsDArchive: Uint8Array): Uint8Array {
  return modifierLeRepertoire(octetsDArchive, (vue, position) =>
    vue.setUint16(position + 8, vue.getUint16(position + 8, true) | 1, true),
  );
}

function modifierLeRepertoire(origine: Uint8Array, agir: (vue: DataView, position: number) => void): Uint8Array {
  const copie = new Uint8Array(origine);
  const vue = new DataView(copie.buffer);
  for (let position = 0; position + 4 <= copie.byteLength; position++) {
    if (vue.getUint32(position, true) === 0x02014b50) agir(vue, position);
  }
  return copie;
}

function alteree(origine: Uint8Array): Uint8Array {
  const copie = new Uint8Array(origine);
  const nom = Buffer.from(copie.buffer).indexOf('xl/worksheets/sheet1.xml');
  const position = nom + 60;
  copie[position] = (copie[position] ?? 0) ^ 0xff;
  return copie;
}

function odsChiffre(): Uint8Array {
  return archive({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': 'illisible',
    'META-INF/manifest.xml':
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
  });
}

/** A workbook one part of which is replaced; `tailleAnnoncee` is written in the directory instead of the true one. */
function classeurAvec(nom: string, contenu: Uint8Array, tailleAnnoncee?: number): Uint8Array {
  const monte = archive({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook/>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    [nom]: contenu,
  });
  if (tailleAnnoncee === undefined) return monte;
  return modifierLeRepertoire(monte, (vue, position) => {
    if (vue.getUint32(position + 24, true) === contenu.byteLength) vue.setUint32(position + 24, tailleAnnoncee, true);
  });
}
