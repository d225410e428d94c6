import type { Services } from '#socle';
import type { Base } from '#socle/base';
import type { Identite } from '../identite/identite.ts';
import { empreinte, nouveauSecret } from '../secret.ts';

export const COOKIE_DE_VISITE = 'jalon_visite';
/** Long enough to fill a form; afterwards one signs in again. */
export const DUREE_DE_VISITE_S = 3_600;

/** Lets this browser tell more of this request, and nothing else. Gives the token that proves it. */
export async function ouvrirVisite(
  transaction: Base,
  { horloge, alea }: Services,
  demande: string,
  { jetonIdentite }: Pick<Identite, 'jetonIdentite'>,
): Promise<string> {
  const jeton = nouveauSecret(alea);
  const maintenant = horloge.maintenant();
  await transaction.deleteFrom('visite_inconnue').where('expire_le', '<', maintenant).execute();
  await transaction
    .insertInto('visite_inconnue')
    .values({
      empreinte: empreinte(jeton),
      demande_id: demande,
      jeton_identite: jetonIdentite,
      expire_le: new Date(maintenant.getTime() + DUREE_DE_VISITE_S * 1_000),
    })
    .execute();
  return jeton;
}

export type Demande = {
  readonly id: string;
  readonly etat: 'ouverte' | 'accordee' | 'refusee';
  readonly nom: string | null;
  readonly courriel: string | null;
  readonly territoire: string | null;
  readonly organisation: string | null;
  readonly message: string | null;
  readonly creeeLe: string;
  /** Why it was refused, as the administrator wrote it. */
  readonly reponse: string | null;
};

/** The request this visit is about; null when the visit is unknown or over, or the request erased. */
export async function demandeDeLaVisite(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  jeton: string,
): Promise<Demande | null> {
  const ligne = await base
    .selectFrom('visite_inconnue')
    .innerJoin('demande_acces', 'demande_acces.id', 'visite_inconnue.demande_id')
    .selectAll('demande_acces')
    .where('visite_inconnue.empreinte', '=', empreinte(jeton))
    .where('visite_inconnue.expire_le', '>', horloge.maintenant())
    .executeTakeFirst();
  if (!ligne) return null;
  const { etat } = ligne;
  if (etat !== 'ouverte' && etat !== 'accordee' && etat !== 'refusee') return null;
  return {
    id: ligne.id,
    etat,
    nom: ligne.nom,
    courriel: ligne.courriel,
    territoire: ligne.territoire_code,
    organisation: ligne.organisation_id,
    message: ligne.message,
    creeeLe: ligne.creee_le.toISOString(),
    reponse: ligne.reponse,
  };
}

/** Ends the visit; gives what the provider needs to end its own session. */
export async function fermerVisite({ base }: Pick<Services, 'base'>, jeton: string): Promise<string | null> {
  const fermee = await base
    .deleteFrom('visite_inconnue')
    .where('empreinte', '=', empreinte(jeton))
    .returning('jeton_identite')
    .executeTakeFirst();
  return fermee?.jeton_identite ?? null;
}
