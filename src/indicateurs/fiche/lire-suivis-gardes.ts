import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { type Jour, lireDecimal } from '#socle/valeurs';
import { type Series, serieDe } from '../calcul/lecture-de-series.ts';
import { lireParametres } from '../calcul/lire-parametres.ts';
import { lireLesPoints } from '../calcul/lire-points.ts';
import type { LigneDeSituation, Parametres, TypeDeValeur } from '../calcul/modele.ts';
import { enfantsDe, estAgrege } from '../calcul/portee.ts';
import type { PointDate } from '../regles/series.ts';
import type { SuiviLu } from './lire-suivi.ts';
import { suiviGarde, type ValeurDEnfant } from './suivi-garde.ts';

/** What an indicator is, as pages say it. */
export type DefinitionDIndicateur = {
  readonly numero: number;
  readonly id: string;
  readonly nom: string;
  readonly mesure: string | null;
  readonly unite: string;
};

/** Who said the value that counts, from what. */
export type ProvenanceDeValeur = {
  readonly origine: string;
  readonly source: string | null;
  readonly commentaire: string | null;
  readonly rectification: string | null;
  readonly enregistreLe: Date;
  /** How the author signs; null when Jalon itself wrote it. */
  readonly auteur: string | null;
};

export type IndicateurDansUnTerritoire = {
  readonly definition: DefinitionDIndicateur;
  /** Null where the indicator is not followed. */
  readonly suivi: SuiviLu | null;
  readonly provenance: ProvenanceDeValeur | null;
};

/**
 * These indicators in one territory: figures as they are kept, series, and where each figure comes from. Seven queries
 * whatever their number. The caller has checked that the actor reads them there.
 */
export async function lireSuivisGardes(
  base: Base,
  numeros: readonly number[],
  territoire: string,
  au: Jour,
): Promise<ReadonlyMap<number, IndicateurDansUnTerritoire>> {
  if (numeros.length === 0) return new Map();
  const [definitions, parametres] = await Promise.all([lireDefinitions(base, numeros), lireParametres(base, numeros)]);
  const regles = [...parametres.values()];
  const [points, agregees, situations, enfants, provenances] = await Promise.all([
    lireLesPoints(
      base,
      regles.map(({ numero }) => ({ indicateur: numero, territoires: new Set([territoire]) })),
    ),
    lireAgregees(base, numeros, territoire),
    lireSituations(base, numeros, [territoire]),
    lireEnfants(base, regles, territoire),
    lireProvenances(base, numeros, territoire, au),
  ]);
  return new Map(
    definitions.flatMap((definition) => {
      const { numero } = definition;
      const siens = parametres.get(numero);
      if (siens === undefined) return [];
      const situation = situations.get(numero)?.[0] ?? null;
      const gardes = situation && {
        points: points(numero, territoire),
        agregees: agregees.get(numero) ?? null,
        situation,
        enfants: enfants.get(numero) ?? [],
      };
      const suivi = gardes && suiviGarde(siens, territoire, au, gardes);
      return [[numero, { definition, suivi, provenance: provenances.get(numero) ?? null }] as const];
    }),
  );
}

export async function lireDefinitions(
  base: Base,
  numeros: readonly number[],
): Promise<readonly DefinitionDIndicateur[]> {
  const { rows } = await sql<DefinitionDIndicateur>`
    select numero, id, nom, mesure, unite
    from indicateur where numero = any(${[...numeros]}::int[]) order by numero`.execute(base);
  return rows;
}

async function lireSituations(
  base: Base,
  numeros: readonly number[],
  territoires: readonly string[],
): Promise<ReadonlyMap<number, readonly LigneDeSituation[]>> {
  if (territoires.length === 0) return new Map();
  const { rows } = await sql<LigneDeSituation & { readonly indicateur: number }>`
    select * from situation_d_indicateur
    where territoire = any(${[...territoires]}::text[]) and indicateur = any(${[...numeros]}::int[])`.execute(base);
  return parIndicateur(rows);
}

export type SeriesAgregees = Readonly<Record<TypeDeValeur, Series['valeurs']>>;

/** Values of a whole, complete ones only: part of a whole is not a point of its series. */
async function lireAgregees(
  base: Base,
  numeros: readonly number[],
  territoire: string,
): Promise<ReadonlyMap<number, SeriesAgregees>> {
  const { rows } = await sql<{ indicateur: number; type: TypeDeValeur; jour: Jour; valeur: string }>`
    select indicateur, type, jour, valeur from valeur_agregee
    where indicateur = any(${[...numeros]}::int[]) and territoire = ${territoire}
      and valeur is not null and mesures = applicables
    order by jour`.execute(base);
  return new Map(
    [...parIndicateur(rows)].map(([numero, lignes]) => {
      const de = (type: TypeDeValeur) =>
        serieDe(lignes.filter((ligne) => ligne.type === type).map(({ jour, valeur }) => enPoint(jour, valeur)));
      return [numero, { vi: de('vi'), va: de('va'), vc: de('vc') }];
    }),
  );
}

/** The last value of each territory inside this one, for the indicators it is made of them. */
async function lireEnfants(
  base: Base,
  parametres: readonly Parametres[],
  territoire: string,
): Promise<ReadonlyMap<number, readonly ValeurDEnfant[]>> {
  const agreges = parametres.filter((regles) => estAgrege(regles));
  const codes = new Set(agreges.flatMap((regles) => enfantsDe(regles, territoire).map(({ code }) => code)));
  const lues = await lireSituations(
    base,
    agreges.map(({ numero }) => numero),
    [...codes],
  );
  return new Map(
    agreges.map((regles) => {
      const lignes = new Map((lues.get(regles.numero) ?? []).map((ligne) => [ligne.territoire, ligne]));
      return [
        regles.numero,
        enfantsDe(regles, territoire).map(({ code }) => ({
          code,
          applicable: !regles.sansObjet.has(code),
          jour: lignes.get(code)?.jour ?? null,
        })),
      ];
    }),
  );
}

async function lireProvenances(
  base: Base,
  numeros: readonly number[],
  territoire: string,
  au: Jour,
): Promise<ReadonlyMap<number, ProvenanceDeValeur>> {
  const { rows } = await sql<ProvenanceDeValeur & { readonly indicateur: number }>`
    select i.numero as indicateur, v.origine, v.source, v.commentaire, v.rectification,
      v.enregistre_le as "enregistreLe", s.nom as auteur
    from unnest(${[...numeros]}::int[]) as i (numero)
    cross join lateral (
      select fait from valeur_courante
      where indicateur = i.numero and territoire = ${territoire} and type = 'va' and jour <= ${au}::date
      order by jour desc limit 1
    ) as derniere
    join valeur v on v.id = derniere.fait
    left join signataire s on s.id = v.auteur`.execute(base);
  return new Map(rows.map(({ indicateur, ...provenance }) => [indicateur, provenance]));
}

function parIndicateur<L extends { readonly indicateur: number }>(
  lignes: readonly L[],
): ReadonlyMap<number, readonly L[]> {
  const groupes = new Map<number, L[]>();
  for (const ligne of lignes) groupes.set(ligne.indicateur, [...(groupes.get(ligne.indicateur) ?? []), ligne]);
  return groupes;
}

function enPoint(date: Jour, texte: string): PointDate {
  const valeur = lireDecimal(texte);
  if (valeur === null) throw new Error(`Valeur illisible : « ${texte} ».`);
  return { date, valeur };
}
