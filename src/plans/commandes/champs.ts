import { z } from 'zod';
import { texteFacultatif } from '#socle';
import { fauteDeSaisie, type Refus } from '#socle/valeurs';
import { estIdentifiant } from '../lectures/plan.ts';
import type { StatutDeclare } from '../regles/lecture.ts';
import { STATUTS_DECLARES } from '../regles/statuts.ts';

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

const statutFacultatif = z
  .enum([...STATUTS_DECLARES, ''], { error: 'Choisissez un statut de la liste.' })
  .optional()
  .transform((statut) => statut || null);

/** What a note says, of an action or of one of its declinations. */
export const CHAMPS_DE_NOTE = {
  statut: statutFacultatif,
  taux: tauxFacultatif,
  texte: texteFacultatif(20_000),
  obstacle: texteFacultatif(4_000),
  levee: texteFacultatif(4_000),
  sansPiece: texteFacultatif(2_000),
  lien: adresseFacultative,
  lienNom: texteFacultatif(300),
} as const;

/** A note takes the place of another: which one, and what it should have said. */
export const SAISIE_DE_CORRECTION = z
  .object({
    note: z.string().refine(estIdentifiant, 'Choisissez la note à corriger.'),
    statut: statutFacultatif,
    taux: tauxFacultatif,
    texte: texteFacultatif(20_000),
  })
  .refine(ditQuelqueChose, {
    path: ['texte'],
    message: 'Une correction dit quelque chose : un statut, un taux ou quelques mots.',
  });

export function ditQuelqueChose(note: {
  readonly statut: string | null;
  readonly taux: string | null;
  readonly texte: string | null;
}): boolean {
  return note.statut !== null || note.taux !== null || note.texte !== null;
}

/** Why this note cannot be corrected so; null when it can. */
export function refusDeCorriger(
  note: { readonly statut: string | null; readonly corrigee_le: Date | null },
  statut: StatutDeclare | null,
): Refus | null {
  if (note.corrigee_le !== null)
    return {
      nature: 'conflit',
      regle: 'note.corriger.deja',
      message: 'Cette note a été corrigée entre-temps : relisez l’historique, et corrigez la dernière version.',
    };
  return statut !== note.statut && (statut === 'bloquee' || statut === 'terminee' || statut === 'abandonnee')
    ? fauteDeSaisie(
        'note.corriger.statut',
        'statut',
        'Une correction ne bloque ni ne clôt une action : ajoutez une note, qui en donnera la raison ou la pièce.',
      )
    : null;
}

/** What a rule asks for and was not said, as the refusal of a form. */
export function refusDesManques(regle: string, champs: Readonly<Record<string, string>>): Refus {
  return { nature: 'invalide', regle, message: Object.values(champs).join(' '), champs };
}
