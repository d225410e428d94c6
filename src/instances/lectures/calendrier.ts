import { acteurDuCompte, empreinteDuSecret } from '#acces';
import { aujourdhui, type Services } from '#socle';
import { ajouterJours } from '#socle/valeurs';
import { ecrireCalendrier } from '../regles/calendrier.ts';
import { evenementDe } from './evenement-de-calendrier.ts';
import { listerInstances } from './instances.ts';
import { reunionsDepuis } from './reunions.ts';

/** Past meetings a calendar keeps showing. */
const JOURS_PASSES = 90;

/** The meetings of the committees this account reads, for the calendar its secret opens; null when it opens nothing. */
export async function calendrierDuSecret(services: Services, secret: string): Promise<string | null> {
  const { base, horloge, configuration } = services;
  const au = aujourdhui(horloge);
  const connu = await base
    .selectFrom('calendrier_de_compte')
    .innerJoin('compte', 'compte.id', 'calendrier_de_compte.compte_id')
    .select('compte.id')
    .where('empreinte', '=', empreinteDuSecret(secret))
    .where('compte.ferme_le', 'is', null)
    // A character of the demonstration opens nothing where it is closed.
    .$if(!configuration.demonstration, (requete) => requete.where('compte.demonstration', '=', false))
    .executeTakeFirst();
  const acteur = connu === undefined ? null : await acteurDuCompte(base, connu.id, au);
  if (acteur === null) return null;
  const instances = new Map((await listerInstances(base, acteur)).map((instance) => [instance.id, instance]));
  const reunions = await reunionsDepuis(base, [...instances.keys()], ajouterJours(au, -JOURS_PASSES));
  return ecrireCalendrier(
    'Mes instances',
    reunions.flatMap((reunion) => {
      const instance = instances.get(reunion.instance);
      return instance === undefined ? [] : [evenementDe(configuration, instance, reunion)];
    }),
  );
}
