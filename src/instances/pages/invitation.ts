import type { LoaderFunctionArgs } from 'react-router';
import { telechargement } from '#socle';
import { evenementDe } from '../lectures/evenement-de-calendrier.ts';
import { ecrireCalendrier } from '../regles/calendrier.ts';
import { chargerReunion } from './charger.ts';

/** A meeting for one's own calendar. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, instance, reunion } = await chargerReunion(arguments_);
  const texte = ecrireCalendrier(
    instance.nom,
    [evenementDe(services.configuration, instance, reunion)],
    reunion.etat === 'annulee' ? 'CANCEL' : 'PUBLISH',
  );
  return telechargement(
    new TextEncoder().encode(texte),
    `${instance.nom} ${reunion.jour}.ics`,
    'text/calendar; charset=utf-8',
  );
}
