import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';

export type Option = { readonly valeur: string; readonly texte: string };

/** The services this person may make owner of a plan: one's own and those below, or all of them for the DITP. */
export async function proprietairesPossibles(base: Base, acteur: Acteur, actuel?: string): Promise<Option[]> {
  const lignes = await base
    .selectFrom('organisation')
    .select(['id', 'sigle', 'nom'])
    .where('active', '=', true)
    .where('genre', '<>', 'collectif')
    .$if(acteur.profil !== 'ditp', (requete) =>
      requete.where('id', 'in', [...acteur.organisations, ...(actuel ? [actuel] : [])]),
    )
    .orderBy(sql`id <> ${actuel ?? acteur.organisation}`)
    .orderBy(sql`coalesce(sigle, nom) collate "fr-x-icu"`)
    .limit(3_000)
    .execute();
  return lignes.map(({ id, sigle, nom }) => ({
    valeur: id,
    texte: sigle === null || sigle === nom ? nom : `${sigle}, ${nom}`,
  }));
}

/** The territories this person may plan for (and `actuel`), France first, each région followed by its départements. */
export async function territoiresEnOptions(base: Base, acteur: Acteur, actuel?: string): Promise<Option[]> {
  const lignes = await base
    .selectFrom('territoire')
    .leftJoin('territoire as parent', 'parent.code', 'territoire.parent_code')
    .select(['territoire.code', 'territoire.nom', 'territoire.maille'])
    .$if(acteur.profil !== 'ditp', (requete) =>
      requete.where('territoire.code', 'in', [...acteur.territoires, ...(actuel ? [actuel] : [])]),
    )
    .orderBy(sql`case territoire.maille when 'national' then 0 else 1 end`)
    .orderBy(
      sql`(case territoire.maille when 'departemental' then parent.nom else territoire.nom end) collate "fr-x-icu"`,
    )
    .orderBy(sql`territoire.maille = 'departemental'`)
    .orderBy('territoire.code')
    .execute();
  return lignes.map(({ code, nom, maille }) => ({
    valeur: code,
    texte: maille === 'departemental' ? `– ${nom} (${code.slice(1)})` : maille === 'regional' ? `${nom}, région` : nom,
  }));
}

/** The whole directory, to attach a name by hand. */
export async function annuaireEnOptions(base: Base): Promise<Option[]> {
  const lignes = await base
    .selectFrom('organisation')
    .select(['id', 'sigle', 'nom'])
    .where('active', '=', true)
    .orderBy(sql`genre = 'collectif' desc`)
    .orderBy(sql`coalesce(sigle, nom) collate "fr-x-icu"`)
    .limit(3_000)
    .execute();
  return lignes.map(({ id, sigle, nom }) => ({
    valeur: id,
    texte: sigle === null || sigle === nom ? nom : `${sigle}, ${nom}`,
  }));
}
