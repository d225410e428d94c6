import { buildEndSessionUrl } from 'openid-client';
import type { ConfigurationOidc, Services } from '#socle';
import { nouveauSecret } from '../secret.ts';
import { decouvrirFournisseur } from './fournisseur.ts';
import { raisonDEchec } from './raison.ts';

export const COOKIE_DE_SORTIE = 'jalon_sortie';
export const CHEMIN_DE_SORTIE = '/deconnexion/retour';

export type Sortie = {
  /** Where the browser ends its session at the provider. */
  readonly adresse: string;
  /** Kept by the browser: the provider must bring the same back. */
  readonly etat: string;
};

/** How to leave the provider as well; null when it does not answer or knows no such thing: one has left Jalon anyway. */
export async function sortir(
  { alea }: Pick<Services, 'alea'>,
  oidc: ConfigurationOidc,
  { jetonIdentite, origine }: { jetonIdentite: string; origine: string },
): Promise<Sortie | null> {
  try {
    const fournisseur = await decouvrirFournisseur(oidc);
    if (fournisseur.serverMetadata().end_session_endpoint === undefined) return null;
    const etat = nouveauSecret(alea);
    const adresse = buildEndSessionUrl(fournisseur, {
      id_token_hint: jetonIdentite,
      post_logout_redirect_uri: `${origine}${CHEMIN_DE_SORTIE}`,
      state: etat,
    });
    return { adresse: adresse.href, etat };
  } catch (erreur) {
    raisonDEchec(erreur, oidc);
    return null;
  }
}
