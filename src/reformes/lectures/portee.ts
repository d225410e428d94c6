import { sql } from 'kysely';
import type { Acteur } from '#acces';
import { estResponsable, type Portee } from '#indicateurs';
import type { Base } from '#socle/base';
import { peutTenirReforme, territoiresLisibles } from '../politique.ts';
import { toutesLesReformes } from './reformes.ts';

/** Which figures this person reads: of each indicator, by its number, in which territories; and those they write. */
export type PorteeDIndicateurs = {
  /** Null: every indicator, everywhere. */
  readonly lisibles: ReadonlyMap<number, ReadonlySet<string>> | null;
  /** Identifiers of the indicators of the reforms this person keeps up to date. */
  readonly tenus: ReadonlySet<string>;
};

/**
 * An indicator is read through the reforms it belongs to: in every territory where one of them is read. Those of no reform
 * are read by the DITP, and by the team that is responsible for them.
 */
export async function porteeDIndicateurs(base: Base, acteur: Acteur): Promise<PorteeDIndicateurs> {
  const [reformes, { rows }] = await Promise.all([
    toutesLesReformes(base),
    sql<{ panier: number; indicateur: number; id: string }>`
      select distinct p.panier, p.indicateur, i.id from panier_indicateur p
      join indicateur i on i.numero = p.indicateur`.execute(base),
  ]);
  const parPanier = new Map(reformes.map((reforme) => [reforme.panier, reforme]));
  const territoires = new Map<number, readonly string[]>();
  const lisibles = new Map<number, Set<string>>();
  const tenus = new Set<string>();
  for (const { panier, indicateur, id } of rows) {
    const reforme = parPanier.get(panier);
    if (reforme === undefined) continue;
    const lus = territoires.get(panier) ?? territoiresLisibles(acteur, reforme);
    territoires.set(panier, lus);
    if (peutTenirReforme(acteur, reforme).permis) tenus.add(id);
    if (lus.length > 0) lisibles.set(indicateur, new Set([...(lisibles.get(indicateur) ?? []), ...lus]));
  }
  return { lisibles: acteur.profil === 'ditp' ? null : lisibles, tenus };
}

/** Identifiers of the indicators this person writes by the reforms they keep, for the pages of the room below. */
export async function indicateursTenus(base: Base, acteur: Acteur): Promise<ReadonlySet<string>> {
  return (await porteeDIndicateurs(base, acteur)).tenus;
}

/** The territories where this person reads the values of an indicator. */
export function porteeSur(
  acteur: Acteur,
  vu: Parameters<typeof estResponsable>[1] & { readonly numero: number },
  { lisibles, tenus }: PorteeDIndicateurs,
): Portee {
  if (lisibles === null || estResponsable(acteur, vu, tenus)) return 'tous';
  return lisibles.get(vu.numero) ?? new Set<string>();
}
