import { allowInsecureRequests, type Configuration, discovery, enableNonRepudiationChecks } from 'openid-client';
import type { ConfigurationOidc } from '#socle';

/** The provider has this long to answer each question. */
const PATIENCE_S = 10;

/** One discovery for each configuration of the process; a failed one is forgotten, so that the next visitor tries again. */
const DECOUVERTS = new WeakMap<ConfigurationOidc, Promise<Configuration>>();

/** The provider as its metadata describe it. Signatures of identity tokens and of user information are always checked. */
export function decouvrirFournisseur(oidc: ConfigurationOidc): Promise<Configuration> {
  const connu = DECOUVERTS.get(oidc);
  if (connu !== undefined) return connu;
  const decouvert = discovery(
    new URL(oidc.emetteur),
    oidc.client,
    {
      client_secret: oidc.secret,
      id_token_signed_response_alg: oidc.signature,
      userinfo_signed_response_alg: oidc.signature,
    },
    undefined,
    {
      timeout: PATIENCE_S,
      execute: [enableNonRepudiationChecks, ...(oidc.local ? [allowInsecureRequests] : [])],
    },
  );
  DECOUVERTS.set(oidc, decouvert);
  decouvert.catch(() => oublierFournisseur(oidc));
  return decouvert;
}

/** After an error, what was discovered may be out of date: asked again next time. */
export function oublierFournisseur(oidc: ConfigurationOidc): void {
  DECOUVERTS.delete(oidc);
}
