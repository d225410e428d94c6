import { describe, expect, test } from 'vitest';
import { documentWord, octets } from '../essais/archives.ts';
import { type DocumentLu, lireDocument } from '../index.ts';

describe('un document Word', () => {
  test('titres, paragraphes et tableaux dans l’ordre, mise en forme et sauts de ligne compris', async () => {
    const styles =
      '<w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mien"><w:basedOn w:val="T1"/></w:style>';
    const corps = `<w:p><w:pPr><w:pStyle w:val="Mien"/></w:pPr>${r('Le plan')}</w:p>${table(ligne(cellule(p('Ac', 'tion')), cellule(`<w:p>${r('un')}<w:r><w:br/><w:t>deux</w:t></w:r></w:p>${p('trois')}`)))}${p('Fin.')}`;
    expect(resume(await lire(documentWord(corps, styles)))).toEqual([
      '# Le plan',
      [['Action', 'un\ndeux\ntrois']],
      'Fin.',
    ]);
  });

  test('cellules fusionnées en largeur et en hauteur', async () => {
    const corps = table(
      ligne(cellule(p('Titre'), '<w:gridSpan w:val="3"/>')),
      ligne(cellule(p('Axe'), '<w:vMerge w:val="restart"/>'), cellule(p('a')), cellule(p('b'))),
      ligne(cellule('<w:p/>', '<w:vMerge/>'), cellule(p('c')), cellule(p('d'))),
    );
    const lu = await lire(documentWord(corps));
    expect(resume(lu)).toEqual([
      [
        ['Titre', 'Titre', 'Titre'],
        ['Axe', 'a', 'b'],
        ['Axe', 'c', 'd'],
      ],
    ]);
    const [tableau] = lu.blocs;
    expect(tableau?.type === 'tableau' && tableau.lignes[2]?.cellules[0]?.fusion).toEqual({ ligne: 2, colonne: 0 });
  });

  test('modifications suivies : l’ajout est lu, la suppression non, et c’est dit', async () => {
    const corps = `<w:p>${r('Ouvrir ')}<w:del w:id="1"><w:r><w:delText>deux</w:delText></w:r></w:del><w:ins w:id="2">${r('trois')}</w:ins>${r(' sites')}</w:p>`;
    const lu = await lire(documentWord(corps));
    expect(resume(lu)).toEqual(['Ouvrir trois sites']);
    expect(lu.remarques).toHaveLength(1);
  });

  test('une ligne supprimée en suivi n’est pas lue, un tableau imbriqué devient le texte de sa cellule', async () => {
    const supprimee = `<w:tr><w:trPr><w:del w:id="3"/></w:trPr>${cellule(p('non'))}</w:tr>`;
    const lu = await lire(
      documentWord(
        table(
          supprimee,
          ligne(cellule(p('avant') + table(ligne(cellule(p('x')), cellule(p('y')))) + p('')), cellule(p('b'))),
        ),
      ),
    );
    expect(resume(lu)).toEqual([[['avant\nx\ty', 'b']]]);
    expect(lu.remarques.map(({ gravite }) => gravite)).toContain('avertissement');
  });
});

describe('un tableau collé ou enregistré en HTML', () => {
  test('comme Word l’écrit : commentaires conditionnels, balises non fermées, entités, puces', async () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td{}</style><!--[if gte mso 9]><xml>x</xml><![endif]--></head><body><!--StartFragment-->
      <h2>Plan d&eacute;partemental</h2><p class=MsoNormal>Un&#160;texte <b>g<i>ras</i></b> &amp; 3 < 4<o:p></o:p></p>
      <table border=1><tr><th rowspan=2>Axe<th colspan="2">Pilot<b>e</b></tr>
      <tr><td>DDT<br>DREAL</td><td><p class=MsoNormal>un</p><p>deux</p></td></tr>
      <tr><td>A<td>&nbsp;<td>x<ul><li>a<li>b</ul></table><!--EndFragment--></body></html>`;
    expect(resume(await lire(octets(html)))).toEqual([
      '# Plan départemental',
      'Un\u00a0texte gras & 3 < 4',
      [
        ['Axe', 'Pilote', 'Pilote'],
        ['Axe', 'DDT\nDREAL', 'un\ndeux'],
        ['A', '', 'x\na\nb'],
      ],
    ]);
  });

  test('un script ne dit rien, une balise dans un texte reste du texte', async () => {
    const html = '<table><tr><td>a<script>alert("</td>")</script></td><td>&lt;script&gt;</td></tr></table>';
    expect(resume(await lire(octets(html)))).toEqual([[['a', '<script>']]]);
  });

  test('un tableau de mise en page laisse paraître celui qu’il contient', async () => {
    const html = '<table><tr><td>Menu</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>';
    expect(resume(await lire(octets(html)))).toEqual([[['Menu']], [['1', '2']]]);
  });
});

test('un tableau Markdown garde ses barres échappées et ses sauts de ligne', async () => {
  const texte =
    '# Plan\n\n| N° | Action | Suivi |\n|---|:---:|--:|\n| 1 | **Ouvrir** `a|b` | oui\\|non<br>ok |\n| 2 | Fermer |\n\nNote.';
  expect(resume(await lire(octets(texte)))).toEqual([
    '# Plan',
    [
      ['N°', 'Action', 'Suivi'],
      ['1', 'Ouvrir a|b', 'oui|non\nok'],
      ['2', 'Fermer', ''],
    ],
    'Note.',
  ]);
});

test('un tableau collé depuis un tableur se lit par ses tabulations', async () => {
  expect(resume(await lire(octets('Action\tPilote\r\n"Ouvrir\r\nla porte"\tDDTM\r\nFermer\t')))).toEqual([
    [
      ['Action', 'Pilote'],
      ['Ouvrir\nla porte', 'DDTM'],
      ['Fermer', ''],
    ],
  ]);
});

function r(texte: string): string {
  return `<w:r><w:t xml:space="preserve">${texte}</w:t></w:r>`;
}

function p(...textes: string[]): string {
  return `<w:p>${textes.map(r).join('')}</w:p>`;
}

function cellule(contenu: string, proprietes = ''): string {
  return `<w:tc><w:tcPr>${proprietes}</w:tcPr>${contenu}</w:tc>`;
}

function ligne(...cellules: string[]): string {
  return `<w:tr>${cellules.join('')}</w:tr>`;
}

function table(...lignes: string[]): string {
  return `<w:tbl>${lignes.join('')}</w:tbl>`;
}

async function lire(contenu: Uint8Array): Promise<DocumentLu> {
  const lu = await lireDocument(contenu, null);
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
}

function resume({ blocs }: DocumentLu): unknown[] {
  return blocs.map((bloc) =>
    bloc.type === 'tableau'
      ? bloc.lignes.map((rangee) => rangee.cellules.map(({ texte }) => texte))
      : `${bloc.titre ? '# ' : ''}${bloc.texte}`,
  );
}
