import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { type ConfigurationOidc, lireOidc, VARIABLES_OIDC } from './configuration-oidc.ts';
import { ErreurDeDemarrage } from './erreur.ts';
import { racine } from './racine.ts';

const PORT = { error: 'un numéro de port, de 0 à 65535' };

const MANDATAIRES = { error: 'un nombre de mandataires, de 0 à 10' };
/** « Jalon <jalon@exemple.gouv.fr> », or the address alone. */
const EXPEDITEUR = /^(?:([^<>@]*)<)?([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>?$/;
const LIMITE = { error: 'un nombre de connexions, de 1 à 1000000' };

const SCHEMA = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'une adresse postgresql://…' }).optional(),
  PORT: z.coerce.number(PORT).int(PORT).min(0, PORT).max(65_535, PORT).default(3000),
  JALON_HOTE: z.string().min(1).default('127.0.0.1'),
  JALON_DONNEES: z.string().min(1).default('donnees'),
  JALON_DEMO: z.enum(['0', '1'], { error: '0 ou 1' }).default('0'),
  JALON_ORIGINE: z.url({ error: 'l’adresse publique, https://…' }).optional(),
  JALON_BLOC_MARQUE: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'une adresse smtp://… ou smtps://…' }).optional(),
  JALON_EXPEDITEUR: z
    .string()
    .transform((texte, contexte) => {
      const lu = EXPEDITEUR.exec(texte.trim());
      if (lu?.[2] !== undefined) return { nom: lu[1]?.replaceAll('"', '').trim() || 'Jalon', adresse: lu[2] };
      contexte.addIssue({ code: 'custom', message: 'une adresse, comme Jalon <jalon@exemple.gouv.fr>' });
      return z.NEVER;
    })
    .optional(),
  JALON_MANDATAIRES: z.coerce.number(MANDATAIRES).int(MANDATAIRES).min(0, MANDATAIRES).max(10, MANDATAIRES).default(0),
  JALON_ANCRAGE: z
    .string()
    .regex(/^(\/.+|mailto:[^\s@]+@[^\s@]+)$/, 'le chemin d’un fichier (/srv/…) ou mailto:adresse')
    .optional(),
  JALON_LIMITE_CONNEXIONS: z.coerce.number(LIMITE).int(LIMITE).min(1, LIMITE).max(1_000_000, LIMITE).default(300),
  ...VARIABLES_OIDC,
});

/** With a mail server, mails say who sends them and their links lead somewhere. */
const AVEC_UN_SERVEUR = SCHEMA.superRefine((lue, contexte) => {
  if (lue.JALON_ANCRAGE?.startsWith('mailto:') && lue.SMTP_URL === undefined)
    contexte.addIssue({
      code: 'custom',
      path: ['SMTP_URL'],
      message: 'le serveur qui portera les ancres de JALON_ANCRAGE',
    });
  if (lue.SMTP_URL === undefined) return;
  for (const nom of ['JALON_EXPEDITEUR', 'JALON_ORIGINE'] as const) {
    if (lue[nom] === undefined)
      contexte.addIssue({ code: 'custom', path: [nom], message: `${EXEMPLES[nom]}, dès que SMTP_URL est donné` });
  }
});

const EXEMPLES = {
  JALON_EXPEDITEUR: 'une adresse, comme Jalon <jalon@exemple.gouv.fr>',
  JALON_ORIGINE: 'l’adresse publique, https://…',
};

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
  /** The server that carries the mails, and who signs them; null: mails stay in the outbox. */
  readonly courrier: {
    readonly serveur: string;
    readonly expediteur: { readonly nom: string; readonly adresse: string };
  } | null;
  /** How many reverse proxies stand before Jalon and say for whom they ask (`X-Forwarded-For`). */
  readonly mandataires: number;
  /** Where the head of the journal is written each night, outside the database; null: nowhere. */
  readonly ancrage: Ancrage | null;
  /** Sign-ins that one address may start in five minutes. */
  readonly limiteDeConnexions: number;
  /** The provider of professional identities; null: nobody signs in by one. */
  readonly oidc: ConfigurationOidc | null;
};

export type Ancrage = { readonly moyen: 'fichier' | 'courriel'; readonly cible: string };

/** Reads the environment; a wrong variable is a sentence that names it. */
export function lireConfiguration(environnement: NodeJS.ProcessEnv): Configuration {
  const presentes = Object.fromEntries(Object.entries(environnement).filter(([, valeur]) => valeur !== ''));
  const lu = AVEC_UN_SERVEUR.safeParse(presentes);
  if (!lu.success) {
    const fautes = lu.error.issues.map((faute) => `  ${faute.path.join('.')} : il faut ${faute.message}`);
    throw new ErreurDeDemarrage(`La configuration n’est pas utilisable :\n${fautes.join('\n')}`);
  }
  const { data } = lu;
  const oidc = lireOidc(data, data.JALON_ORIGINE !== undefined);
  if (!oidc.ok) throw new ErreurDeDemarrage(`La configuration n’est pas utilisable :\n${oidc.refus.join('\n')}`);
  return {
    adresseBase: data.DATABASE_URL ?? null,
    port: data.PORT,
    hote: data.JALON_HOTE,
    dossierDonnees: isAbsolute(data.JALON_DONNEES) ? data.JALON_DONNEES : join(racine(), data.JALON_DONNEES),
    demonstration: data.JALON_DEMO === '1',
    origine: data.JALON_ORIGINE ?? null,
    blocMarque: data.JALON_BLOC_MARQUE ?? null,
    courrier:
      data.SMTP_URL === undefined || data.JALON_EXPEDITEUR === undefined
        ? null
        : { serveur: data.SMTP_URL, expediteur: data.JALON_EXPEDITEUR },
    mandataires: data.JALON_MANDATAIRES,
    ancrage: lireAncrage(data.JALON_ANCRAGE),
    limiteDeConnexions: data.JALON_LIMITE_CONNEXIONS,
    oidc: oidc.valeur,
  };
}

function lireAncrage(texte: string | undefined): Ancrage | null {
  if (texte === undefined) return null;
  const [, adresse] = /^mailto:(.+)$/.exec(texte) ?? [];
  return adresse === undefined ? { moyen: 'fichier', cible: texte } : { moyen: 'courriel', cible: adresse };
}
