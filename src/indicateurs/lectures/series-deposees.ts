import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { TypeDeValeur } from '../calcul/modele.ts';

/** Which series of an import: those that do not look like their history, that change known values, that bring new ones. */
export type VueDeSeries = 'douteuses' | 'changees' | 'nouvelles';

export type SerieDeposee = {
  readonly numero: number;
  readonly identifiant: string;
  readonly nom: string;
  readonly unite: string;
  readonly decimales: number;
  readonly territoire: string;
  readonly type: TypeDeValeur;
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly ecartMaximal: string | null;
  readonly verdict: 'plausible' | 'a_confirmer' | 'sans_historique';
  readonly soupcons: readonly string[];
};

const CONDITIONS = {
  douteuses: sql`s.verdict = 'a_confirmer'`,
  changees: sql`s.modifiees > 0`,
  nouvelles: sql`s.nouvelles > 0`,
} as const;

/** How many series of each kind an import has. */
export async function compterSeries(base: Base, importation: string): Promise<Readonly<Record<VueDeSeries, number>>> {
  const { rows } = await sql<Record<VueDeSeries, number>>`
    select (count(*) filter (where ${CONDITIONS.douteuses}))::int as douteuses,
      (count(*) filter (where ${CONDITIONS.changees}))::int as changees,
      (count(*) filter (where ${CONDITIONS.nouvelles}))::int as nouvelles
    from serie_deposee s where import_id = ${importation}`.execute(base);
  return rows[0] ?? { douteuses: 0, changees: 0, nouvelles: 0 };
}

/** One page of the series of an import, by indicator then territory. */
export async function seriesDeposees(
  base: Base,
  importation: string,
  { vue, saut, limite }: { vue: VueDeSeries; saut: number; limite: number },
): Promise<readonly SerieDeposee[]> {
  const { rows } = await sql<SerieDeposee>`
    select i.numero, i.identifiant, i.nom, i.unite, i.decimales, s.territoire, s.type, s.nouvelles, s.modifiees,
      s.ecart_maximal as "ecartMaximal", s.verdict, s.soupcons
    from serie_deposee s join indicateur i on i.numero = s.indicateur
    where s.import_id = ${importation} and ${CONDITIONS[vue]}
    order by i.nom, s.indicateur, s.territoire, s.type limit ${limite} offset ${saut}`.execute(base);
  return rows;
}

export type PointDepose = { readonly jour: string; readonly valeur: string; readonly avant: string | null };

/** What is known of these series and what the import would make of it, day by day. */
export async function pointsDesSeries(
  base: Base,
  importation: string,
  series: readonly Pick<SerieDeposee, 'numero' | 'territoire' | 'type'>[],
): Promise<
  ReadonlyMap<string, { readonly connus: readonly PointDepose[]; readonly proposes: readonly PointDepose[] }>
> {
  if (series.length === 0) return new Map();
  const voulues = sql`
    select * from unnest(${series.map(({ numero }) => numero)}::int[], ${series.map(({ territoire }) => territoire)}::text[],
      ${series.map(({ type }) => type)}::text[]) as v (indicateur, territoire, type)`;
  const { rows } = await sql<{
    indicateur: number;
    territoire: string;
    type: TypeDeValeur;
    jour: string;
    avant: string | null;
    valeur: string | null;
  }>`
    with voulues as (${voulues}), connues as (
      select c.* from voulues join valeur_courante c using (indicateur, territoire, type)
    ), deposees as (
      select d.indicateur, d.territoire, d.type, d.jour, d.valeur from voulues
      join valeur_deposee d using (indicateur, territoire, type)
      where d.import_id = ${importation} and d.etat = 'prete'
    )
    select indicateur, territoire, type, to_char(jour, 'YYYY-MM-DD') as jour, c.valeur as avant, d.valeur
    from connues c full join deposees d using (indicateur, territoire, type, jour) order by jour`.execute(base);
  const lues = new Map<string, { connus: PointDepose[]; proposes: PointDepose[] }>();
  for (const { indicateur, territoire, type, jour, avant, valeur } of rows) {
    const cle = cleDeSerie({ numero: indicateur, territoire, type });
    const serie = lues.get(cle) ?? { connus: [], proposes: [] };
    if (avant !== null) serie.connus.push({ jour, valeur: avant, avant: null });
    if (valeur !== null && valeur !== avant) serie.proposes.push({ jour, valeur, avant });
    lues.set(cle, serie);
  }
  return lues;
}

export function cleDeSerie({ numero, territoire, type }: Pick<SerieDeposee, 'numero' | 'territoire' | 'type'>): string {
  return `${numero}-${territoire}-${type}`;
}
