import { inscrire } from '#journal';
import type { Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import type { Acteur } from '../regles/acteur.ts';
import { empreinte } from '../secret.ts';

/** Ends one of one's own sessions, wherever it was opened. Someone else's is as good as absent. */
export async function revoquerSession(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  const fermees = UUID.test(id) ? await revoquer(services, acteur, { id }) : 0;
  return fermees === 1
    ? reussite(null)
    : echec({
        nature: 'introuvable',
        regle: 'session.introuvable',
        message: 'Cette session n’est pas à vous, ou elle est déjà fermée. Rechargez la liste de vos sessions.',
      });
}

/** Ends all of one's sessions but this browser's, and says how many. */
export async function revoquerLesAutres(services: Services, acteur: Acteur, jeton: string): Promise<Resultat<number>> {
  return reussite(await revoquer(services, acteur, { sauf: empreinte(jeton) }));
}

/** For whoever closes an account, in the same transaction: its sessions end at once. Gives their number. */
export async function fermerSessionsDuCompte(transaction: Base, compte: string): Promise<number> {
  const fermees = await transaction.deleteFrom('session').where('compte_id', '=', compte).returning('id').execute();
  return fermees.length;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function revoquer(
  { base, horloge }: Services,
  { personne }: Acteur,
  lesquelles: { readonly id: string } | { readonly sauf: string },
): Promise<number> {
  return base.transaction().execute(async (transaction) => {
    const fermees = await transaction
      .deleteFrom('session')
      .where('compte_id', '=', personne)
      .where((eb) => ('id' in lesquelles ? eb('id', '=', lesquelles.id) : eb('empreinte', '<>', lesquelles.sauf)))
      .returning('id')
      .execute();
    if (fermees.length > 0) {
      await inscrire(
        transaction,
        {
          acte: 'session.revoquer',
          objet: { type: 'compte', id: personne },
          territoire: null,
          charge: { sessions: fermees.length },
        },
        { auteur: personne, horloge },
      );
    }
    return fermees.length;
  });
}
