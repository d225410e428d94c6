import { sql } from 'kysely';
import type { Base } from '#socle/base';

export type Option = { readonly valeur: string; readonly texte: string };

/** The directory a reform is attached to: ministries, services, and groups of services (« les DDPP »). */
export async function annuaireDesReformes(
  base: Base,
): Promise<{ readonly ministeres: Option[]; readonly services: Option[]; readonly collectifs: Option[] }> {
  const lignes = await base
    .selectFrom('organisation')
    .select(['id', 'sigle', 'nom', 'genre'])
    .where('active', '=', true)
    .orderBy(sql`coalesce(sigle, nom) collate "fr-x-icu"`)
    .orderBy('id')
    .limit(5_000)
    .execute();
  const options = (garder: (genre: string) => boolean): Option[] =>
    lignes
      .filter(({ genre }) => garder(genre))
      .map(({ id, sigle, nom }) => ({ valeur: id, texte: sigle === null || sigle === nom ? nom : `${sigle}, ${nom}` }));
  return {
    ministeres: options((genre) => genre === 'ministere'),
    services: options((genre) => genre !== 'collectif'),
    collectifs: options((genre) => genre === 'collectif'),
  };
}

/** Themes already used: offered while one types another. */
export async function themesConnus(base: Base): Promise<string[]> {
  const { rows } = await sql<{ theme: string }>`
    select distinct theme from reforme order by theme limit 200`.execute(base);
  return rows.map(({ theme }) => theme);
}
