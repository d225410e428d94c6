import { attribut, echapper, PROLOGUE_XML } from './xml.ts';

/** The fixed parts of a Word document (ECMA-376 parts 1 and 2). Lengths in twentieths of a point, bodies in half-points. */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PAQUET = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4 lying down, margins of 1.5 cm. */
const MARGE = 850;
export const LARGEUR_UTILE = 16_838 - 2 * MARGE;

export const DOCUMENT_DEBUT = `${PROLOGUE_XML}<w:document xmlns:w="${W}"><w:body>`;
export const DOCUMENT_FIN = `<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="${MARGE}" w:right="${MARGE}" w:bottom="${MARGE}" w:left="${MARGE}" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>`;

export const TYPES_DE_CONTENU = `${PROLOGUE_XML}<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

export const LIENS_DU_PAQUET = `${PROLOGUE_XML}<Relationships xmlns="${PAQUET}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PAQUET}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

export const LIENS_DU_DOCUMENT = `${PROLOGUE_XML}<Relationships xmlns="${PAQUET}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;

export const STYLES = `${PROLOGUE_XML}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="60"/></w:pPr></w:style>',
  styleDeTitre('Title', 'Title', 32, null),
  styleDeTitre('Heading1', 'heading 1', 28, 0),
  styleDeTitre('Heading2', 'heading 2', 24, 1),
  styleDeTitre('Heading3', 'heading 3', 20, 2),
  '<w:style w:type="table" w:default="1" w:styleId="Tableau"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
].join('')}</w:styles>`;

export function proprietes(titre: string): string {
  return `${PROLOGUE_XML}<cp:coreProperties xmlns:cp="${PAQUET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${echapper(titre)}</dc:title><dc:creator>Jalon</dc:creator><dc:language>fr-FR</dc:language></cp:coreProperties>`;
}

function styleDeTitre(identifiant: string, nom: string, corps: number, niveau: number | null): string {
  const plan = niveau === null ? '' : `<w:outlineLvl w:val="${niveau}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${identifiant}"><w:name w:val="${attribut(nom)}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="120"/>${plan}</w:pPr><w:rPr><w:b/><w:color w:val="000091"/><w:sz w:val="${corps}"/><w:szCs w:val="${corps}"/></w:rPr></w:style>`;
}
