import { sql } from 'kysely';
import type { Services } from '#socle';
import type { Base } from '#socle/base';
import { quiDecide } from './prevenir.ts';

/** Who answers, as an unknown visitor may know it: by their services, never by their names. */
export async function servicesQuiDecident(
  base: Base,
  horloge: Services['horloge'],
  territoire: string | null,
): Promise<string[]> {
  const administrateurs = await quiDecide(base, horloge, territoire);
  return [...new Set(administrateurs.map(({ organisation }) => organisation))];
}

export type ServiceDuTerritoire = { readonly valeur: string; readonly texte: string };

/** The services one may say one works in, in this territory; its own level only. */
export async function servicesDuTerritoire(base: Base, territoire: string): Promise<ServiceDuTerritoire[]> {
  const lignes = await base
    .selectFrom('organisation')
    .select(['id', 'sigle', 'nom'])
    .where('territoire_code', '=', territoire)
    .where('active', '=', true)
    .where('genre', '<>', 'collectif')
    .orderBy(sql`coalesce(sigle, nom) collate "fr-x-icu"`)
    .limit(1_000)
    .execute();
  return lignes.map(({ id, sigle, nom }) => ({
    valeur: id,
    texte: sigle === null || sigle === nom ? nom : `${sigle}, ${nom}`,
  }));
}
