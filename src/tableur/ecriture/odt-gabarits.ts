import { PROLOGUE_XML } from './xml.ts';

/** The fixed parts of an OpenDocument text (ODF 1.3 parts 2 and 3). */

export const MIMETYPE_DE_TEXTE = 'application/vnd.oasis.opendocument.text';

const ESPACES = ['office', 'table', 'text', 'style', 'meta']
  .map((nom) => `xmlns:${nom}="urn:oasis:names:tc:opendocument:xmlns:${nom}:1.0"`)
  .concat([
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ])
  .join(' ');

export const CONTENU_DEBUT = `${PROLOGUE_XML}<office:document-content ${ESPACES} office:version="1.3">`;
export const META_DEBUT = `${PROLOGUE_XML}<office:document-meta ${ESPACES} office:version="1.3"><office:meta>`;

export const MANIFESTE_DE_TEXTE = `${PROLOGUE_XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
  ['/', MIMETYPE_DE_TEXTE],
  ['content.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
]
  .map(([chemin, type]) => `<manifest:file-entry manifest:full-path="${chemin}" manifest:media-type="${type}"/>`)
  .join('')}</manifest:manifest>`;

export const STYLES_DE_TEXTE = [
  `${PROLOGUE_XML}<office:document-styles ${ESPACES} office:version="1.3"><office:styles>`,
  '<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Arial" fo:font-size="9pt" fo:language="fr" fo:country="FR"/></style:default-style>',
  paragraphe('Titre', 16, true),
  paragraphe('Titre1', 14, true),
  paragraphe('Titre2', 12, true),
  paragraphe('Titre3', 10, true),
  paragraphe('Texte', 9, false),
  paragraphe('TexteDeCellule', 8, false, '0cm'),
  '<style:style style:name="TexteDEntete" style:family="paragraph"><style:text-properties fo:font-size="8pt" fo:font-weight="bold"/></style:style>',
  '<style:style style:name="Tableau" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins"/></style:style>',
  cellule('Entete', ' fo:background-color="#e3e3fd"'),
  cellule('Cellule', ''),
  '</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm"/></style:page-layout></office:automatic-styles>',
  '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles></office:document-styles>',
].join('');

function paragraphe(nom: string, corps: number, titre: boolean, apres = '0.15cm'): string {
  const texte = titre ? ' fo:font-weight="bold" fo:color="#000091"' : '';
  const avant = titre ? ' fo:margin-top="0.3cm" fo:keep-with-next="always"' : '';
  return `<style:style style:name="${nom}" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="${apres}"${avant}/><style:text-properties fo:font-size="${corps}pt"${texte}/></style:style>`;
}

function cellule(nom: string, fond: string): string {
  return `<style:style style:name="${nom}" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #929292"${fond}/></style:style>`;
}
