import { data } from 'react-router';
import type { ConfigurationOidc } from '#socle';
import { type Contexte, contexteServices, contexteVisite, refuser } from '../contexte.ts';
import { origineDeJalon, poserCookie } from '../cookies.ts';
import { COOKIE_DE_SORTIE, sortir } from '../identite/sortir.ts';
import { limiterDebit } from '../limites.ts';

const FENETRE_S = 300;

/** Counts this sign-in for the address it comes from; too many stop here, for a while. */
export async function freinerLesConnexions(context: Contexte): Promise<void> {
  const { base, horloge, configuration } = context.get(contexteServices);
  const { adresse } = context.get(contexteVisite);
  const limite = { nombre: configuration.limiteDeConnexions, fenetreS: FENETRE_S };
  const { permis, attendreS } = await limiterDebit(base, horloge, `connexion:${adresse}`, limite);
  if (permis) return;
  const minutes = Math.ceil(attendreS / 60);
  throw data(
    {
      refus: {
        nature: 'conflit',
        regle: 'connexion.debit',
        message: `Beaucoup de connexions ont été demandées depuis votre réseau. Réessayez dans ${minutes}\u00A0${minutes > 1 ? 'minutes' : 'minute'}\u00A0: rien n’est perdu.`,
      },
    },
    { status: 429, headers: { 'Retry-After': String(attendreS) } },
  );
}

/** The provider; without one these pages do not exist. */
export function exigerOidc(context: Contexte): ConfigurationOidc {
  const { oidc } = context.get(contexteServices).configuration;
  return (
    oidc ??
    refuser({
      nature: 'introuvable',
      regle: 'connexion.sans_fournisseur',
      message: 'La connexion professionnelle n’est pas ouverte sur ce serveur. Revenez à la page de connexion.',
    })
  );
}

/** Sends the browser to another site from a page of ours: a form's own redirection may only lead to ourselves (CSP). */
export function versLeFournisseur(adresse: string, cookie: string): Headers {
  return new Headers([
    ['Refresh', `0; url=${adresse}`],
    ['Set-Cookie', cookie],
  ]);
}

/** The way to the provider's own sign-out, and what the browser keeps to check that it comes back from there. */
export async function passerChezLeFournisseur(context: Contexte, request: Request, jetonIdentite: string) {
  const services = context.get(contexteServices);
  const { configuration } = services;
  const { oidc } = configuration;
  if (oidc === null) return null;
  const sortie = await sortir(services, oidc, { jetonIdentite, origine: origineDeJalon(request, configuration) });
  if (sortie === null) return null;
  const portee = { chemin: '/deconnexion', dureeS: 600 };
  const cookie = poserCookie({ request, configuration }, COOKIE_DE_SORTIE, sortie.etat, portee);
  return {
    nom: oidc.nom,
    adresse: sortie.adresse,
    entetes: versLeFournisseur(sortie.adresse, cookie),
  };
}

/** The headers an action gives, on the page drawn after it. */
export function entetesDeLAction({ actionHeaders }: { actionHeaders: Headers }): Headers {
  return actionHeaders;
}
