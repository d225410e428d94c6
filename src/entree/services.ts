import { statfsSync } from 'node:fs';
import { sql } from 'kysely';
import { amorcerCriteres } from '#reformes';
import { type Configuration, ErreurDeDemarrage, type Horloge, idsUuid7, type Services } from '#socle';
import { demarrerBase, migrer, ouvrirBase, preparerEmplacement, verifierServeur } from '#socle/base';
import { amorcerReferentiel } from '#territoires';
import { MIGRATIONS } from './migrations.ts';

const horloge: Horloge = { maintenant: () => new Date() };
const alea = (octets: Uint8Array): void => {
  crypto.getRandomValues(octets);
};

/**
 * Opens the database (embedded, or the server of DATABASE_URL), brings it up to date and fills the reference data.
 * `adresse` is that of the database; `fermer` gives everything back.
 */
export async function ouvrirServices(
  configuration: Configuration,
  dire: (etape: string) => void,
): Promise<{ services: Services; adresse: string; fermer: () => Promise<void> }> {
  const { adresse, quitter } = await adresseDeLaBase(configuration, dire);
  const base = ouvrirBase(adresse);
  const fermer = async () => {
    await base.destroy();
    await quitter();
  };
  try {
    await verifierServeur(base, adresse);
    const appliquees = await migrer(base, MIGRATIONS);
    if (appliquees.length > 0) dire(`Base de données mise à jour (${appliquees.length} étapes).`);
    await amorcerReferentiel(base);
    await amorcerCriteres(base, horloge.maintenant());
  } catch (erreur) {
    await fermer();
    throw erreur;
  }
  return { services: { base, horloge, ids: idsUuid7(horloge, alea), alea, configuration }, adresse, fermer };
}

async function adresseDeLaBase(
  configuration: Configuration,
  dire: (etape: string) => void,
): Promise<{ adresse: string; quitter: () => Promise<void> }> {
  if (configuration.adresseBase !== null) {
    dire('Connexion au serveur PostgreSQL…');
    return { adresse: configuration.adresseBase, quitter: async () => undefined };
  }
  const lieu = preparerEmplacement(configuration.dossierDonnees, dire);
  exigerDeLaPlace(lieu.dossier, dire);
  const embarquee = await demarrerBase(lieu, dire);
  try {
    await creerBase(embarquee.adresse('postgres'));
  } catch (erreur) {
    await embarquee.quitter();
    throw erreur;
  }
  return { adresse: embarquee.adresse('jalon'), quitter: () => embarquee.quitter() };
}

/** Below this, a database that has just started fills the disk and stops in the middle of its work. */
const PLACE_MINIMALE_MO = 150;
const PLACE_CONFORTABLE_MO = 300;

function exigerDeLaPlace(dossier: string, dire: (etape: string) => void): void {
  const { bavail, bsize } = statfsSync(dossier);
  const libre = Math.floor((bavail * bsize) / 1_000_000);
  if (libre < PLACE_MINIMALE_MO) {
    throw new ErreurDeDemarrage(
      `Il reste ${libre} Mo sur le disque des données (${dossier}), Jalon en demande ${PLACE_MINIMALE_MO} pour démarrer.\nLibérez de la place, ou choisissez un autre dossier par JALON_DONNEES, puis relancez.`,
    );
  }
  if (libre < PLACE_CONFORTABLE_MO) dire(`Attention : il ne reste que ${libre} Mo sur le disque des données.`);
}

async function creerBase(adresse: string): Promise<void> {
  const serveur = ouvrirBase(adresse, { connexions: 1 });
  try {
    const { rows } = await sql`select 1 from pg_database where datname = 'jalon'`.execute(serveur);
    if (rows.length === 0) await sql`create database jalon`.execute(serveur);
  } finally {
    await serveur.destroy();
  }
}
