import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { ErreurDeDemarrage } from './erreur.ts';
import { racine } from './racine.ts';

const PORT = { error: 'un numéro de port, de 0 à 65535' };

const SCHEMA = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'une adresse postgresql://…' }).optional(),
  PORT: z.coerce.number(PORT).int(PORT).min(0, PORT).max(65_535, PORT).default(3000),
  JALON_HOTE: z.string().min(1).default('127.0.0.1'),
  JALON_DONNEES: z.string().min(1).default('donnees'),
  JALON_DEMO: z.enum(['0', '1'], { error: '0 ou 1' }).default('0'),
  JALON_ORIGINE: z.url({ error: 'l’adresse publique, https://…' }).optional(),
  JALON_BLOC_MARQUE: z.string().optional(),
});

/** Everything the environment decides, read once at start. docs/exploitation.md describes each variable. */
export type Configuration = {
  /** Address of a PostgreSQL server; null: the embedded one. */
  readonly adresseBase: string | null;
  readonly port: number;
  readonly hote: string;
  /** Folder of the embedded database, absolute. */
  readonly dossierDonnees: string;
  readonly demonstration: boolean;
  /** Public address behind a reverse proxy (`https://jalon.exemple.gouv.fr`); null: the address of the request. */
  readonly origine: string | null;
  /** Lines of the State's bloc-marque, shown only to services entitled to it; null: none. */
  readonly blocMarque: string | null;
};

/** Reads the environment; a wrong variable is a sentence that names it. */
export function lireConfiguration(environnement: NodeJS.ProcessEnv): Configuration {
  const presentes = Object.fromEntries(Object.entries(environnement).filter(([, valeur]) => valeur !== ''));
  const lu = SCHEMA.safeParse(presentes);
  if (!lu.success) {
    const fautes = lu.error.issues.map((faute) => `  ${faute.path.join('.')} : il faut ${faute.message}`);
    throw new ErreurDeDemarrage(`La configuration n’est pas utilisable :\n${fautes.join('\n')}`);
  }
  const { data } = lu;
  return {
    adresseBase: data.DATABASE_URL ?? null,
    port: data.PORT,
    hote: data.JALON_HOTE,
    dossierDonnees: isAbsolute(data.JALON_DONNEES) ? data.JALON_DONNEES : join(racine(), data.JALON_DONNEES),
    demonstration: data.JALON_DEMO === '1',
    origine: data.JALON_ORIGINE ?? null,
    blocMarque: data.JALON_BLOC_MARQUE ?? null,
  };
}
