import type { Configuration } from '#socle';
import type { EvenementDeCalendrier } from '../regles/calendrier.ts';
import { instantAParis } from '../regles/heure.ts';
import type { Instance } from './instances.ts';
import type { Reunion } from './reunions.ts';

/** A meeting as calendars show it: when, where, and the page where its agenda is. What is on it stays in Jalon. */
export function evenementDe(
  { origine, port }: Pick<Configuration, 'origine' | 'port'>,
  { nom }: Pick<Instance, 'nom'>,
  { id, jour, heure, duree, lieu, etat, version, modifieLe }: Reunion,
): EvenementDeCalendrier {
  const debut = instantAParis(jour, heure);
  const adresse = new URL(`/reunions/${id}`, origine ?? `http://localhost:${port}`).href;
  return {
    id,
    titre: nom,
    debut,
    fin: new Date(debut.getTime() + duree * 60_000),
    lieu,
    description: `Ordre du jour et documents : ${adresse}`,
    adresse,
    annule: etat === 'annulee',
    version,
    modifieLe,
  };
}
