import { sql } from 'kysely';
import type { Base } from '#socle/base';

/** The columns of a table that follows from the facts, but for its first key, and their types. */
export type Colonnes<L> = Readonly<Record<keyof L & string, string>>;

/** The same in every column. */
export function memeLigne<L extends object>(colonnes: Colonnes<L>, connue: L | undefined, ligne: L): boolean {
  if (connue === undefined) return false;
  return (Object.keys(colonnes) as (keyof L & string)[]).every((colonne) => {
    const [a, b]: readonly unknown[] = [connue[colonne], ligne[colonne]];
    return Array.isArray(a) && Array.isArray(b) ? a.join() === b.join() : a === b;
  });
}

/** A table whose rows are those of a number (`cle`) in territories. */
export type TableDeSituations<L> = {
  readonly nom: 'situation_d_indicateur' | 'situation_de_panier';
  readonly cle: 'indicateur' | 'panier';
  readonly colonnes: Colonnes<L>;
};

/** Writes these rows over those of the same key. */
export async function poserLignes<L extends { readonly territoire: string }>(
  base: Base,
  { nom, cle, colonnes }: TableDeSituations<L>,
  lignes: readonly L[],
): Promise<void> {
  const noms = Object.keys(colonnes);
  const types = Object.entries<string>(colonnes).map(([colonne, type]) => `${colonne} ${type}`);
  const ecrites = sql.raw([cle, ...noms].join(', '));
  const definitions = sql.raw([`${cle} int`, ...types].join(', '));
  const misesAJour = sql.raw(
    noms
      .filter((colonne) => colonne !== 'territoire')
      .map((colonne) => `${colonne} = excluded.${colonne}`)
      .join(', '),
  );
  for (let debut = 0; debut < lignes.length; debut += PAQUET) {
    await sql`
      insert into ${sql.table(nom)} (${ecrites})
      select ${ecrites} from json_to_recordset(${JSON.stringify(lignes.slice(debut, debut + PAQUET))}::json)
        as lue (${definitions})
      on conflict (${sql.ref(cle)}, territoire) do update set ${misesAJour}`.execute(base);
  }
}

/** Removes the rows of these numbers in these territories. */
export async function oterLignes(
  base: Base,
  { nom, cle }: Pick<TableDeSituations<object>, 'nom' | 'cle'>,
  disparues: readonly { readonly numero: number; readonly territoire: string }[],
): Promise<void> {
  if (disparues.length === 0) return;
  await sql`
    delete from ${sql.table(nom)} s
    using unnest(${disparues.map(({ numero }) => numero)}::int[],
      ${disparues.map(({ territoire }) => territoire)}::text[]) as d (numero, territoire)
    where s.${sql.ref(cle)} = d.numero and s.territoire = d.territoire`.execute(base);
}

const PAQUET = 5_000;
