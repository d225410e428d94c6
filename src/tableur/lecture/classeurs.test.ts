import { describe, expect, test } from 'vitest';
import { classeur, classeurOds, octets } from '../essais/archives.ts';
import { type Cellule, type DocumentLu, lireDocument, type Tableau } from '../index.ts';

describe('un classeur Excel', () => {
  const STYLES =
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="17"/><xf numFmtId="166"/></cellXfs>';
  const lireStyle = async (style: number, valeur: string) =>
    premiere(await lire(classeur(`<row r="1"><c r="A1" s="${style}"><v>${valeur}</v></c></row>`, { styles: STYLES })));

  test('une échéance réduite à une année est l’année, pas un numéro de jour', async () => {
    expect(await lireStyle(0, '2016')).toMatchObject({ texte: '2016', nombre: 2016, jour: null });
  });

  test('une date est un jour, un pourcentage garde son nombre', async () => {
    expect(await lireStyle(1, '45337')).toMatchObject({ texte: '15/02/2024', jour: '2024-02-15', nombre: null });
    expect(await lireStyle(2, '0.75')).toMatchObject({ texte: '75\u00a0%', nombre: 0.75, pourcentage: true });
    expect(await lireStyle(3, '0.3333')).toMatchObject({ texte: '33,3\u00a0%', nombre: 0.3333, pourcentage: true });
  });

  test('« févr.-24 » est un mois : le premier du mois est une invention du tableur', async () => {
    expect(await lireStyle(4, '45323')).toMatchObject({ texte: 'février 2024', jour: null });
  });

  test('un code affiché « 007 » se lit « 007 »', async () => {
    expect(await lireStyle(5, '7')).toMatchObject({ texte: '007', nombre: 7 });
  });

  test('une cellule fusionnée vaut pour toutes celles qu’elle couvre, sans inventer de ligne', async () => {
    const lignes =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Axe</t></is></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"/><c r="B2"><v>2</v></c></row><row r="3"><c r="A3"/></row>';
    const tableau = tableauDe(
      await lire(classeur(lignes, { apres: '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>' })),
    );
    expect(tableau.lignes.map(({ numero }) => numero)).toEqual([1, 2]);
    expect(tableau.lignes[1]?.cellules[0]).toMatchObject({ texte: 'Axe', fusion: { ligne: 1, colonne: 0 } });
    expect(tableau.lignes[0]?.cellules[0]).toMatchObject({ texte: 'Axe', fusion: null });
  });

  test('une formule se lit par sa dernière valeur ; sans valeur, elle est signalée', async () => {
    const lu = await lire(
      classeur('<row r="4"><c r="D4"><f>SUM(A1:A3)</f><v>12</v></c><c r="E4"><f>NOW()</f></c></row>'),
    );
    expect(tableauDe(lu).lignes[0]?.cellules[3]).toMatchObject({ texte: '12', nombre: 12, formule: true });
    expect(lu.remarques).toMatchObject([
      { gravite: 'information', ligne: 4, colonne: 3, message: expect.stringContaining('la première en D4') },
      { gravite: 'avertissement', ligne: 4, colonne: 4, message: expect.stringContaining('sans valeur calculée') },
    ]);
  });

  test('feuilles et lignes masquées sont lues et signalées', async () => {
    const lu = await lire(
      classeur('<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row>', {
        etat: ' state="hidden"',
      }),
    );
    expect(tableauDe(lu).lignes).toHaveLength(2);
    expect(lu.remarques.map(({ message }) => message)).toEqual([
      'La feuille « Plan » est masquée : elle est lue comme les autres.',
      'La feuille « Plan » a des lignes masquées ou filtrées, la première étant la ligne 2 : elles sont lues comme les autres.',
    ]);
  });

  test('une feuille qui déclare un million de lignes vides n’en coûte aucune', async () => {
    const lignes =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>seule</t></is></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>';
    const lu = await lire(classeur(lignes, { apres: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }));
    expect(tableauDe(lu).lignes).toMatchObject([{ numero: 1, cellules: [{ texte: 'seule' }] }]);
  });

  test('une cellule de 40 000 caractères est gardée entière, du HTML y reste du texte', async () => {
    const long = `&lt;b&gt;gras&lt;/b&gt; ${'é'.repeat(40_000)}`;
    expect(premiere(await lire(classeur(`<row r="1"><c t="inlineStr"><is><t>${long}</t></is></c></row>`)))?.texte).toBe(
      `<b>gras</b> ${'é'.repeat(40_000)}`,
    );
  });

  test('les morceaux mis en forme d’un texte partagé se suivent, sans leur guide de prononciation', async () => {
    const chaines =
      '<si><r><t>Plan </t></r><r><rPr><b/></rPr><t>départemental_x000D_\nsuite</t></r><rPh><t>non</t></rPh></si>';
    expect(premiere(await lire(classeur('<row r="1"><c t="s"><v>0</v></c></row>', { chaines })))?.texte).toBe(
      'Plan départemental\nsuite',
    );
  });
});

