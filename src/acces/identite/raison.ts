import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { ConfigurationOidc } from '#socle';
import type { RaisonDEchec } from '../regles/echecs-de-connexion.ts';
import { oublierFournisseur } from './fournisseur.ts';

/** What to tell the person of this error; the administrator gets a line of log, which names no one. */
export function raisonDEchec(erreur: unknown, oidc: ConfigurationOidc): RaisonDEchec {
  const { raison, detail } = comprendre(erreur);
  if (raison !== 'abandonnee') {
    oublierFournisseur(oidc);
    process.stderr.write(`${JSON.stringify({ niveau: 'alerte', quoi: 'connexion', raison, detail })}\n`);
  }
  return raison;
}

function comprendre(erreur: unknown): { raison: RaisonDEchec; detail: string } {
  // The answer the browser brought back says an error: `access_denied`, `login_required`…
  if (erreur instanceof AuthorizationResponseError)
    return { raison: erreur.error === 'access_denied' ? 'abandonnee' : 'refusee', detail: erreur.error };
  // The code is spent or too old (`invalid_grant`), or the client's own secret is wrong.
  if (erreur instanceof ResponseBodyError)
    return { raison: erreur.error === 'invalid_grant' ? 'perimee' : 'refusee', detail: erreur.error };
  if (erreur instanceof ClientError) {
    const detail = erreur.code ?? erreur.message;
    return { raison: SANS_REPONSE.has(detail) ? 'injoignable' : 'invalide', detail };
  }
  // What `fetch` throws when nothing answers.
  if (erreur instanceof TypeError && !('code' in erreur)) return { raison: 'injoignable', detail: cause(erreur) };
  return { raison: 'invalide', detail: erreur instanceof Error ? erreur.name : 'inconnu' };
}

const SANS_REPONSE: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

function cause({ cause }: Error): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'sans réponse';
}
