import { PROLOGUE_XML } from './xml.ts';

/** The fixed parts of an OpenDocument spreadsheet (ODF 1.3 parts 2 and 3). */

export const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';

const ESPACES = ['office', 'table', 'text', 'style', 'config']
  .map((nom) => `xmlns:${nom}="urn:oasis:names:tc:opendocument:xmlns:${nom}:1.0"`)
  .concat([
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
    'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  ])
  .join(' ');

export const CONTENU_DEBUT = `${PROLOGUE_XML}<office:document-content ${ESPACES} office:version="1.3">`;

export const MANIFESTE = `${PROLOGUE_XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
  ['/', MIMETYPE],
  ['content.xml', 'text/xml'],
  ['settings.xml', 'text/xml'],
]
  .map(([chemin, type]) => `<manifest:file-entry manifest:full-path="${chemin}" manifest:media-type="${type}"/>`)
  .join('')}</manifest:manifest>`;

/** Styles by name: `titre`, `entete`, `corps`, `note`, `jour`, `pourcentage0` to `pourcentage2`. */
export const STYLES = [
  '<number:date-style style:name="date"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
  ...[0, 1, 2].map(
    (decimales) =>
      `<number:percentage-style style:name="pc${decimales}"><number:number number:decimal-places="${decimales}" number:min-integer-digits="1"/><number:text>\u00a0%</number:text></number:percentage-style>`,
  ),
  styleDeCellule('titre', '', '', 'fo:font-weight="bold" fo:font-size="14pt"'),
  styleDeCellule(
    'entete',
    '',
    'fo:background-color="#000091" fo:wrap-option="wrap" style:vertical-align="middle"',
    'fo:font-weight="bold" fo:color="#ffffff"',
  ),
  styleDeCellule('corps', '', 'fo:wrap-option="wrap" style:vertical-align="top"', ''),
  styleDeCellule('note', '', '', 'fo:font-style="italic"'),
  styleDeCellule('jour', 'date', 'style:vertical-align="top"', ''),
  ...[0, 1, 2].map((decimales) =>
    styleDeCellule(`pourcentage${decimales}`, `pc${decimales}`, 'style:vertical-align="top"', ''),
  ),
].join('');

function styleDeCellule(nom: string, donnees: string, cellule: string, texte: string): string {
  const format = donnees === '' ? '' : ` style:data-style-name="${donnees}"`;
  const proprietes = [
    cellule === '' ? '' : `<style:table-cell-properties ${cellule}/>`,
    texte === '' ? '' : `<style:text-properties ${texte}/>`,
  ].join('');
  return `<style:style style:name="${nom}" style:family="table-cell"${format}>${proprietes}</style:style>`;
}

/** Rows which stay in sight, sheet by sheet; names already escaped. */
export function reglages(feuilles: readonly { readonly nom: string; readonly lignes: number }[]): string {
  const item = (nom: string, type: string, valeur: number) =>
    `<config:config-item config:name="${nom}" config:type="${type}">${valeur}</config:config-item>`;
  const parFeuille = feuilles.map(
    ({ nom, lignes }) =>
      `<config:config-item-map-entry config:name="${nom}">${item('VerticalSplitMode', 'short', 2)}${item('VerticalSplitPosition', 'int', lignes)}${item('PositionBottom', 'int', lignes)}${item('ActiveSplitRange', 'short', 2)}</config:config-item-map-entry>`,
  );
  return `${PROLOGUE_XML}<office:document-settings ${ESPACES} office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables">${parFeuille.join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
}
