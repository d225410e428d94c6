import { aujourdhui, type Services } from '#socle';
import { acteurDuCompte } from '../comptes/acteurs.ts';
import type { Acteur } from '../regles/acteur.ts';
import { aLaFormeDUnJeton, empreinteDuJeton } from './secret.ts';

/** The machine of this token, with the rights its holder has at this instant; null when the token opens nothing any more. */
export async function acteurDuJeton(
  { base, horloge, configuration }: Pick<Services, 'base' | 'horloge' | 'configuration'>,
  jeton: string,
): Promise<Acteur | null> {
  if (!aLaFormeDUnJeton(jeton)) return null;
  const connu = await base
    .selectFrom('jeton')
    .innerJoin('compte as machine', 'machine.id', 'jeton.compte_id')
    .innerJoin('compte as titulaire', 'titulaire.id', 'machine.titulaire_id')
    .select('jeton.compte_id')
    .where('empreinte', '=', empreinteDuJeton(jeton))
    .where('revoque_le', 'is', null)
    .where('expire_le', '>', horloge.maintenant())
    // A character of the demonstration opens nothing where it is closed, by a token no more than by a session.
    .$if(!configuration.demonstration, (requete) => requete.where('titulaire.demonstration', '=', false))
    .executeTakeFirst();
  return connu === undefined ? null : acteurDuCompte(base, connu.compte_id, aujourdhui(horloge));
}
