import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Refus } from '#socle/valeurs';
import type { CompteVu } from '../regles/administration.ts';
import { lireProfil } from './acteurs.ts';

/** A person's account, as administration shows it and decides on it. */
export type Compte = CompteVu & {
  readonly nom: string;
  readonly courriel: string | null;
  readonly service: { readonly id: string; readonly libelle: string };
  readonly territoireNom: string;
  readonly version: number;
  readonly demonstration: boolean;
  readonly creeLe: Date;
  readonly derniereConnexion: Date | null;
  readonly fermeLe: Date | null;
  readonly fermeMotif: string | null;
  readonly effaceLe: Date | null;
};

export const COMPTE_ABSENT: Refus = {
  nature: 'introuvable',
  regle: 'compte.introuvable',
  message: 'Ce compte n’existe pas. Vérifiez l’adresse, ou partez de la liste des comptes.',
};

/** The account of a person, closed or not; stand-ins and machines are not found here. */
export async function lireCompte(base: Base, id: string): Promise<Compte | null> {
  const ligne = await base
    .selectFrom('compte')
    .innerJoin('organisation', 'organisation.id', 'compte.organisation_id')
    .innerJoin('territoire', 'territoire.code', 'compte.territoire_code')
    .selectAll('compte')
    .select([
      'organisation.id as service',
      'organisation.sigle',
      'organisation.nom as service_nom',
      'organisation.territoire_code as service_territoire',
      'territoire.code as territoire',
      'territoire.nom as territoire_nom',
    ])
    .where('compte.id', '=', id)
    .where('compte.genre', '=', 'personne')
    .executeTakeFirst();
  if (!ligne) return null;
  return {
    compte: ligne.id,
    profil: lireProfil(ligne.profil),
    territoire: ligne.territoire,
    organisation: {
      id: ligne.service,
      territoire: ligne.service_territoire,
      ministere: await ministereDe(base, ligne.service),
    },
    nom: ligne.nom,
    courriel: ligne.courriel,
    service: { id: ligne.service, libelle: libelleDeService({ sigle: ligne.sigle, nom: ligne.service_nom }) },
    territoireNom: ligne.territoire_nom,
    version: ligne.version,
    demonstration: ligne.demonstration,
    creeLe: ligne.cree_le,
    derniereConnexion: ligne.derniere_connexion_le,
    fermeLe: ligne.ferme_le,
    fermeMotif: ligne.ferme_motif,
    effaceLe: ligne.efface_le,
  };
}

/** How many browsers this account has open. */
export async function nombreDeSessions(base: Base, compte: string, maintenant: Date): Promise<number> {
  const { nombre } = await base
    .selectFrom('session')
    .select(({ fn }) => fn.countAll<number>().as('nombre'))
    .where('compte_id', '=', compte)
    .where('expire_le', '>', maintenant)
    .executeTakeFirstOrThrow();
  return nombre;
}

/** What a policy needs to know of a service; null when the directory does not have it, or has closed it. */
export async function lireService(base: Base, id: string): Promise<CompteVu['organisation'] | null> {
  const service = await base
    .selectFrom('organisation')
    .select(['id', 'territoire_code'])
    .where('id', '=', id)
    .where('active', '=', true)
    .where('genre', '<>', 'collectif')
    .executeTakeFirst();
  return service
    ? { id: service.id, territoire: service.territoire_code, ministere: await ministereDe(base, service.id) }
    : null;
}

/** « SGC-D, Secrétariat général commun départemental du Finistère ». */
export function libelleDeService({ sigle, nom }: { readonly sigle: string | null; readonly nom: string }): string {
  return sigle === null || sigle === nom ? nom : `${sigle}, ${nom}`;
}

async function ministereDe(base: Base, organisation: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with recursive haut as (
      select id, parent_id, genre from organisation where id = ${organisation}
      union
      select o.id, o.parent_id, o.genre from organisation o join haut on o.id = haut.parent_id
    ) select id from haut where genre = 'ministere' limit 1`.execute(base);
  return rows[0]?.id ?? null;
}
