import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { type Colonnes, memeLigne, oterLignes, poserLignes, type TableDeSituations } from './lignes.ts';
import type { LigneAgregee, LigneDeSituation } from './modele.ts';

/** The rows kept of these indicators, by number then territory. */
export async function lireSituations(
  base: Base,
  numeros: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, LigneDeSituation>>> {
  const { rows } = await sql<LigneDeSituation & { readonly indicateur: number }>`
    select * from situation_d_indicateur where indicateur = any(${[...numeros]}::int[])`.execute(base);
  const lues = new Map<number, Map<string, LigneDeSituation>>();
  for (const { indicateur, ...ligne } of rows) {
    const deLIndicateur = lues.get(indicateur) ?? new Map<string, LigneDeSituation>();
    deLIndicateur.set(ligne.territoire, ligne);
    lues.set(indicateur, deLIndicateur);
  }
  return lues;
}

export type Rangement = {
  readonly indicateur: number;
  readonly connues: ReadonlyMap<string, LigneDeSituation>;
  readonly situations: readonly LigneDeSituation[];
  readonly agregees: readonly LigneAgregee[];
  /** Wholes whose aggregates are replaced; null: all those of the indicator. */
  readonly ensembles: readonly string[] | null;
};

/** Writes what differs from what is kept; gives how many situations changed. */
export async function ranger(base: Base, rangements: readonly Rangement[]): Promise<number> {
  const changees = rangements.flatMap(({ indicateur, connues, situations }) =>
    situations
      .filter((ligne) => !memeLigne(COLONNES, connues.get(ligne.territoire), ligne))
      .map((ligne) => ({ indicateur, ...ligne })),
  );
  const disparues = rangements.flatMap(({ indicateur, connues, situations }) => {
    const suivis = new Set(situations.map(({ territoire }) => territoire));
    return [...connues.keys()]
      .filter((code) => !suivis.has(code))
      .map((territoire) => ({ numero: indicateur, territoire }));
  });
  await oterLignes(base, TABLE, disparues);
  await poserLignes(base, TABLE, changees);
  await ecrireAgregees(base, rangements);
  return changees.length + disparues.length;
}

/** The type of each column, for writing and for comparing. */
const COLONNES: Colonnes<LigneDeSituation> = {
  territoire: 'text',
  valeur_initiale: 'numeric',
  date_initiale: 'date',
  valeur: 'numeric',
  jour: 'date',
  plus_ancienne: 'date',
  mesures: 'smallint',
  applicables: 'smallint',
  partiel: 'boolean',
  cible_annuelle: 'numeric',
  date_cible_annuelle: 'date',
  taux_annuel: 'numeric',
  brut_annuel: 'numeric',
  etat_annuel: 'text',
  cible_globale: 'numeric',
  date_cible_globale: 'date',
  taux_global: 'numeric',
  brut_global: 'numeric',
  etat_global: 'text',
  degeneree: 'boolean',
  attendu: 'numeric',
  ecart: 'numeric',
  ecart_points: 'numeric',
  signal: 'text',
  signal_cible: 'text',
  points: 'integer',
  attendue_le: 'date',
  mediane: 'numeric',
  ecart_mediane: 'numeric',
  alertes: 'text[]',
  revoir_le: 'date',
};
const TABLE: TableDeSituations<LigneDeSituation> = {
  nom: 'situation_d_indicateur',
  cle: 'indicateur',
  colonnes: COLONNES,
};

async function ecrireAgregees(base: Base, rangements: readonly Rangement[]): Promise<void> {
  const toutes = rangements.filter(({ ensembles }) => ensembles === null).map(({ indicateur }) => indicateur);
  const remplacees = rangements.flatMap(({ indicateur, ensembles }) =>
    (ensembles ?? []).map((territoire) => ({ indicateur, territoire })),
  );
  const lignes = rangements.flatMap(({ indicateur, agregees }) =>
    agregees.map((agregee) => ({ indicateur, ...agregee })),
  );
  if (toutes.length > 0) {
    await sql`delete from valeur_agregee where indicateur = any(${toutes}::int[])`.execute(base);
  }
  if (remplacees.length > 0) {
    await sql`
      delete from valeur_agregee a
      using unnest(${remplacees.map(({ indicateur }) => indicateur)}::int[],
        ${remplacees.map(({ territoire }) => territoire)}::text[]) as r (indicateur, territoire)
      where a.indicateur = r.indicateur and a.territoire = r.territoire`.execute(base);
  }
  const colonne = <T>(lire: (ligne: (typeof lignes)[number]) => T): T[] => lignes.map(lire);
  if (lignes.length > 0) {
    await sql`
      insert into valeur_agregee (indicateur, territoire, type, jour, valeur, mesures, applicables, plus_ancienne)
      select * from unnest(
        ${colonne(({ indicateur }) => indicateur)}::int[], ${colonne(({ territoire }) => territoire)}::text[],
        ${colonne(({ type }) => type)}::text[], ${colonne(({ jour }): Jour => jour)}::date[],
        ${colonne(({ valeur }) => valeur)}::numeric[], ${colonne(({ mesures }) => mesures)}::smallint[],
        ${colonne(({ applicables }) => applicables)}::smallint[],
        ${colonne(({ plus_ancienne }) => plus_ancienne)}::date[])`.execute(base);
  }
}
