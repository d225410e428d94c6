import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Acteur, acteurDuJeton, limiterDebit, noterUsage, type RouteDApi, STATUTS } from '#acces';
import type { Services } from '#socle';
import type { Refus } from '#socle/valeurs';
import { decrireLApi } from '../accueil/api/description.ts';
import { RACINE_DE_L_API, ROUTES_DE_L_API } from '../accueil/api/routes.ts';
import { journaliserRefus } from './refus.ts';

/** Calls of one token a minute; wrong tokens of one address in five minutes. */
const PAR_JETON = { nombre: 600, fenetreS: 60 };
const PAR_INCONNU = { nombre: 30, fenetreS: 300 };
const CORPS_AU_PLUS = 256 * 1024;

type Variables = { acteur: Acteur };
type ContexteDApi = Context<{ Variables: Variables }>;

/** The API for machines: a token, no cookie, JSON. `adresseDe` says where a request comes from. */
export function creerApi(services: Services, adresseDe: (c: Context) => string): Hono<{ Variables: Variables }> {
  const api = new Hono<{ Variables: Variables }>().basePath(RACINE_DE_L_API);
  api.use('*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  api.get('/openapi.json', (c) => c.json(decrireLApi(services.configuration.origine ?? new URL(c.req.url).origin)));
  api.use('*', bodyLimit({ maxSize: CORPS_AU_PLUS, onError: (c) => refuser(c, TROP_GROS, 413) }));
  api.use('*', async (c, next) => {
    const jeton = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (jeton === undefined) return inconnu(c, SANS_JETON, null);
    const acteur = await acteurDuJeton(services, jeton);
    if (acteur === null) {
      const etat = await limiterDebit(services.base, services.horloge, `api:${adresseDe(c)}`, PAR_INCONNU);
      return etat.permis ? inconnu(c, JETON_MORT, 'invalid_token') : tropSouvent(c, etat.attendreS);
    }
    c.set('acteur', acteur);
    const etat = await limiterDebit(services.base, services.horloge, `jeton:${acteur.compte}`, PAR_JETON);
    if (etat.permis) await next();
    else c.res = tropSouvent(c, etat.attendreS);
    void tracer(services, acteur, c);
  });
  for (const route of ROUTES_DE_L_API) {
    const chemin = route.chemin.replaceAll(/\{(\w+)\}/g, ':$1');
    api.on(route.methode.toUpperCase(), chemin, (c) => repondre(services, route, c));
  }
  api.all('*', (c) => refuser(c, ADRESSE_INCONNUE, 404));
  api.onError((erreur, c) => {
    process.stderr.write(`${JSON.stringify({ niveau: 'erreur', chemin: c.req.path, message: erreur.message })}\n`);
    return refuser(c, PANNE, 500);
  });
  return api;
}

async function repondre(services: Services, route: RouteDApi, c: ContexteDApi): Promise<Response> {
  const acteur = c.get('acteur');
  if (!acteur.portees?.includes(route.portee)) {
    c.header('WWW-Authenticate', `Bearer realm="Jalon", error="insufficient_scope", scope="${route.portee}"`);
    return refuser(c, sansPortee(route.portee), 403);
  }
  const corps = route.corps === null ? undefined : await lireJson(c);
  if (corps === ILLISIBLE) return refuser(c, CORPS_ILLISIBLE, 422);
  const resultat = await route.repondre(services, acteur, {
    parametres: c.req.param(),
    requete: new URL(c.req.url).searchParams,
    corps,
    cle: c.req.header('idempotency-key')?.trim() || null,
  });
  if (resultat.ok) return c.json(resultat.valeur, route.corps === null ? 200 : 201);
  const { refus } = resultat;
  if (refus.nature === 'interdit') {
    // The page of the same object: the journal tells of a refused object, however it was asked for.
    const page = c.req.path.slice(RACINE_DE_L_API.length).split('/').slice(0, 3).join('/');
    await journaliserRefus(services, acteur, { methode: c.req.method, chemin: page });
  }
  return refuser(c, refus, STATUTS[refus.nature]);
}

/** The call is written beside the answer, which does not wait for it; what fails here does not undo it. */
async function tracer(services: Services, acteur: Acteur, c: Context): Promise<void> {
  const usage = { methode: c.req.method, chemin: c.req.path, statut: c.res.status };
  await noterUsage(services, acteur.compte, usage).catch((erreur: unknown) => {
    const message = erreur instanceof Error ? erreur.message : String(erreur);
    process.stderr.write(`${JSON.stringify({ niveau: 'erreur', chemin: c.req.path, message })}\n`);
  });
}

const ILLISIBLE = Symbol('illisible');

async function lireJson(c: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return ILLISIBLE;
  try {
    return await c.req.json();
  } catch {
    return ILLISIBLE;
  }
}

type StatutDeRefus = (typeof STATUTS)[Refus['nature']] | 401 | 413 | 429 | 500;
type RefusDApi = Pick<Refus, 'regle' | 'message' | 'champs'>;

function refuser(c: Context, { regle, message, champs }: RefusDApi, statut: StatutDeRefus): Response {
  const corps = { erreur: { regle, message, ...(champs === undefined ? {} : { champs }) } };
  return c.json(corps, statut);
}

function inconnu(c: Context, refus: RefusDApi, erreur: string | null): Response {
  c.header('WWW-Authenticate', `Bearer realm="Jalon"${erreur === null ? '' : `, error="${erreur}"`}`);
  return refuser(c, refus, 401);
}

function tropSouvent(c: Context, attendreS: number): Response {
  c.header('Retry-After', String(attendreS));
  const message = `Trop de demandes en peu de temps. Recommencez dans ${attendreS} s, et espacez les suivantes.`;
  return refuser(c, { regle: 'api.debit', message }, 429);
}

function sansPortee(portee: string): RefusDApi {
  return {
    regle: 'api.portee',
    message: `Ce jeton n’est pas ouvert à « ${portee} ». Créez-en un qui l’est dans « Mes jetons », s’il doit faire cela.`,
  };
}

const SANS_JETON = {
  regle: 'api.jeton.absent',
  message: 'Donnez un jeton : en-tête « Authorization: Bearer jalon_… ». Il se crée dans Jalon, « Mes jetons ».',
};
const JETON_MORT = {
  regle: 'api.jeton.invalide',
  message: 'Ce jeton n’ouvre rien : il n’existe pas, a expiré, a été révoqué, ou le compte de son titulaire est fermé.',
};
const CORPS_ILLISIBLE = {
  regle: 'api.corps',
  message: 'Le corps de la demande doit être du JSON, annoncé par « Content-Type: application/json ».',
};
const TROP_GROS = { regle: 'api.corps.taille', message: 'Cette demande est trop grosse : 256 Kio au plus.' };
const ADRESSE_INCONNUE = {
  regle: 'api.adresse',
  message:
    'Rien ne répond à cette adresse avec cette méthode. La page /api et /api/v1/openapi.json disent ce qui existe.',
};
const PANNE = {
  regle: 'api.panne',
  message: 'Jalon n’a pas pu répondre. Recommencez dans un instant, avec la même clé d’idempotence si vous écrivez.',
};
