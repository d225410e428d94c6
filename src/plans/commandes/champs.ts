import { z } from 'zod';

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
