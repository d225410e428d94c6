import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { peutLireFeuille } from '../politique.ts';
import { type Feuille, lireFeuilles } from './feuille.ts';

/** The roadmaps this actor reads, the latest signed first, those in preparation before. */
export async function listerFeuilles(base: Base, acteur: Acteur, au: Jour): Promise<readonly Feuille[]> {
  return (await lireFeuilles(base, au)).filter((feuille) => peutLireFeuille(acteur, feuille).permis);
}

/** Changes of roadmaps that wait for an answer. */
export function enAttenteDeReponse({ evenements }: Pick<Feuille, 'evenements'>) {
  return evenements.filter(
    ({ id, genre }) =>
      (genre === 'avenant' || genre === 'actualisation') && !evenements.some(({ repondA }) => repondA === id),
  );
}
