import { inscrire } from '#journal';
import type { Services } from '#socle';
import type { Base } from '#socle/base';
import type { Identite } from '../identite/identite.ts';
import { prevenirDeLaDemande } from './prevenir.ts';

/** Records that someone whose identity is proven has no account, and tells the national administrators. */
export async function deposerDemande(
  transaction: Base,
  services: Services,
  { emetteur, sujet, nom, courriel }: Pick<Identite, 'emetteur' | 'sujet' | 'nom' | 'courriel'>,
): Promise<string> {
  const id = services.ids.nouveau();
  await transaction
    .insertInto('demande_acces')
    .values({ id, emetteur, sujet, nom, courriel, etat: 'ouverte', creee_le: services.horloge.maintenant() })
    .execute();
  await prevenirDeLaDemande(transaction, services, { id, territoire: null });
  await inscrire(
    transaction,
    { acte: 'demande.deposer', objet: { type: 'demande', id }, territoire: null, charge: {} },
    { auteur: null, horloge: services.horloge },
  );
  return id;
}
