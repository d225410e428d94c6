import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Acteur } from './regles/acteur.ts';
import { PROFILS, type Profil } from './regles/profils.ts';

/** The actor of this account, with the reach of its organisation and territory; null when the account is gone. */
export async function acteurDuCompte(base: Base, compte: string): Promise<Acteur | null> {
  const ligne = await base
    .selectFrom('compte')
    .innerJoin('organisation', 'organisation.id', 'compte.organisation_id')
    .select([
      'compte.id',
      'compte.nom',
      'compte.profil',
      'compte.organisation_id',
      'compte.territoire_code',
      'organisation.nom as organisation_nom',
      'organisation.sigle as organisation_sigle',
      sql<string[]>`array(
        with recursive sous as (
          select o.id from organisation o where o.id = compte.organisation_id
          union
          select o.id from organisation o join sous on o.parent_id = sous.id
        ) select id from sous)`.as('organisations'),
      sql<string[]>`array(
        with recursive sous as (
          select o.id from organisation o where o.id = compte.organisation_id
          union
          select o.id from organisation o join sous on o.parent_id = sous.id
        ) select distinct m.collectif_id from organisation_membre m join sous on m.membre_id = sous.id)`.as(
        'collectifs',
      ),
      sql<string | null>`(
        with recursive haut as (
          select o.id, o.parent_id, o.genre from organisation o where o.id = compte.organisation_id
          union
          select o.id, o.parent_id, o.genre from organisation o join haut on o.id = haut.parent_id
        ) select id from haut where genre = 'ministere' limit 1)`.as('ministere'),
      sql<string[]>`array(
        with recursive sous as (
          select t.code from territoire t where t.code = compte.territoire_code
          union
          select t.code from territoire t join sous on t.parent_code = sous.code
        ) select code from sous)`.as('territoires'),
      sql<string[]>`array(
        with recursive haut as (
          select t.code, t.parent_code from territoire t where t.code = compte.territoire_code
          union
          select t.code, t.parent_code from territoire t join haut on t.code = haut.parent_code
        ) select code from haut where code <> compte.territoire_code)`.as('territoires_englobants'),
    ])
    .where('compte.id', '=', compte)
    .executeTakeFirst();
  if (!ligne) return null;
  return {
    compte: ligne.id,
    nom: ligne.nom,
    profil: lireProfil(ligne.profil),
    organisation: ligne.organisation_id,
    organisationLibelle: ligne.organisation_sigle ?? ligne.organisation_nom,
    organisations: ligne.organisations,
    collectifs: ligne.collectifs,
    ministere: ligne.ministere,
    territoire: ligne.territoire_code,
    territoires: ligne.territoires,
    territoiresEnglobants: ligne.territoires_englobants,
  };
}

export type Persona = {
  readonly id: string;
  readonly nom: string;
  readonly profil: Profil;
  readonly organisation: string;
  readonly presentation: string;
};

/** The demonstration accounts, in the order of the sign-in page. */
export async function listerPersonas(base: Base): Promise<Persona[]> {
  const lignes = await base
    .selectFrom('compte')
    .innerJoin('organisation', 'organisation.id', 'compte.organisation_id')
    .select(['compte.id', 'compte.nom', 'compte.profil', 'compte.presentation', 'organisation.nom as organisation'])
    .where('compte.demonstration', '=', true)
    .orderBy('compte.rang')
    .limit(50)
    .execute();
  return lignes.map((ligne) => ({
    id: ligne.id,
    nom: ligne.nom,
    profil: lireProfil(ligne.profil),
    organisation: ligne.organisation,
    presentation: ligne.presentation ?? '',
  }));
}

function lireProfil(texte: string): Profil {
  const profil = PROFILS.find((connu) => connu === texte);
  if (!profil) throw new Error(`Profil inconnu dans la base : ${texte}`);
  return profil;
}
