import { buildAuthorizationUrl, calculatePKCECodeChallenge } from 'openid-client';
import type { ConfigurationOidc, Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import type { RaisonDEchec } from '../regles/echecs-de-connexion.ts';
import { empreinte, nouveauSecret } from '../secret.ts';
import { decouvrirFournisseur } from './fournisseur.ts';
import { raisonDEchec } from './raison.ts';

/** A sign-in must come back within ten minutes, to the browser that started it. */
export const DUREE_DE_CONNEXION_S = 600;
export const COOKIE_DE_CONNEXION = 'jalon_connexion';
export const CHEMIN_DE_RETOUR = '/connexion/retour';

export type Depart = {
  /** Where the browser goes: the provider. */
  readonly adresse: string;
  /** What the browser keeps to prove, on its return, that it is the one that left; shared by its tabs. */
  readonly navigateur: string;
};

/** Starts a sign-in: what is needed to check the answer is kept here, and the browser is told where to go. */
export async function partir(
  { base, horloge, alea }: Services,
  oidc: ConfigurationOidc,
  { vers, origine, navigateur: connu }: { vers: string; origine: string; navigateur: string | null },
): Promise<Resultat<Depart, RaisonDEchec>> {
  const [etat, nonce, verificateur] = [nouveauSecret(alea), nouveauSecret(alea), nouveauSecret(alea)];
  const navigateur = connu !== null && SECRET.test(connu) ? connu : nouveauSecret(alea);
  let adresse: URL;
  try {
    adresse = buildAuthorizationUrl(await decouvrirFournisseur(oidc), {
      redirect_uri: `${origine}${CHEMIN_DE_RETOUR}`,
      scope: oidc.portees,
      state: etat,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verificateur),
      code_challenge_method: 'S256',
      ...(oidc.niveaux.length === 0 ? {} : { acr_values: oidc.niveaux.join(' ') }),
    });
  } catch (erreur) {
    return echec(raisonDEchec(erreur, oidc));
  }
  const maintenant = horloge.maintenant();
  await base.deleteFrom('connexion_en_cours').where('expire_le', '<', maintenant).execute();
  await base
    .insertInto('connexion_en_cours')
    .values({
      empreinte: empreinteDeTentative(navigateur, etat),
      nonce,
      verificateur,
      vers,
      expire_le: new Date(maintenant.getTime() + DUREE_DE_CONNEXION_S * 1_000),
    })
    .execute();
  return reussite({ adresse: adresse.href, navigateur });
}

/** An attempt is known by its state together with the browser that made it: neither is enough alone. */
export function empreinteDeTentative(navigateur: string, etat: string): string {
  return empreinte(`connexion:${navigateur}:${etat}`);
}

const SECRET = /^[\w-]{43}$/;
