import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';

/** What Jalon is told of it. */
export const CLIENT = { id: 'jalon', secret: 'secret-des-essais', niveau: 'eidas1' } as const;

type Personne = { readonly courriel: string; readonly prenom: string; readonly nom: string };

export type Fournisseur = {
  readonly adresse: string;
  /** Once Jalon's own address is known. */
  ouvrir(jalon: string): void;
  fermer(): Promise<void>;
};

/**
 * A real OpenID Connect provider, of the ProConnect profile: PKCE required, levels of authentication, user information as a
 * signed token, sign-out asked by the client. It believes whatever its form is told: the tests are everyone.
 */
export async function demarrerFournisseur(): Promise<Fournisseur> {
  let provider: Provider | null = null;
  const personnes = new Map<string, Personne>();
  const serveur = createServer((requete, reponse) => {
    if (provider === null) reponse.writeHead(503).end();
    else if (requete.url?.startsWith('/interaction/')) void interagir(provider, personnes, requete, reponse);
    else void provider.callback()(requete, reponse);
  }).listen(0, 'localhost');
  await once(serveur, 'listening');
  const lieu = serveur.address();
  // Another host name than Jalon's: another site, for the browser's cookies.
  const adresse = `http://localhost:${typeof lieu === 'object' && lieu !== null ? lieu.port : 0}`;
  return {
    adresse,
    ouvrir(jalon) {
      provider = creerProvider(adresse, jalon, personnes);
    },
    async fermer() {
      serveur.closeAllConnections();
      serveur.close();
      await once(serveur, 'close');
    },
  };
}

function creerProvider(adresse: string, jalon: string, personnes: ReadonlyMap<string, Personne>): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new Provider(adresse, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${jalon}/connexion/retour`],
        post_logout_redirect_uris: [`${jalon}/deconnexion/retour`],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'RS256',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'essai', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['essais'] },
    pkce: { required: () => true },
    acrValues: ['eidas0', CLIENT.niveau],
    claims: {
      openid: ['sub'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      email: ['email'],
      siret: ['siret'],
      uid: ['uid'],
    },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, formulaire) {
          ctx.body = page(
            'Sortir du fournisseur',
            `${formulaire}<button form="op.logoutForm" name="logout" value="yes">Oui, sortir</button>`,
          );
        },
      },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sujet) => ({
      accountId: sujet,
      claims: () => {
        const personne = personnes.get(sujet);
        return {
          sub: sujet,
          email: personne?.courriel,
          given_name: personne?.prenom,
          usual_name: personne?.nom,
          siret: '13002526500013',
          uid: sujet,
        };
      },
    }),
    // What Jalon asks is granted: consent is not what is tried here.
    async loadExistingGrant({ oidc }) {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const accord = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      accord.addOIDCScope('openid given_name usual_name email siret uid');
      await accord.save();
      return accord;
    },
  });
}

/** The page where one says who one is. */
async function interagir(
  provider: Provider,
  personnes: Map<string, Personne>,
  requete: IncomingMessage,
  reponse: ServerResponse,
): Promise<void> {
  if (requete.method !== 'POST') {
    reponse.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page('Fournisseur d’essai', FORMULAIRE));
    return;
  }
  const dit = new URLSearchParams(await lire(requete));
  const champ = (nom: string) => dit.get(nom) ?? '';
  if (champ('verbe') === 'renoncer') {
    const refus = { error: 'access_denied', error_description: 'La personne a renoncé.' };
    await provider.interactionFinished(requete, reponse, refus, { mergeWithLastSubmission: false });
    return;
  }
  personnes.set(champ('sujet'), { courriel: champ('courriel'), prenom: champ('prenom'), nom: champ('nom') });
  await provider.interactionFinished(requete, reponse, { login: { accountId: champ('sujet'), acr: champ('niveau') } });
}

const FORMULAIRE = `<form method="post">
${['sujet', 'courriel', 'prenom', 'nom', 'niveau'].map((nom) => `<p><label>${nom} <input name="${nom}"></label></p>`).join('\n')}
<button name="verbe" value="entrer">Continuer</button>
<button name="verbe" value="renoncer">Renoncer</button>
</form>`;

function page(titre: string, corps: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${titre}</title></head><body><h1>${titre}</h1>${corps}</body></html>`;
}

async function lire(requete: IncomingMessage): Promise<string> {
  let corps = '';
  for await (const morceau of requete) corps += String(morceau);
  return corps;
}
