import { z } from 'zod';
import { type Jour, lireJour } from './valeurs/index.ts';

/** A line that must be filled. */
export function texteObligatoire(message: string, maximum: number) {
  return z
    .string({ error: message })
    .trim()
    .min(1, message)
    .max(maximum, `Ce texte dépasse ${maximum} caractères : raccourcissez-le.`);
}

/** A text that may be left empty: null then. */
export function texteFacultatif(maximum: number) {
  return z
    .string()
    .trim()
    .max(maximum, `Ce texte dépasse ${maximum} caractères : raccourcissez-le.`)
    .optional()
    .transform((texte) => (texte ? texte.replace(/\r\n/g, '\n') : null));
}

/** A day typed in a form, `AAAA-MM-JJ` or `JJ/MM/AAAA`; null when left empty. */
export const jourFacultatif = z
  .string()
  .trim()
  .optional()
  .transform((texte, contexte): Jour | null => {
    if (!texte) return null;
    const francais = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(texte);
    const iso = francais ? `${francais[3]}-${francais[2]?.padStart(2, '0')}-${francais[1]?.padStart(2, '0')}` : texte;
    const lu = lireJour(iso);
    if (lu === null)
      contexte.addIssue({
        code: 'custom',
        message: `« ${texte} » n’est pas un jour du calendrier. Écrivez-le comme 31/12/2026.`,
      });
    return lu;
  });

/** The last day of something given for a time, `AAAA-MM-JJ`, between these two days. */
export function dernierJour({ de, a }: { readonly de: Jour; readonly a: Jour }, absent: string, hors: string) {
  return z.string({ error: absent }).transform((texte, contexte): Jour => {
    const lu = lireJour(texte);
    if (lu !== null && lu >= de && lu <= a) return lu;
    contexte.addIssue({ code: 'custom', message: hors });
    return z.NEVER;
  });
}
