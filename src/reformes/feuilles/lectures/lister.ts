import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { type Lecture, lectureDeFeuille } from '../politique.ts';
import { type Feuille, lireFeuilles } from './feuille.ts';

/** The roadmaps this actor reads and what of each, the latest signed first, those in preparation before. */
export async function listerFeuilles(
  base: Base,
  acteur: Acteur,
  au: Jour,
): Promise<readonly { readonly feuille: Feuille; readonly lecture: Lecture }[]> {
  return (await lireFeuilles(base, au))
    .map((feuille) => ({ feuille, lecture: lectureDeFeuille(acteur, feuille) }))
    .filter(({ lecture }) => lecture.part !== 'fermee');
}

/** Changes of roadmaps that wait for an answer. */
export function enAttenteDeReponse({ evenements }: Pick<Feuille, 'evenements'>) {
  return evenements.filter(
    ({ id, genre }) =>
      (genre === 'avenant' || genre === 'actualisation') && !evenements.some(({ repondA }) => repondA === id),
  );
}
