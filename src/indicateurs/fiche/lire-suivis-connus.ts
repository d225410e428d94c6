import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { lireParametres } from '../calcul/lire-parametres.ts';
import { lireLesPointsConnus } from '../calcul/lire-points.ts';
import { porteesDuSuivi, suivre } from './lire-suivi.ts';
import { type IndicateurDansUnTerritoire, lireDefinitions, type ProvenanceDeValeur } from './lire-suivis-gardes.ts';

/**
 * The same as `lireSuivisGardes`, as it was known at the end of a past day: worked out from the facts of that day with
 * the rules of today. Four queries whatever their number; a whole reads the territories inside it.
 */
export async function lireSuivisConnus(
  base: Base,
  numeros: readonly number[],
  territoire: string,
  jour: Jour,
): Promise<ReadonlyMap<number, IndicateurDansUnTerritoire>> {
  if (numeros.length === 0) return new Map();
  const [definitions, parametres] = await Promise.all([lireDefinitions(base, numeros), lireParametres(base, numeros)]);
  const portees = [...parametres.values()].flatMap((regles) => porteesDuSuivi(regles, territoire));
  const [lire, provenances] = await Promise.all([
    lireLesPointsConnus(base, portees, jour),
    lireProvenancesConnues(base, numeros, territoire, jour),
  ]);
  return new Map(
    definitions.flatMap((definition) => {
      const siens = parametres.get(definition.numero);
      if (siens === undefined) return [];
      const provenance = provenances.get(definition.numero) ?? null;
      return [[definition.numero, { definition, suivi: suivre(siens, lire, territoire, jour), provenance }] as const];
    }),
  );
}

/** The fact that gave the last value then: the last one of its day, unless it withdrew it. */
async function lireProvenancesConnues(
  base: Base,
  numeros: readonly number[],
  territoire: string,
  jour: Jour,
): Promise<ReadonlyMap<number, ProvenanceDeValeur>> {
  const { rows } = await sql<ProvenanceDeValeur & { readonly indicateur: number }>`
    select distinct on (connu.indicateur) connu.indicateur, connu.origine, connu.source, connu.commentaire,
      connu.rectification, connu.enregistre_le as "enregistreLe", s.nom as auteur
    from (
      select distinct on (v.indicateur, v.jour) v.*
      from valeur v
      where v.indicateur = any(${[...numeros]}::int[]) and v.territoire = ${territoire} and v.type = 'va'
        and v.jour <= ${jour}::date
        and v.enregistre_le < ((${jour}::date + 1)::timestamp at time zone 'Europe/Paris')
      order by v.indicateur, v.jour, v.id desc
    ) as connu
    left join signataire s on s.id = connu.auteur
    where connu.valeur is not null
    order by connu.indicateur, connu.jour desc`.execute(base);
  return new Map(rows.map(({ indicateur, ...provenance }) => [indicateur, provenance]));
}
