import type { Acteur } from '#acces';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import { ecrireClasseur, ecrireCsv, type FeuilleAEcrire } from '#tableur';
import type { Remontee } from '../lectures/remontees.ts';

export const FORMATS_DE_RESULTATS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type FormatDeResultats = keyof typeof FORMATS_DE_RESULTATS;

/** Writes the results as a file for someone who may read them; the first sheet alone in a csv. */
export async function exporterResultats(
  { base, horloge }: Services,
  acteur: Acteur,
  remontee: Pick<Remontee, 'id' | 'territoire'>,
  {
    feuilles,
    format,
  }: { readonly feuilles: readonly [FeuilleAEcrire, ...FeuilleAEcrire[]]; readonly format: FormatDeResultats },
): Promise<Uint8Array> {
  const octets = format === 'csv' ? ecrireCsv(feuilles[0]) : await ecrireClasseur(feuilles, format);
  await base.transaction().execute((transaction) =>
    inscrire(
      transaction,
      {
        acte: 'remontee.exporter',
        objet: { type: 'remontee', id: remontee.id },
        territoire: remontee.territoire,
        charge: { format, lignes: feuilles[0].lignes.length },
      },
      { auteur: acteur.compte, horloge },
    ),
  );
  return octets;
}
