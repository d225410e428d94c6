import type { Acteur } from '#acces';
import type { ObjetNomme } from '#journal';
import type { Base } from '#socle/base';
import { dernierJourDuMois } from '#socle/valeurs';
import { peutLireFeuille } from '../politique.ts';
import { lireFeuilles } from './feuille.ts';

/** Who reads a roadmap depends on whether it is signed, never on the day: any day after all signatures will do. */
const UN_JOUR_APRES_TOUS = dernierJourDuMois(2199, 12);

/** Roadmaps as they are called, for whoever reads them. */
export async function nommerFeuilles(
  base: Base,
  acteur: Acteur,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ObjetNomme>> {
  if (ids.length === 0) return new Map();
  const voulues = new Set(ids);
  const feuilles = await lireFeuilles(base, UN_JOUR_APRES_TOUS);
  return new Map(
    feuilles
      .filter((feuille) => voulues.has(feuille.id) && peutLireFeuille(acteur, feuille).permis)
      .map(({ id, titre }) => [id, { libelle: titre, href: `/feuilles-de-route/${id}` }]),
  );
}
