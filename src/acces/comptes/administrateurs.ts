import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { territoiresEnglobants } from '../habilitations/territoires-en-sql.ts';

/** Someone to ask: a person who manages accounts. */
export type Administrateur = {
  readonly compte: string;
  readonly nom: string;
  readonly organisation: string;
  readonly courriel: string | null;
};

/** The most that a page or a mail names. */
const AU_PLUS = 20;

/** Who manages the accounts of this territory: those of the territory first, then those of the territories around it. */
export async function administrateursDuTerritoire(base: Base, code: string, jour: Jour): Promise<Administrateur[]> {
  const lignes = await base
    .selectFrom('habilitation')
    .innerJoin('compte', 'compte.id', 'habilitation.compte_id')
    .innerJoin('organisation', 'organisation.id', 'compte.organisation_id')
    .select(['compte.id', 'compte.nom', 'compte.courriel', 'organisation.nom as organisation'])
    .select(sql<boolean>`bool_or(habilitation.territoire_code = ${code})`.as('proche'))
    .where('habilitation.droit', '=', 'administrer')
    .where('habilitation.retiree_le', 'is', null)
    .where('habilitation.debut', '<=', jour)
    .where('habilitation.fin', '>=', jour)
    .where('compte.ferme_le', 'is', null)
    .where(sql<boolean>`(habilitation.territoire_code = ${code}
      or habilitation.territoire_code in (${territoiresEnglobants(sql`${code}`)}))`)
    .groupBy(['compte.id', 'compte.nom', 'compte.courriel', 'organisation.nom'])
    .orderBy('proche', 'desc')
    .orderBy('compte.nom')
    .limit(AU_PLUS)
    .execute();
  return lignes.map(versAdministrateur);
}

/** Who manages every account: the DITP. */
export async function administrateursNationaux(base: Base): Promise<Administrateur[]> {
  const lignes = await base
    .selectFrom('compte')
    .innerJoin('organisation', 'organisation.id', 'compte.organisation_id')
    .select(['compte.id', 'compte.nom', 'compte.courriel', 'organisation.nom as organisation'])
    .where('compte.genre', '=', 'personne')
    .where('compte.profil', '=', 'ditp')
    .where('compte.ferme_le', 'is', null)
    .orderBy('compte.nom')
    .limit(AU_PLUS)
    .execute();
  return lignes.map(versAdministrateur);
}

function versAdministrateur(ligne: {
  id: string;
  nom: string;
  courriel: string | null;
  organisation: string;
}): Administrateur {
  return { compte: ligne.id, nom: ligne.nom, organisation: ligne.organisation, courriel: ligne.courriel };
}
