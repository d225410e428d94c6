import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { PointDate } from '../regles/series.ts';
import { AUCUN_POINT, type LirePoints, type Points, type TypeDeValeur } from './modele.ts';
import { lirePoints, pointsEnTexte } from './points-en-texte.ts';

/** Which points: of one indicator, in these territories; everywhere when null. */
export type PorteeDePoints = { readonly indicateur: number; readonly territoires: ReadonlySet<string> | null };

type Ligne = {
  readonly indicateur: number;
  readonly territoire: string;
  readonly type: TypeDeValeur;
  readonly points: string;
};

/** The points known today, in one query. */
export async function lireLesPoints(base: Base, portees: readonly PorteeDePoints[]): Promise<LirePoints> {
  const { rows } = await sql<Ligne>`
    with voulus as (${voulus(portees)})
    select c.indicateur, c.territoire, c.type,
      ${pointsEnTexte(sql`c.jour`, sql`c.valeur`)} as points
    from voulus join valeur_courante c using (indicateur, territoire)
    group by c.indicateur, c.territoire, c.type`.execute(base);
  return parSerie(rows);
}

/** The points that were known at the end of this day in Paris: the last fact of each key by then. */
export async function lireLesPointsConnus(
  base: Base,
  portees: readonly PorteeDePoints[],
  jour: Jour,
): Promise<LirePoints> {
  const { rows } = await sql<Ligne>`
    with voulus as (${voulus(portees)})
    select v.indicateur, v.territoire, connus.type, connus.points from voulus v cross join lateral (
      select derniere.type, ${pointsEnTexte(sql`derniere.jour`, sql`derniere.valeur`)} as points
      from (
        -- The way of the index, backwards: a series is read alone, and needs no sorting.
        select distinct on (f.type, f.jour) f.type, f.jour, f.valeur from valeur f
        where f.indicateur = v.indicateur and f.territoire = v.territoire
          and f.enregistre_le < ((${jour}::date + 1)::timestamp at time zone 'Europe/Paris')
        order by f.type desc, f.jour desc, f.id desc
      ) as derniere
      where derniere.valeur is not null
      group by derniere.type
    ) as connus`.execute(base);
  return parSerie(rows);
}

function voulus(portees: readonly PorteeDePoints[]) {
  const partout = portees.filter(({ territoires }) => territoires === null).map(({ indicateur }) => indicateur);
  const couples = portees.flatMap(({ indicateur, territoires }) =>
    [...(territoires ?? [])].map((territoire) => ({ indicateur, territoire })),
  );
  return sql`
    select * from unnest(${couples.map(({ indicateur }) => indicateur)}::int[],
      ${couples.map(({ territoire }) => territoire)}::text[]) as v (indicateur, territoire)
    union
    select distinct c.indicateur, t.code
    from unnest(${partout}::int[]) as c (indicateur) cross join territoire t`;
}

function parSerie(lignes: readonly Ligne[]): LirePoints {
  const lus = new Map<string, { vi: readonly PointDate[]; va: readonly PointDate[]; vc: readonly PointDate[] }>();
  for (const { indicateur, territoire, type, points } of lignes) {
    const cle = `${indicateur} ${territoire}`;
    const connu = lus.get(cle) ?? { ...AUCUN_POINT };
    connu[type] = lirePoints(points);
    lus.set(cle, connu);
  }
  return (indicateur, territoire): Points => lus.get(`${indicateur} ${territoire}`) ?? AUCUN_POINT;
}
