import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { MIGRATIONS } from '../../src/entree/migrations.ts';
import { migrer, ouvrirBase } from '../../src/socle/base/index.ts';
import { amorcerReferentiel } from '../../src/territoires/index.ts';

/** Name of the database that each test file copies: migrated, with the reference data. */
export const MODELE = 'jalon_modele';

/** Makes the model database on this server and tells the tests where it is. */
export async function preparerModele(projet: TestProject, adresseDuServeur: string): Promise<void> {
  const serveur = ouvrirBase(adresseDuServeur, { connexions: 1 });
  await sql`drop database if exists ${sql.id(MODELE)}`.execute(serveur);
  await sql`create database ${sql.id(MODELE)}`.execute(serveur);
  await serveur.destroy();
  const modele = ouvrirBase(adresseDe(adresseDuServeur, MODELE), { connexions: 1 });
  await migrer(modele, MIGRATIONS);
  await amorcerReferentiel(modele);
  await modele.destroy();
  await interdireConnexions(adresseDuServeur);
  projet.provide('adresseDuServeur', adresseDuServeur);
}

/** Nothing may be connected to a database while it is copied, not even the server's own housekeeping. */
async function interdireConnexions(adresseDuServeur: string): Promise<void> {
  const serveur = ouvrirBase(adresseDuServeur, { connexions: 1 });
  await sql`alter database ${sql.id(MODELE)} with allow_connections false`.execute(serveur);
  await serveur.destroy();
}

/** Address of another database of the same server. */
export function adresseDe(adresseDuServeur: string, nom: string): string {
  return adresseDuServeur.replace(/\/[^/?]+(\?|$)/, `/${nom}$1`);
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Maintenance database of the server the tests create their databases on. */
    adresseDuServeur: string;
  }
}
