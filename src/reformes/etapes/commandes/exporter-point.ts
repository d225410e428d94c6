import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { journaliserExport } from '../../commandes/journaliser-export.ts';
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
  services: Services,
  acteur: Acteur,
  { id, territoire, lignes }: Point,
  format: FormatDePoint,
): Promise<void> {
  await journaliserExport(services, acteur, {
    acte: 'point.exporter',
    objet: { type: 'point_d_etape', id },
    territoire,
    charge: { format, reformes: lignes.length },
  });
}
