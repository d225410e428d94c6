import { createContext, data, type RouterContextProvider, redirect } from 'react-router';
import type { Services } from '#socle';
import type { Refus, Resultat } from '#socle/valeurs';
import type { Acteur } from './regles/acteur.ts';
import { jetonDeFormulaire } from './session.ts';

/** What one request knows; set by `entree/` before any page is asked. */
export type Visite = {
  readonly acteur: Acteur | null;
  /** Session token of the cookie, or null. */
  readonly session: string | null;
  /** Nonce of the page's scripts (Content-Security-Policy). */
  readonly nonce: string;
  /** Where the request comes from, for the limits on tries (`limiterDebit`); never written anywhere. */
  readonly adresse: string;
};

export const contexteServices = createContext<Services>();
export const contexteVisite = createContext<Visite>();

export type Contexte = Readonly<RouterContextProvider>;

/** The person signed in; anyone else is sent to the sign-in page, and back here afterwards. */
export function exigerActeur(context: Contexte, request: Request): Acteur {
  const { acteur } = context.get(contexteVisite);
  if (acteur) return acteur;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/connexion?vers=${encodeURIComponent(pathname + search)}`);
}

/** Stops the page with this refusal, shown as a designed page with its reason. */
export function refuser(refus: Refus): never {
  throw data({ refus }, { status: STATUTS[refus.nature] });
}

/** The value, or the refusal page. */
export function obtenir<T>(resultat: Resultat<T>): T {
  return resultat.ok ? resultat.valeur : refuser(resultat.refus);
}

/** The fields of a form posted by a page of this session; a form drawn elsewhere is refused. */
export async function lireFormulaire(context: Contexte, request: Request): Promise<FormData> {
  const { session } = context.get(contexteVisite);
  const champs = await request.formData();
  if (session !== null && champs.get('jeton') === jetonDeFormulaire(session)) return champs;
  return refuser({
    nature: 'interdit',
    regle: 'formulaire.jeton',
    message:
      'Ce formulaire n’appartient plus à votre session. Revenez à la page précédente, rechargez-la et envoyez-le de nouveau.',
  });
}

export const STATUTS = {
  interdit: 403,
  introuvable: 404,
  invalide: 422,
  conflit: 409,
} as const satisfies Readonly<Record<Refus['nature'], number>>;
