import { authorizationCodeGrant, fetchUserInfo } from 'openid-client';
import type { ConfigurationOidc, Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import type { RaisonDEchec } from '../regles/echecs-de-connexion.ts';
import { decouvrirFournisseur } from './fournisseur.ts';
import { type Identite, lireIdentite } from './identite.ts';
import { CHEMIN_DE_RETOUR, empreinteDeTentative } from './partir.ts';
import { raisonDEchec } from './raison.ts';

export type Retour = {
  /** What the provider answered, after the « ? ». */
  readonly search: string;
  /** Public address of Jalon. */
  readonly origine: string;
  /** What this browser kept when it left. */
  readonly navigateur: string | null;
};

/** Where the person was going, and the identity that the provider proves, or why there is none. */
export type Revenue = { readonly vers: string; readonly identite: Resultat<Identite, RaisonDEchec> };

/** Takes the attempt this answer belongs to (it serves once), and checks everything the provider says. */
export async function revenir(services: Services, oidc: ConfigurationOidc, retour: Retour): Promise<Revenue> {
  const tentative = await prendreTentative(services, retour);
  if (tentative === null) return { vers: '/', identite: echec('perimee') };
  try {
    return { vers: tentative.vers, identite: await verifier(oidc, retour, tentative) };
  } catch (erreur) {
    return { vers: tentative.vers, identite: echec(raisonDEchec(erreur, oidc)) };
  }
}

type Tentative = {
  readonly etat: string;
  readonly nonce: string;
  readonly verificateur: string;
  readonly vers: string;
};

async function prendreTentative(
  { base, horloge }: Services,
  { search, navigateur }: Retour,
): Promise<Tentative | null> {
  const [etat, ...autres] = new URLSearchParams(search).getAll('state');
  if (etat === undefined || autres.length > 0 || navigateur === null) return null;
  const prise = await base
    .deleteFrom('connexion_en_cours')
    .where('empreinte', '=', empreinteDeTentative(navigateur, etat))
    .returning(['nonce', 'verificateur', 'vers', 'expire_le'])
    .executeTakeFirst();
  return prise !== undefined && prise.expire_le > horloge.maintenant() ? { etat, ...prise } : null;
}

async function verifier(
  oidc: ConfigurationOidc,
  { search, origine }: Retour,
  { etat, nonce, verificateur }: Tentative,
): Promise<Resultat<Identite, RaisonDEchec>> {
  const fournisseur = await decouvrirFournisseur(oidc);
  const jetons = await authorizationCodeGrant(fournisseur, new URL(`${origine}${CHEMIN_DE_RETOUR}${search}`), {
    expectedState: etat,
    expectedNonce: nonce,
    pkceCodeVerifier: verificateur,
    idTokenExpected: true,
  });
  const prouve = jetons.claims();
  if (prouve === undefined || jetons.id_token === undefined) return echec('invalide');
  if (oidc.niveaux.length > 0 && !oidc.niveaux.some((niveau) => niveau === prouve.acr)) return echec('niveau');
  // Refused when it is not a signed token, or when it is about someone else.
  const personne = await fetchUserInfo(fournisseur, jetons.access_token, prouve.sub);
  const identite = lireIdentite({ ...personne, iss: prouve.iss, sub: prouve.sub }, jetons.id_token);
  return identite === null ? echec('invalide') : reussite(identite);
}
