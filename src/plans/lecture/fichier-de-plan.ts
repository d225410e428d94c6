import { ecrireClasseur, ecrireCsv, ecrireDocx, type FeuilleAEcrire } from '#tableur';

/** The formats a plan is exported in; each is read back without any difference. */
export const FORMATS_D_EXPORT = ['xlsx', 'ods', 'csv', 'docx'] as const;
export type FormatDExport = (typeof FORMATS_D_EXPORT)[number];

export const TYPES_DE_FICHIER: Readonly<Record<FormatDExport, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A sheet (`feuilleDePlan`, `modeleDePlan`, a table of a page) as the bytes of a file. */
export async function ecrireFichierDePlan(feuille: FeuilleAEcrire, format: FormatDExport): Promise<Uint8Array> {
  if (format === 'csv') return ecrireCsv(feuille);
  if (format !== 'docx') return ecrireClasseur([feuille], format);
  const { titre, ...tableau } = feuille;
  return ecrireDocx({ titre: titre ?? feuille.nom, blocs: [{ type: 'tableau', feuille: tableau }] });
}

/** The format an address ends with: `/plans/modele.ods`. */
export function formatDeLAdresse(adresse: string): FormatDExport | null {
  const fin = /\.([a-z]+)$/.exec(new URL(adresse).pathname.replace(/\.data$/, ''))?.[1];
  return FORMATS_D_EXPORT.find((format) => format === fin) ?? null;
}
