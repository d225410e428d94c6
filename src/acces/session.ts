import { createHash } from 'node:crypto';
import { inscrire } from '#journal';
import { aujourdhui, type Services } from '#socle';
import type { Base } from '#socle/base';
import { acteurDuCompte } from './comptes/acteurs.ts';
import type { Acteur } from './regles/acteur.ts';
import { empreinte, nouveauSecret } from './secret.ts';

/** A session ends after twelve hours, or two hours without a request. */
const DUREE_ABSOLUE_MS = 12 * 3_600_000;
export const DUREE_D_INACTIVITE_MS = 2 * 3_600_000;
/** The last request is noted once a minute at most: reading a page is not writing a row. */
const PAS_DE_PRESENCE_MS = 60_000;

export const COOKIE_DE_SESSION = 'jalon_session';

/** How the person proved who they are, and what the session will remember of it. */
export type Entree = {
  readonly compte: string;
  readonly moyen: 'demonstration' | 'oidc';
  /** « Firefox sur Windows ». */
  readonly appareil: string;
  /** Token of the session this browser had: it ends where the new one begins. */
  readonly ancienne: string | null;
  /** Identity token of the provider, given back to it when the person leaves. */
  readonly jetonIdentite: string | null;
};

/** Opens a session for a demonstration account and gives its token, which exists nowhere else; null when there is none. */
export async function ouvrirSessionDeDemonstration(
  services: Services,
  { compte, appareil, ancienne }: Pick<Entree, 'compte' | 'appareil' | 'ancienne'>,
): Promise<string | null> {
  return services.base.transaction().execute(async (transaction) => {
    const connu = await transaction
      .selectFrom('compte')
      .select('id')
      .where('id', '=', compte)
      .where('demonstration', '=', true)
      .where('ferme_le', 'is', null)
      .executeTakeFirst();
    if (!connu || !services.configuration.demonstration) return null;
    const entree: Entree = { compte, moyen: 'demonstration', appareil, ancienne, jetonIdentite: null };
    return ecrireSession(transaction, services, entree);
  });
}

/** The last thing a sign-in does in its transaction: the session, its trace, and the end of the one this browser had. */
export async function ecrireSession(
  transaction: Base,
  { horloge, alea }: Pick<Services, 'horloge' | 'alea'>,
  { compte, moyen, appareil, ancienne, jetonIdentite }: Entree,
): Promise<string> {
  const jeton = nouveauSecret(alea);
  const maintenant = horloge.maintenant();
  await transaction
    .deleteFrom('session')
    .where((eb) =>
      eb.or([
        eb('expire_le', '<', maintenant),
        ...(ancienne === null ? [] : [eb('empreinte', '=', empreinte(ancienne))]),
      ]),
    )
    .execute();
  await transaction
    .insertInto('session')
    .values({
      empreinte: empreinte(jeton),
      compte_id: compte,
      moyen,
      appareil,
      jeton_identite: jetonIdentite,
      ouverte_le: maintenant,
      vue_le: maintenant,
      expire_le: new Date(maintenant.getTime() + DUREE_ABSOLUE_MS),
    })
    .execute();
  await transaction.updateTable('compte').set({ derniere_connexion_le: maintenant }).where('id', '=', compte).execute();
  await inscrire(
    transaction,
    { acte: 'session.ouvrir', objet: { type: 'compte', id: compte }, territoire: null, charge: { moyen } },
    { auteur: compte, horloge },
  );
  return jeton;
}

/** Who acts with this session token: the person, or the person's stand-in account while that is chosen and in force. */
export async function acteurDeLaSession(services: Services, jeton: string): Promise<Acteur | null> {
  const session = await sessionDuJeton(services, jeton);
  if (session === null) return null;
  const jour = aujourdhui(services.horloge);
  const suppleant = session.suppleance === null ? null : await acteurDuCompte(services.base, session.suppleance, jour);
  return suppleant ?? acteurDuCompte(services.base, session.compte, jour);
}

type Session = { readonly compte: string; readonly suppleance: string | null };

/** The session of this token; null when unknown, expired, left idle, or of a demonstration that is not open any more. */
async function sessionDuJeton({ base, horloge, configuration }: Services, jeton: string): Promise<Session | null> {
  const maintenant = horloge.maintenant();
  const session = await base
    .selectFrom('session')
    .select(['compte_id', 'suppleance_id', 'moyen', 'vue_le', 'expire_le'])
    .where('empreinte', '=', empreinte(jeton))
    .executeTakeFirst();
  if (!session || session.expire_le <= maintenant) return null;
  if (session.moyen === 'demonstration' && !configuration.demonstration) return null;
  const silence = maintenant.getTime() - session.vue_le.getTime();
  if (silence > DUREE_D_INACTIVITE_MS) return null;
  if (silence > PAS_DE_PRESENCE_MS) {
    await base.updateTable('session').set({ vue_le: maintenant }).where('empreinte', '=', empreinte(jeton)).execute();
  }
  return { compte: session.compte_id, suppleance: session.suppleance_id };
}

/** Ends the session of this token; gives what the provider needs to end its own, when it opened this one. */
export async function fermerSession(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  jeton: string,
): Promise<{ jetonIdentite: string | null }> {
  return base.transaction().execute(async (transaction) => {
    const fermee = await transaction
      .deleteFrom('session')
      .where('empreinte', '=', empreinte(jeton))
      .returning(['compte_id', 'jeton_identite'])
      .executeTakeFirst();
    if (!fermee) return { jetonIdentite: null };
    await inscrire(
      transaction,
      { acte: 'session.fermer', objet: { type: 'compte', id: fermee.compte_id }, territoire: null, charge: {} },
      { auteur: fermee.compte_id, horloge },
    );
    return { jetonIdentite: fermee.jeton_identite };
  });
}

/** Token that every form of this session carries; it proves the form was drawn by us and reveals nothing of the session. */
export function jetonDeFormulaire(jetonDeSession: string): string {
  return createHash('sha256').update(`formulaire:${jetonDeSession}`).digest('base64url');
}
