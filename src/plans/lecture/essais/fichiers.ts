import { type DocumentLu, ecrireClasseur, ecrireCsv, ecrireDocx, type FeuilleAEcrire, lireDocument } from '#tableur';

export const formats = ['xlsx', 'ods', 'csv', 'docx'] as const;

/** The sheet written as a file of this format, then read back. */
export async function relire(feuille: FeuilleAEcrire, format: (typeof formats)[number]): Promise<DocumentLu> {
  const lu = await lireDocument(await ecrire(feuille, format), `export.${format}`);
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
}

async function ecrire(feuille: FeuilleAEcrire, format: (typeof formats)[number]): Promise<Uint8Array> {
  if (format === 'csv') return ecrireCsv(feuille);
  if (format !== 'docx') return ecrireClasseur([feuille], format);
  const { titre, ...table } = feuille;
  return ecrireDocx({ titre: titre ?? feuille.nom, blocs: [{ type: 'tableau', feuille: table }] });
}
