import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { Maille } from '#territoires';
import type { TypeDeValeur } from '../calcul/modele.ts';
import type { Portee } from '../fiche/portee.ts';
import { type IndicateurVu, indicateursVisibles, type Responsabilites } from '../politique.ts';
import type { Periodicite } from '../regles/mois.ts';
import type { Direction } from '../regles/taux.ts';

/** The definition of an indicator, as the API gives it. */
export type IndicateurDApi = {
  readonly identifiant: string;
  readonly nom: string;
  readonly mesure: string | null;
  readonly unite: string;
  readonly sens: Direction;
  readonly decimales: number;
  readonly methode: string | null;
  readonly source: string | null;
  readonly periodicite: Periodicite;
  readonly delaiEnMois: number;
  readonly mailles: readonly Maille[];
  readonly etat: IndicateurVu['etat'];
};

/** Definitions by identifier, after this one; one more than asked for when there are others. */
export async function definitionsApres(
  base: Base,
  acteur: Acteur,
  responsabilites: Responsabilites,
  { q, apres, limite }: { readonly q: string | null; readonly apres: string | null; readonly limite: number },
): Promise<readonly IndicateurDApi[]> {
  const filtre = q === null ? sql`` : sql`and i.recherche @@ websearch_to_tsquery('francais', ${q})`;
  const { rows } = await sql<IndicateurDApi>`
    select i.identifiant, i.nom, i.mesure, i.unite, i.sens, i.decimales, i.methode, i.source, i.periodicite,
      i.delai_mois as "delaiEnMois", i.mailles, i.etat
    from indicateur i
    where ${indicateursVisibles(acteur, responsabilites)} and i.identifiant > ${apres ?? ''} ${filtre}
    order by i.identifiant limit ${limite + 1}`.execute(base);
  return rows;
}

export async function trouverParIdentifiant(
  base: Base,
  identifiant: string,
): Promise<(IndicateurVu & { readonly numero: number }) | null> {
  const { rows } = await sql<IndicateurVu & { readonly numero: number }>`
    select id, numero, etat, responsable_id as responsable from indicateur where identifiant = ${identifiant}`.execute(
    base,
  );
  return rows[0] ?? null;
}

export type ValeurDApi = {
  readonly territoire: string;
  readonly type: TypeDeValeur;
  readonly jour: Jour;
  readonly valeur: string;
};

export type PlaceDeValeur = Omit<ValeurDApi, 'valeur'>;

/** The values known today, in the territories one reads, after this place; one more than asked for when there are others. */
export async function valeursApres(
  base: Base,
  numero: number,
  portee: Portee,
  {
    territoire,
    type,
    apres,
    limite,
  }: {
    readonly territoire: string | null;
    readonly type: TypeDeValeur | null;
    readonly apres: PlaceDeValeur | null;
    readonly limite: number;
  },
): Promise<readonly ValeurDApi[]> {
  const conditions = [
    sql`indicateur = ${numero}`,
    ...(portee === 'tous' ? [] : [sql`territoire = any(${[...portee]}::text[])`]),
    ...(territoire === null ? [] : [sql`territoire = ${territoire}`]),
    ...(type === null ? [] : [sql`type = ${type}`]),
    ...(apres === null
      ? []
      : [sql`(territoire, type, jour) > (${apres.territoire}, ${apres.type}, ${apres.jour}::date)`]),
  ];
  const { rows } = await sql<ValeurDApi>`
    select territoire, type, jour, valeur::text from valeur_courante where ${sql.join(conditions, sql` and `)}
    order by territoire, type, jour limit ${limite + 1}`.execute(base);
  return rows;
}
