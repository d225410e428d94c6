import { type QueryExecutorProvider, sql } from 'kysely';
import { type Genre, lireCodeTerritoire, type Organisation } from './regles/index.ts';

/** Every active organisation with all its names and members: what `creerAnnuaire` needs. One query, some thousand rows. */
export async function lireOrganisations(base: QueryExecutorProvider): Promise<readonly Organisation[]> {
  const { rows } = await sql<LigneOrganisation>`
    select o.id, o.sigle, o.nom, o.genre, o.parent_id, o.territoire_code,
      array(select n.nom from organisation_nom n
        where n.organisation_id = o.id and n.nature = 'ancien_nom' order by n.nom) as anciens_noms,
      array(select n.nom from organisation_nom n
        where n.organisation_id = o.id and n.nature = 'autre_nom' order by n.nom) as autres_noms,
      array(select m.membre_id from organisation_membre m join organisation membre on membre.id = m.membre_id
        where m.collectif_id = o.id and membre.active order by m.membre_id) as membres
    from organisation o
    where o.active
    order by o.id`.execute(base);
  return rows.map((ligne) => ({
    id: ligne.id,
    sigle: ligne.sigle,
    nom: ligne.nom,
    anciensNoms: ligne.anciens_noms,
    autresNoms: ligne.autres_noms,
    genre: ligne.genre,
    parent: ligne.parent_id,
    // The foreign key to `territoire` leaves no unknown code.
    territoire: lireCodeTerritoire(ligne.territoire_code) ?? 'FR',
    membres: ligne.membres,
  }));
}

type LigneOrganisation = {
  readonly id: string;
  readonly sigle: string | null;
  readonly nom: string;
  readonly genre: Genre;
  readonly parent_id: string | null;
  readonly territoire_code: string;
  readonly anciens_noms: readonly string[];
  readonly autres_noms: readonly string[];
  readonly membres: readonly string[];
};
