import { type RawBuilder, sql } from 'kysely';
import type { Regard } from '#indicateurs';
import { estEnRetrait } from '#indicateurs/regles';
import type { Base } from '#socle/base';
import { type Jour, lireDecimal } from '#socle/valeurs';
import type { Suivi } from '../../lectures/suivis.ts';
import type { PasseDUnTerritoire } from '../../regles/fiabilite-des-meteos.ts';
import type { Meteo } from '../../regles/meteo.ts';

export type MeteoPassee = {
  readonly cle: string;
  readonly meteo: Meteo;
  readonly phrase: string;
  readonly jour: Jour;
  /** What the indicators said that day. */
  readonly ecartPoints: string | null;
  readonly tauxGlobal: string | null;
  /** How it is signed; null when Jalon wrote it. */
  readonly auteur: string | null;
  readonly enregistreLe: Date;
};

/** Ten years of a météo a month. */
const METEOS_AU_PLUS = 120;

/** The météos of a reform in a territory, the latest first. The caller has checked that the actor reads them. */
export async function lireMeteos(
  base: Base,
  reforme: string,
  territoire: string,
  regard: Regard,
): Promise<readonly MeteoPassee[]> {
  const { rows } = await sql<MeteoPassee>`
    select m.id::text as cle, m.meteo, m.phrase, m.jour, m.ecart_points as "ecartPoints",
      m.taux_global as "tauxGlobal", s.nom as auteur, m.enregistre_le as "enregistreLe"
    from meteo_declaree m left join signataire s on s.id = m.auteur
    where m.reforme_id = ${reforme}::uuid and m.territoire_code = ${territoire} ${connueAu(regard, sql.ref('m.enregistre_le'))}
    order by m.id desc limit ${METEOS_AU_PLUS}`.execute(base);
  return rows;
}

/**
 * The past météos of a reform in these territories, beside what its indicators said then and say now: what tells how
 * reliable they proved. `suivis`: of the same territories, all readable by the actor.
 */
export async function passeDesMeteos(
  base: Base,
  reforme: string,
  suivis: readonly Suivi[],
  regard: Regard,
): Promise<ReadonlyMap<string, PasseDUnTerritoire>> {
  const codes = suivis.map(({ territoire }) => territoire);
  const { rows } = await sql<Ligne>`
    select t.code as territoire, m.meteo, m.jour, m.ecart_points, m.taux_global
    from unnest(${codes}::text[]) as t (code)
    cross join lateral (
      select meteo, jour, ecart_points, taux_global from meteo_declaree
      where reforme_id = ${reforme}::uuid and territoire_code = t.code ${connueAu(regard, sql.ref('enregistre_le'))}
      order by id desc limit ${METEOS_AU_PLUS}
    ) as m`.execute(base);
  const parTerritoire = new Map<string, Ligne[]>();
  for (const ligne of rows)
    parTerritoire.set(ligne.territoire, [...(parTerritoire.get(ligne.territoire) ?? []), ligne]);
  return new Map(
    suivis.map(({ territoire, situation }) => [
      territoire,
      {
        meteos: (parTerritoire.get(territoire) ?? []).map(({ meteo, jour, ecart_points, taux_global }) => ({
          meteo,
          constat: { jour, ...enConstat(ecart_points, taux_global), degradation: null },
        })),
        aujourdhui: situation && {
          jour: regard.jour,
          ...enConstat(situation.ecart_points, situation.taux_global),
          degradation: situation.signal === null ? null : situation.signal === 'degradation_significative',
        },
      },
    ]),
  );
}

/** Only what had been recorded by the end of a past day. */
function connueAu({ jour, passe }: Regard, quand: RawBuilder<unknown>) {
  return passe ? sql`and ${quand} < ((${jour}::date + 1)::timestamp at time zone 'Europe/Paris')` : sql``;
}

type Ligne = {
  readonly territoire: string;
  readonly meteo: Meteo;
  readonly jour: Jour;
  readonly ecart_points: string | null;
  readonly taux_global: string | null;
};

function enConstat(ecart: string | null, taux: string | null) {
  const points = ecart === null ? null : lireDecimal(ecart);
  return {
    enRetrait: points === null ? null : estEnRetrait(points),
    taux: taux === null ? null : lireDecimal(taux),
  };
}
