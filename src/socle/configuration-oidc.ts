import { z } from 'zod';
import { echec, type Resultat, reussite } from './valeurs/index.ts';

const SIGNATURES = ['RS256', 'PS256', 'ES256'] as const;

/** What the environment says of the provider of professional identities (OpenID Connect, the ProConnect profile). */
export const VARIABLES_OIDC = {
  OIDC_EMETTEUR: z.url({ error: 'l’adresse du fournisseur d’identité, https://…' }).optional(),
  OIDC_CLIENT: z.string().optional(),
  OIDC_SECRET: z.string().optional(),
  OIDC_ACR: z.string().optional(),
  OIDC_NOM: z.string().default('ProConnect'),
  OIDC_PORTEES: z.string().default('openid given_name usual_name email siret uid'),
  OIDC_SIGNATURE: z.enum(SIGNATURES, { error: `un algorithme parmi ${SIGNATURES.join(', ')}` }).default('RS256'),
};

export type ConfigurationOidc = {
  /** Issuer, as the provider writes it: its metadata are at `/.well-known/openid-configuration` below it. */
  readonly emetteur: string;
  readonly client: string;
  readonly secret: string;
  /** Levels of authentication asked for, any of which is enough; none: whatever the provider does. */
  readonly niveaux: readonly string[];
  /** Name on the button. */
  readonly nom: string;
  readonly portees: string;
  /** Algorithm of the signed identity token and of the signed user information. */
  readonly signature: (typeof SIGNATURES)[number];
  /** The provider runs on this very machine, for a trial: the only case where it may speak plain http. */
  readonly local: boolean;
};

type Lues = z.output<z.ZodObject<typeof VARIABLES_OIDC>>;

/** The provider, or null when nothing names one; half a provider is refused, variable by variable. */
export function lireOidc(lues: Lues, origineConnue: boolean): Resultat<ConfigurationOidc | null, readonly string[]> {
  const { OIDC_EMETTEUR: emetteur, OIDC_CLIENT: client, OIDC_SECRET: secret } = lues;
  if (emetteur === undefined && client === undefined && secret === undefined) return reussite(null);
  const local = emetteur !== undefined && estLocale(emetteur);
  const fautes: string[] = [];
  for (const [nom, valeur] of Object.entries({ OIDC_EMETTEUR: emetteur, OIDC_CLIENT: client, OIDC_SECRET: secret })) {
    if (valeur === undefined)
      fautes.push(`  ${nom} : il faut le donner, avec les deux autres (OIDC_EMETTEUR, OIDC_CLIENT, OIDC_SECRET)`);
  }
  if (emetteur !== undefined && !local && !emetteur.startsWith('https:'))
    fautes.push('  OIDC_EMETTEUR : il faut une adresse https:// (http seulement sur cette machine, pour un essai)');
  if (emetteur !== undefined && !local && !origineConnue)
    fautes.push('  JALON_ORIGINE : il faut l’adresse publique de Jalon, où le fournisseur d’identité renvoie');
  if (fautes.length > 0 || emetteur === undefined || client === undefined || secret === undefined) return echec(fautes);
  return reussite({
    emetteur,
    client,
    secret,
    niveaux: lues.OIDC_ACR?.split(/\s+/).filter((niveau) => niveau !== '') ?? [],
    nom: lues.OIDC_NOM,
    portees: lues.OIDC_PORTEES,
    signature: lues.OIDC_SIGNATURE,
    local,
  });
}

function estLocale(adresse: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(adresse).hostname);
}
