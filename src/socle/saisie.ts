import type { z } from 'zod';
import { echec, type Refus, type Resultat, reussite } from './valeurs/index.ts';

/** Reads what a form or a program sent; the refusal names each field and says what to do. */
export function lireSaisie<T>(schema: z.ZodType<T>, valeurs: unknown): Resultat<T> {
  const lu = schema.safeParse(valeurs);
  if (lu.success) return reussite(lu.data);
  const champs: Record<string, string> = {};
  for (const faute of lu.error.issues) {
    const champ = faute.path.join('.');
    champs[champ] ??= faute.message;
  }
  const nombre = Object.keys(champs).length;
  const refus: Refus = {
    nature: 'invalide',
    regle: 'saisie.invalide',
    message:
      nombre > 1 ? `${nombre} champs sont à corriger.` : (Object.values(champs)[0] ?? 'La saisie est à corriger.'),
    champs,
  };
  return echec(refus);
}

/** The texts of a form, by field; a field sent several times keeps its values. Files are left to who expects them. */
export function valeursDeFormulaire(formulaire: FormData): Record<string, string | string[]> {
  const valeurs: Record<string, string | string[]> = {};
  for (const [nom, valeur] of formulaire) {
    if (typeof valeur !== 'string' || nom === 'jeton') continue;
    const deja = valeurs[nom];
    valeurs[nom] = deja === undefined ? valeur : [...(Array.isArray(deja) ? deja : [deja]), valeur];
  }
  return valeurs;
}
