import type { Acteur } from '#acces';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import type { Point } from '../lectures/points.ts';

export const FORMATS_DE_POINT = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FormatDePoint = keyof typeof FORMATS_DE_POINT;

/** Keeps that someone who reads this point took it away as a file. */
export async function noterExport(
  { base, horloge }: Services,
  acteur: Acteur,
  { id, territoire, lignes }: Point,
  format: FormatDePoint,
): Promise<void> {
  await base.transaction().execute((transaction) =>
    inscrire(
      transaction,
      {
        acte: 'point.exporter',
        objet: { type: 'point_d_etape', id },
        territoire,
        charge: { format, reformes: lignes.length },
      },
      { auteur: acteur.compte, horloge },
    ),
  );
}
