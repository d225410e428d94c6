import type { Acteur } from '#acces';
import type { ObjetNomme } from '#journal';
import type { Base } from '#socle/base';
import { peutLireFicheDeReforme } from '../politique.ts';
import { toutesLesReformes } from './reformes.ts';

/** Reforms as they are called today, for whoever reads them. */
export async function nommerReformes(
  base: Base,
  acteur: Acteur,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ObjetNomme>> {
  if (ids.length === 0) return new Map();
  const voulues = new Set(ids);
  return new Map(
    (await toutesLesReformes(base))
      .filter((reforme) => voulues.has(reforme.id) && peutLireFicheDeReforme(acteur, reforme).permis)
      .map(({ id, nom }) => [id, { libelle: nom, href: `/reformes/${id}` }]),
  );
}
