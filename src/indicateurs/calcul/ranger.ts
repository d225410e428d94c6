import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
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
      .filter((ligne) => !memeLigne(connues.get(ligne.territoire), ligne))
      .map((ligne) => ({ indicateur, ...ligne })),
  );
  const disparues = rangements.flatMap(({ indicateur, connues, situations }) => {
    const suivis = new Set(situations.map(({ territoire }) => territoire));
    return [...connues.keys()].filter((code) => !suivis.has(code)).map((territoire) => ({ indicateur, territoire }));
  });
  if (disparues.length > 0) {
    await sql`
      delete from situation_d_indicateur s
      using unnest(${disparues.map(({ indicateur }) => indicateur)}::int[],
        ${disparues.map(({ territoire }) => territoire)}::text[]) as d (indicateur, territoire)
      where s.indicateur = d.indicateur and s.territoire = d.territoire`.execute(base);
  }
  for (let debut = 0; debut < changees.length; debut += PAQUET) {
    await ecrireSituations(base, changees.slice(debut, debut + PAQUET));
  }
  await ecrireAgregees(base, rangements);
  return changees.length + disparues.length;
}

const PAQUET = 5_000;

function memeLigne(connue: LigneDeSituation | undefined, ligne: LigneDeSituation): boolean {
  if (connue === undefined) return false;
  return COLONNES.every((colonne) => {
    const [a, b] = [connue[colonne], ligne[colonne]];
    return Array.isArray(a) && Array.isArray(b) ? a.join() === b.join() : a === b;
  });
}

/** The type of each column, for `json_to_recordset` and for comparing. */
const TYPES: Readonly<Record<keyof LigneDeSituation, string>> = {
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
const COLONNES = Object.keys(TYPES) as (keyof LigneDeSituation)[];

async function ecrireSituations(
  base: Base,
  lignes: readonly (LigneDeSituation & { readonly indicateur: number })[],
): Promise<void> {
  const noms = sql.raw(['indicateur', ...COLONNES].join(', '));
  const definitions = sql.raw(['indicateur int', ...COLONNES.map((c) => `${c} ${TYPES[c]}`)].join(', '));
  const misesAJour = sql.raw(
    COLONNES.filter((colonne) => colonne !== 'territoire')
      .map((colonne) => `${colonne} = excluded.${colonne}`)
      .join(', '),
  );
  await sql`
    insert into situation_d_indicateur (${noms})
    select ${noms} from json_to_recordset(${JSON.stringify(lignes)}::json) as lue (${definitions})
    on conflict (indicateur, territoire) do update set ${misesAJour}`.execute(base);
}

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
