import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

type Champs = Record<string, unknown>;

/** What the provider will answer to the next sign-in; every lie is one field away from the truth. */
export type Reponse = {
  /** Claims of the identity token that replace the right ones. */
  readonly jeton?: Champs;
  /** Claims of the user information. */
  readonly personne?: Champs;
  readonly signatureDuJeton?: Signature;
  readonly signatureDeLaPersonne?: Signature;
};
/** By the published key; by another under the same name; by the client's secret; by nobody; as plain JSON. */
type Signature = 'juste' | 'autre_cle' | 'secret' | 'aucune' | 'json';

export const SECRET = 'secret-du-client';

/** A provider that tells the truth or lies at will, to see what is made of its answers. It shows no page. */
export async function ouvrirFournisseurTruque() {
  const publiee = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const autre = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { demande: URLSearchParams; reponse: Reponse }>();
  let dernier: { demande: URLSearchParams; reponse: Reponse } | undefined;
  const compteur = { decouvertes: 0, emetteur: '' };

  const signer = (champs: Champs, signature: Signature = 'juste'): string => {
    const alg = signature === 'aucune' ? 'none' : signature === 'secret' ? 'HS256' : 'RS256';
    const corps = [{ alg, kid: 'essai', typ: 'JWT' }, champs]
      .map((partie) => Buffer.from(JSON.stringify(partie)).toString('base64url'))
      .join('.');
    return `${corps}.${sceau(corps, signature, publiee.privateKey, autre.privateKey)}`;
  };

  const repondre = async (requete: IncomingMessage): Promise<{ statut?: number; type?: string; corps: string }> => {
    const json = (valeur: unknown, statut = 200) => ({ statut, corps: JSON.stringify(valeur) });
    switch (new URL(requete.url ?? '/', adresse).pathname) {
      case '/.well-known/openid-configuration':
        compteur.decouvertes += 1;
        return json({
          issuer: compteur.emetteur,
          authorization_endpoint: `${adresse}/autoriser`,
          token_endpoint: `${adresse}/jetons`,
          userinfo_endpoint: `${adresse}/personne`,
          jwks_uri: `${adresse}/cles`,
          end_session_endpoint: `${adresse}/sortir`,
        });
      case '/cles':
        return json({
          keys: [{ ...publiee.publicKey.export({ format: 'jwk' }), kid: 'essai', alg: 'RS256', use: 'sig' }],
        });
      case '/jetons': {
        const recu = new URLSearchParams(await lire(requete));
        const code = recu.get('code') ?? '';
        const pris = codes.get(code);
        codes.delete(code);
        const defi = createHash('sha256')
          .update(recu.get('code_verifier') ?? '')
          .digest('base64url');
        if (recu.get('client_secret') !== SECRET) return json({ error: 'invalid_client' }, 400);
        if (!pris || pris.demande.get('code_challenge') !== defi) return json({ error: 'invalid_grant' }, 400);
        dernier = pris;
        const maintenant = Math.floor(Date.now() / 1_000);
        const champs = {
          iss: compteur.emetteur,
          sub: 'sujet-1',
          aud: 'jalon',
          iat: maintenant,
          exp: maintenant + 60,
          nonce: pris.demande.get('nonce'),
          acr: 'eidas1',
          ...pris.reponse.jeton,
        };
        return json({
          access_token: 'acces',
          token_type: 'Bearer',
          expires_in: 60,
          id_token: signer(champs, pris.reponse.signatureDuJeton),
        });
      }
      case '/personne': {
        const champs = {
          sub: 'sujet-1',
          email: 'Agent@exemple.gouv.fr',
          given_name: 'Camille',
          usual_name: 'Exemple',
          ...dernier?.reponse.personne,
        };
        if (dernier?.reponse.signatureDeLaPersonne === 'json') return json(champs);
        return {
          type: 'application/jwt',
          corps: signer(
            { iss: compteur.emetteur, aud: 'jalon', ...champs },
            dernier?.reponse.signatureDeLaPersonne ?? 'juste',
          ),
        };
      }
      default:
        return json({}, 404);
    }
  };

  const serveur = createServer((requete, reponse) => {
    void repondre(requete).then(({ statut = 200, type = 'application/json', corps }) => {
      reponse.writeHead(statut, { 'content-type': type }).end(corps);
    });
  }).listen(0, '127.0.0.1');
  await once(serveur, 'listening');
  const lieu = serveur.address();
  const adresse = `http://127.0.0.1:${typeof lieu === 'object' && lieu !== null ? lieu.port : 0}`;
  compteur.emetteur = adresse;
  return {
    adresse,
    /** How many times its metadata were asked. */
    decouvertes: () => compteur.decouvertes,
    /** The person says yes: what the browser brings back to Jalon, after the « ? ». */
    accepter(depart: string, reponse: Reponse = {}): string {
      const demande = new URL(depart).searchParams;
      const code = `code-${codes.size}-${Date.now()}-${Math.random()}`;
      codes.set(code, { demande, reponse });
      return `?${new URLSearchParams({ code, state: demande.get('state') ?? '' })}`;
    },
    async fermer(): Promise<void> {
      serveur.closeAllConnections();
      serveur.close();
      await once(serveur, 'close');
    },
  };
}

function sceau(corps: string, signature: Signature, publiee: KeyObject, autre: KeyObject): string {
  if (signature === 'aucune') return '';
  if (signature === 'secret') return createHmac('sha256', SECRET).update(corps).digest('base64url');
  return sign('sha256', Buffer.from(corps), signature === 'autre_cle' ? autre : publiee).toString('base64url');
}

async function lire(requete: IncomingMessage): Promise<string> {
  let corps = '';
  for await (const morceau of requete) corps += String(morceau);
  return corps;
}
