import { z } from 'zod';
import type { Refus } from '#socle/valeurs';

/** A rate typed by a person: « 93 », « 93,5 », « 93 % ». Decimal text from 0 to 100, null when left empty. */
export const tauxFacultatif = z
  .string()
  .optional()
  .transform((texte, contexte): string | null => {
    const net = (texte ?? '').replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.');
    if (net === '') return null;
    if (!/^\d{1,3}(\.\d{1,4})?$/.test(net) || Number(net) > 100) {
      contexte.addIssue({
        code: 'custom',
        message: `« ${texte} » n’est pas un taux entre 0 et 100 %. Écrivez par exemple 93 ou 93,5.`,
      });
      return null;
    }
    return net;
  });

/** An address on the web, with what it shows; null when left empty. Other schemes (`javascript:`, `file:`) are refused. */
export const adresseFacultative = z
  .string()
  .trim()
  .max(2_000, 'Cette adresse dépasse 2 000 caractères.')
  .optional()
  .transform((texte, contexte): string | null => {
    if (!texte) return null;
    const adresse = URL.canParse(texte) ? new URL(texte) : null;
    if (adresse !== null && /^https?:$/.test(adresse.protocol) && adresse.username === '' && adresse.password === '')
      return adresse.href;
    contexte.addIssue({
      code: 'custom',
      message: `« ${texte} » n’est pas une adresse du web. Elle commence par https://.`,
    });
    return null;
  });

/** What a rule asks for and was not said, as the refusal of a form. */
export function refusDesManques(regle: string, champs: Readonly<Record<string, string>>): Refus {
  return { nature: 'invalide', regle, message: Object.values(champs).join(' '), champs };
}
