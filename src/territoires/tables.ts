import type { ColumnType, Generated } from 'kysely';
import type { Genre, Maille, NatureDeNom } from './regles/index.ts';

/** The tables of the room, as `migrations/0002_territoires.ts` makes them. */
export type TablesTerritoires = {
  readonly territoire: TableTerritoire;
  readonly organisation: TableOrganisation;
  readonly organisation_nom: TableOrganisationNom;
  readonly organisation_membre: TableOrganisationMembre;
};

export type TableTerritoire = {
  code: string;
  /** Null for France. */
  insee: string | null;
  nom: string;
  maille: Maille;
  parent_code: string | null;
  locution: string;
};

export type TableOrganisation = {
  id: string;
  sigle: string | null;
  nom: string;
  genre: Genre;
  parent_id: string | null;
  territoire_code: string;
  active: Generated<boolean>;
  cree_le: ColumnType<Date, Date | undefined, never>;
  /** When an administrator corrected it: from then on the reference data leaves it alone. */
  corrigee_le: Date | null;
};

export type TableOrganisationNom = {
  organisation_id: string;
  nom: string;
  nature: NatureDeNom;
  /** `cleDeNom(nom)`: brings close names together; the directory (`creerAnnuaire`) has the last word. */
  cle: string;
};

export type TableOrganisationMembre = {
  collectif_id: string;
  membre_id: string;
};
