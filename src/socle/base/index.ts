export { type Base, ouvrirBase, verifierServeur } from './connexion.ts';
export { ecouter } from './ecoute.ts';
export { preparerEmplacement } from './embarquee/emplacement.ts';
export { type BaseEmbarquee, demarrerBase } from './embarquee/lanceur.ts';
export { type Migrations, migrationSocle, migrer } from './migrations.ts';
export type { DB } from './schema.ts';
