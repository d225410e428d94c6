import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { ecrireClasseur, ecrireCsv, type FeuilleAEcrire } from '#tableur';
import { journaliserExport } from '../../commandes/journaliser-export.ts';

export const FORMATS_DE_TABLEAU = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type FormatDeTableau = keyof typeof FORMATS_DE_TABLEAU;

/** Writes what a page of a territory shows as a file, for someone who was allowed to see it. */
export async function exporterTerritoire(
  services: Services,
  acteur: Acteur,
  territoire: string,
  { feuille, format }: { readonly feuille: FeuilleAEcrire; readonly format: FormatDeTableau },
): Promise<Uint8Array> {
  const octets = format === 'csv' ? ecrireCsv(feuille) : await ecrireClasseur([feuille], format);
  await journaliserExport(services, acteur, {
    acte: 'territoire.exporter',
    objet: { type: 'territoire', id: territoire },
    territoire,
    charge: { format, lignes: feuille.lignes.length },
  });
  return octets;
}
