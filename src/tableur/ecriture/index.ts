import type { FeuilleAEcrire } from './feuille.ts';
import { ecrireOds } from './ods.ts';
import { ecrireXlsx } from './xlsx.ts';

export { ecrireCsv } from './csv.ts';
export { type BlocAEcrire, type DocumentAEcrire, ecrireDocx } from './docx.ts';
export { type FeuilleAEcrire, nettoyer, type ValeurDeCellule } from './feuille.ts';
export { ecrireOdt } from './odt.ts';
export { ecrirePdf } from './pdf.ts';

/**
 * The bytes of a workbook: headings styled, frozen and filtered, texts wrapped. What comes back when it is read is what
 * was given, but for the characters `nettoyer` leaves out and for cells of blanks only, which are empty.
 */
export async function ecrireClasseur(feuilles: readonly FeuilleAEcrire[], format: 'xlsx' | 'ods'): Promise<Uint8Array> {
  return format === 'xlsx' ? ecrireXlsx(feuilles) : ecrireOds(feuilles);
}
