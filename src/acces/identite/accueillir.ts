import { sql } from 'kysely';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import type { Base } from '#socle/base';
import { deposerDemande } from '../arrivees/deposer.ts';
import { ouvrirVisite } from '../arrivees/visite.ts';
import { deciderConnexion } from '../regles/connexion.ts';
import { type Entree, ecrireSession } from '../session.ts';
import { constater } from './constater.ts';
import type { Identite } from './identite.ts';

export type Accueil =
  /** Token of the session. */
  | { readonly issue: 'entrer'; readonly jeton: string }
  | { readonly issue: 'refuser'; readonly message: string }
  /** Token of the visit, which opens nothing but the page that says whom to ask. */
  | { readonly issue: 'inconnu'; readonly jeton: string };

/** Receives a proven identity: opens the session of its account, or says why not and to whom to turn. */
export async function accueillir(
  services: Services,
  identite: Identite,
  { appareil, ancienne }: Pick<Entree, 'appareil' | 'ancienne'>,
): Promise<Accueil> {
  return services.base.transaction().execute(async (transaction) => {
    const { emetteur, sujet, jetonIdentite } = identite;
    // One at a time for one identity, known or not: two windows make one request, and one link.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${emetteur} ${sujet}`}, 0))`.execute(transaction);
    const { demande, ...constat } = await constater(transaction, identite);
    const decision = deciderConnexion({ ...constat, demande });
    switch (decision.issue) {
      case 'refuser':
        return { issue: 'refuser', message: decision.message };
      case 'inconnu': {
        const sienne =
          demande === null || decision.demander ? await deposerDemande(transaction, services, identite) : demande.id;
        return { issue: 'inconnu', jeton: await ouvrirVisite(transaction, services, sienne, identite) };
      }
      case 'entrer': {
        const { compte, rattacher } = decision;
        if (rattacher === null) await suivreCourriel(transaction, services, compte, identite);
        else await rattacherIdentite(transaction, services, compte, identite, rattacher);
        const entree: Entree = { compte, moyen: 'oidc', appareil, ancienne, jetonIdentite };
        return { issue: 'entrer', jeton: await ecrireSession(transaction, services, entree) };
      }
    }
  });
}

async function rattacherIdentite(
  transaction: Base,
  { horloge }: Services,
  compte: string,
  { emetteur, sujet, courriel }: Identite,
  par: 'courriel' | 'demande',
): Promise<void> {
  const maintenant = horloge.maintenant();
  await transaction
    .insertInto('identite')
    .values({ emetteur, sujet, compte_id: compte, courriel, cree_le: maintenant, vue_le: maintenant })
    .execute();
  // An administrator opened the account without answering the request: it is answered.
  await transaction
    .updateTable('demande_acces')
    .set({ etat: 'accordee', compte_id: compte, traitee_le: maintenant })
    .where('emetteur', '=', emetteur)
    .where('sujet', '=', sujet)
    .where('compte_id', 'is', null)
    .where('etat', '=', 'ouverte')
    .execute();
  await inscrire(
    transaction,
    { acte: 'identite.rattacher', objet: { type: 'compte', id: compte }, territoire: null, charge: { par } },
    { auteur: compte, horloge },
  );
}

/**
 * The address of a known identity may have changed: the identity follows, and the account too when its own address was
 * the former one and nobody else has the new one. The journal says that it changed, not what it is.
 */
async function suivreCourriel(
  transaction: Base,
  { horloge }: Services,
  compte: string,
  { emetteur, sujet, courriel, courrielVerifie }: Identite,
): Promise<void> {
  const avant = await transaction
    .selectFrom('identite')
    .select('courriel')
    .where('emetteur', '=', emetteur)
    .where('sujet', '=', sujet)
    .executeTakeFirstOrThrow();
  const nouveau = courriel !== null && courrielVerifie ? courriel : avant.courriel;
  await transaction
    .updateTable('identite')
    .set({ vue_le: horloge.maintenant(), courriel: nouveau })
    .where('emetteur', '=', emetteur)
    .where('sujet', '=', sujet)
    .execute();
  if (nouveau === avant.courriel) return;
  await transaction
    .updateTable('compte')
    .set((eb) => ({ courriel: nouveau, version: eb('version', '+', 1) }))
    .where('id', '=', compte)
    .where(sql<boolean>`courriel is not distinct from ${avant.courriel}`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('compte as autre')
            .select('autre.id')
            .where('autre.courriel', '=', nouveau)
            .where('autre.ferme_le', 'is', null),
        ),
      ),
    )
    .execute();
  await inscrire(
    transaction,
    { acte: 'identite.changer_de_courriel', objet: { type: 'compte', id: compte }, territoire: null, charge: {} },
    { auteur: compte, horloge },
  );
}
