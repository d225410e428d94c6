import { ecrireArchive } from '../ecriture/zip.ts';

/** A workbook of one sheet from the XML of its rows and what follows them, as small as a reader accepts. */
export function classeur(
  sheetData: string,
  autour: { avant?: string; apres?: string; styles?: string; chaines?: string; etat?: string } = {},
): Uint8Array {
  const { avant = '', apres = '', styles = '', chaines = '', etat = '' } = autour;
  return archive({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Plan" sheetId="1" r:id="rId1"${etat}/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${chaines}</sst>`,
    'xl/worksheets/sheet1.xml': `${avant}<worksheet><sheetData>${sheetData}</sheetData>${apres}</worksheet>`,
  });
}

/** An OpenDocument spreadsheet from the XML of its tables. */
export function classeurOds(tables: string, styles = ''): Uint8Array {
  return archive({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
}

/** A Word document from the XML of its body, with other parts beside it by their path. */
export function documentWord(corps: string, styles = '', parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return archive({
    ...parts,
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document><w:body>${corps}</w:body></w:document>`,
    'word/styles.xml': `<w:styles>${styles}</w:styles>`,
  });
}

export function archive(parties: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return ecrireArchive(
    Object.entries(parties).map(([nom, contenu]) => ({
      nom,
      contenu: typeof contenu === 'string' ? octets(contenu) : contenu,
    })),
  );
}

export function octets(texte: string): Uint8Array {
  return new TextEncoder().encode(texte);
}

function relations(liens: readonly (readonly [string, string, string])[]): string {
  return `<Relationships>${liens.map(([id, type, cible]) => `<Relationship Id="${id}" Type="http://exemple/${type}" Target="${cible}"/>`).join('')}</Relationships>`;
}
