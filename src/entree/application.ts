import { join } from 'node:path';
import * as construction from 'virtual:react-router/server-build';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import { acteurDeLaSession, adresseDuVisiteur, COOKIE_DE_SESSION, contexteServices, contexteVisite } from '#acces';
import { contexteResponsabilites } from '#indicateurs';
import { indicateursTenus } from '#reformes';
import { racine, type Services } from '#socle';
import { LIMITE_MO } from '#tableur/pieces';
import { creerApi } from './api.ts';
import { pageDErreur } from './page-d-erreur.ts';
import { journaliserRefus } from './refus.ts';

/** 25 Mio for the file, and what a form puts around it. */
const TAILLE_MAXIMALE = 26 * 1024 * 1024;
const UN_AN_S = 31_536_000;

type Variables = { secureHeadersNonce?: string };

/** The whole HTTP side of Jalon: files of the build, safety headers, then the pages. Knows no port and holds no state. */
export function creerApplication(services: Services): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();
  const repondre = createRequestHandler(construction, 'production');
  const client = join(racine(), 'build', 'client');

  app.use(
    '*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", NONCE],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  );
  app.use(
    '/assets/*',
    serveStatic({
      root: client,
      rewriteRequestPath: (chemin) => chemin,
      onFound: (_, c) => c.header('Cache-Control', `public, max-age=${UN_AN_S}, immutable`),
    }),
  );
  app.get('/sante', (c) => c.json({ etat: 'ok' }));
  app.route(
    '/',
    creerApi(services, (c) => adresseDe(c, services)),
  );
  app.use('*', csrf(services.configuration.origine ? { origin: services.configuration.origine } : undefined));
  app.use(
    '*',
    bodyLimit({
      maxSize: TAILLE_MAXIMALE,
      onError: (c) =>
        c.html(
          pageDErreur(
            'Ce fichier est trop gros',
            `Jalon lit des fichiers de ${LIMITE_MO} Mo au plus. Retirez du document les images ou les feuilles qui ne servent pas au plan, puis déposez-le de nouveau.`,
          ),
          413,
        ),
    }),
  );
  app.all('*', async (c) => {
    const session = getCookie(c, COOKIE_DE_SESSION) ?? null;
    const acteur = session === null ? null : await acteurDeLaSession(services, session);
    const contexte = new RouterContextProvider();
    contexte.set(contexteServices, services);
    contexte.set(contexteResponsabilites, indicateursTenus);
    contexte.set(contexteVisite, {
      acteur,
      session: acteur === null ? null : session,
      nonce: c.get('secureHeadersNonce') ?? '',
      adresse: adresseDe(c, services),
    });
    const reponse = await repondre(c.req.raw, contexte);
    if (reponse.status === 403 && acteur !== null) {
      await journaliserRefus(services, acteur, { methode: c.req.method, chemin: c.req.path });
    }
    return reponse;
  });
  app.onError((erreur, c) => {
    // Thrown by `csrf`: often a public address that JALON_ORIGINE does not name.
    if (erreur instanceof HTTPException && erreur.status === 403) {
      return c.html(
        pageDErreur(
          'Cette demande vient d’une autre adresse',
          'Jalon n’accepte que les formulaires de ses propres pages : rien n’a été enregistré. Repartez de l’accueil ; si cela continue, l’administrateur doit vérifier l’adresse publique de Jalon (JALON_ORIGINE).',
        ),
        403,
      );
    }
    process.stderr.write(
      `${JSON.stringify({ niveau: 'erreur', chemin: cheminSansSecret(c.req.path), message: erreur.message })}\n`,
    );
    return c.html(
      pageDErreur(
        'Jalon n’a pas pu répondre',
        'Rien n’a été enregistré. Réessayez dans un instant ; si cela continue, prévenez l’administrateur.',
      ),
      500,
    );
  });
  return app;
}

/** The address of a personal link is a secret: it stands in no log. */
function cheminSansSecret(chemin: string): string {
  return chemin.replace(/^\/lien\/.*/s, '/lien/…');
}

function adresseDe(c: Context, { configuration }: Services): string {
  const connexion = getConnInfo(c).remote.address ?? '';
  return adresseDuVisiteur(connexion, c.req.header('x-forwarded-for') ?? null, configuration.mandataires);
}
