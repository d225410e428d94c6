import { createHash } from 'node:crypto';
import { inscrire } from '#journal';
import { type Alea, aujourdhui, type Horloge, type Services } from '#socle';
import type { Base } from '#socle/base';
import { acteurDuCompte } from './comptes/acteurs.ts';
import type { Acteur } from './regles/acteur.ts';

/** A session ends after twelve hours, or two hours without a request. */
const DUREE_ABSOLUE_MS = 12 * 3_600_000;
const DUREE_D_INACTIVITE_MS = 2 * 3_600_000;
/** The last request is noted once a minute at most: reading a page is not writing a row. */
const PAS_DE_PRESENCE_MS = 60_000;

export const COOKIE_DE_SESSION = 'jalon_session';

/** Opens a session for a demonstration account and gives its token, which exists nowhere else; null when there is none. */
export async function ouvrirSession(
  base: Base,
  compte: string,
  par: { horloge: Horloge; alea: Alea },
): Promise<string | null> {
  const octets = new Uint8Array(32);
  par.alea(octets);
  const jeton = Buffer.from(octets).toString('base64url');
  const maintenant = par.horloge.maintenant();
  return base.transaction().execute(async (transaction) => {
    const connu = await transaction
      .selectFrom('compte')
      .select('id')
      .where('id', '=', compte)
      .where('demonstration', '=', true)
      .executeTakeFirst();
    if (!connu) return null;
    await transaction.deleteFrom('session').where('expire_le', '<', maintenant).execute();
    await transaction
      .insertInto('session')
      .values({
        empreinte: empreinte(jeton),
        compte_id: compte,
        ouverte_le: maintenant,
        vue_le: maintenant,
        expire_le: new Date(maintenant.getTime() + DUREE_ABSOLUE_MS),
      })
      .execute();
    await inscrire(
      transaction,
      {
        acte: 'session.ouvrir',
        objet: { type: 'compte', id: compte },
        territoire: null,
        charge: { moyen: 'demonstration' },
      },
      { auteur: compte, horloge: par.horloge },
    );
    return jeton;
  });
}

/** Who acts with this session token: the person, or the person's stand-in account while that is chosen and in force. */
export async function acteurDeLaSession(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  jeton: string,
): Promise<Acteur | null> {
  const session = await sessionDuJeton(base, jeton, horloge);
  if (session === null) return null;
  const jour = aujourdhui(horloge);
  const suppleant = session.suppleance === null ? null : await acteurDuCompte(base, session.suppleance, jour);
  return suppleant ?? acteurDuCompte(base, session.compte, jour);
}

type Session = { readonly compte: string; readonly suppleance: string | null };

/** The session of this token; null when unknown, expired or left idle. */
async function sessionDuJeton(base: Base, jeton: string, horloge: Horloge): Promise<Session | null> {
  const maintenant = horloge.maintenant();
  const session = await base
    .selectFrom('session')
    .select(['compte_id', 'suppleance_id', 'vue_le', 'expire_le'])
    .where('empreinte', '=', empreinte(jeton))
    .executeTakeFirst();
  if (!session || session.expire_le <= maintenant) return null;
  const silence = maintenant.getTime() - session.vue_le.getTime();
  if (silence > DUREE_D_INACTIVITE_MS) return null;
  if (silence > PAS_DE_PRESENCE_MS) {
    await base.updateTable('session').set({ vue_le: maintenant }).where('empreinte', '=', empreinte(jeton)).execute();
  }
  return { compte: session.compte_id, suppleance: session.suppleance_id };
}

export async function fermerSession(base: Base, jeton: string, horloge: Horloge): Promise<void> {
  await base.transaction().execute(async (transaction) => {
    const fermee = await transaction
      .deleteFrom('session')
      .where('empreinte', '=', empreinte(jeton))
      .returning('compte_id')
      .executeTakeFirst();
    if (!fermee) return;
    await inscrire(
      transaction,
      { acte: 'session.fermer', objet: { type: 'compte', id: fermee.compte_id }, territoire: null, charge: {} },
      { auteur: fermee.compte_id, horloge },
    );
  });
}

/** Token that every form of this session carries; it proves the form was drawn by us and reveals nothing of the session. */
export function jetonDeFormulaire(jetonDeSession: string): string {
  return createHash('sha256').update(`formulaire:${jetonDeSession}`).digest('base64url');
}

function empreinte(jeton: string): string {
  return createHash('sha256').update(jeton).digest('hex');
}