describe('un classeur OpenDocument', () => {
  test('lignes d’en-tête répétées, groupes, espaces, sauts de ligne et commentaires', async () => {
    const lu = await lire(
      classeurOds(
        `<table:table table:name="Plan"><table:table-header-rows><table:table-row>${p('Action')}</table:table-row></table:table-header-rows>` +
          `<table:table-row-group><table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>un<text:s text:c="2"/>deux\n   trois</text:p><text:p>suite</text:p></table:table-cell></table:table-row></table:table-row-group>` +
          '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
      ),
    );
    expect(tableauDe(lu).lignes.map((ligne) => ligne.cellules.map(({ texte }) => texte))).toEqual([
      ['Action'],
      ['un  deux trois\nsuite'],
    ]);
  });

  test('pourcentages, dates, fusions dans les deux sens et feuille masquée', async () => {
    const styles =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const lu = await lire(
      classeurOds(
        `<table:table table:name="Suivi" table:style-name="ta1"><table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>Axe</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="percentage" office:value="0.8"><text:p>80 %</text:p></table:table-cell></table:table-row>` +
          '<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="date" office:date-value="2024-02-15"><text:p>15/02/24</text:p></table:table-cell></table:table-row></table:table>',
        styles,
      ),
    );
    const [ligne1, ligne2] = tableauDe(lu).lignes;
    expect(ligne1?.cellules[2]).toMatchObject({ texte: '80 %', nombre: 0.8, pourcentage: true });
    expect(ligne2?.cellules).toMatchObject([
      { texte: 'Axe', fusion: { ligne: 1, colonne: 0 } },
      { texte: 'Axe', fusion: { ligne: 1, colonne: 0 } },
      { texte: '15/02/2024', jour: '2024-02-15' },
    ]);
    expect(lu.remarques).toMatchObject([
      { gravite: 'avertissement', message: expect.stringContaining('« Suivi » est masquée') },
    ]);
  });
});

describe('un fichier de valeurs séparées', () => {
  const textes = async (contenu: Uint8Array, nom: string | null = 'plan.csv') =>
    tableauDe(await lire(contenu, nom)).lignes.map((ligne) => ligne.cellules.map(({ texte }) => texte));

  test.each([
    ';',
    ',',
    '\t',
    '|',
  ])('le séparateur « %s » est reconnu, même quand les textes en contiennent d’autres', async (separateur) => {
    const ligne = (...valeurs: string[]) => valeurs.join(separateur);
    const contenu = [
      ligne('Action', 'Pilote', 'Suivi'),
      ligne('"Ouvrir; créer, tenir | fermer\nle site"', 'DDTM', 'en cours'),
      ligne('Former', '"Le ""SGC-D"""', ''),
    ].join('\r\n');
    expect(await textes(octets(contenu))).toEqual([
      ['Action', 'Pilote', 'Suivi'],
      ['Ouvrir; créer, tenir | fermer\nle site', 'DDTM', 'en cours'],
      ['Former', 'Le "SGC-D"', ''],
    ]);
  });

  test('les accents de Windows-1252, d’UTF-8 et d’UTF-16 se lisent', async () => {
    const texte = 'Échéance;Été';
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...texte].flatMap((signe) => [signe.charCodeAt(0) & 0xff, signe.charCodeAt(0) >> 8]),
    ]);
    for (const contenu of [
      octets(texte),
      octets(`\ufeff${texte}`),
      utf16,
      Uint8Array.from(Buffer.from(texte, 'latin1')),
    ]) {
      expect(await textes(contenu)).toEqual([['Échéance', 'Été']]);
    }
  });

  test('les numéros de ligne sont ceux du fichier, sauts de ligne et lignes vides compris', async () => {
    const lu = await lire(octets('sep=;\na;b\n\n"c\nd";e\nf;g\n'), 'plan.csv');
    expect(tableauDe(lu).lignes.map(({ numero }) => numero)).toEqual([2, 4, 6]);
  });

  test('rien n’y devient un nombre : « 01 » reste « 01 »', async () => {
    expect(premiere(await lire(octets('01;2016\n02;2017'), 'plan.csv'))).toMatchObject({ texte: '01', nombre: null });
  });

  test('une phrase collée n’est pas un tableau', async () => {
    const lu = await lire(octets('Bonjour, voici le plan.\nMerci, et à demain.'), null);
    expect(lu.blocs.map(({ type }) => type)).toEqual(['paragraphe', 'paragraphe']);
  });
});

function p(texte: string): string {
  return `<table:table-cell office:value-type="string"><text:p>${texte}</text:p></table:table-cell>`;
}

async function lire(contenu: Uint8Array, nom: string | null = null): Promise<DocumentLu> {
  const lu = await lireDocument(contenu, nom);
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
}

function tableauDe({ blocs }: DocumentLu): Tableau {
  const tableau = blocs.find((bloc) => bloc.type === 'tableau');
  if (!tableau) throw new Error('tableau attendu');
  return tableau;
}

function premiere(document: DocumentLu): Cellule | undefined {
  return tableauDe(document).lignes[0]?.cellules[0];
}
