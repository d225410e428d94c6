import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Acteur, creerJeton, revoquerJeton } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { decrireLApi } from '../accueil/api/description.ts';
import { ROUTES_DE_L_API } from '../accueil/api/routes.ts';
import { creerAction } from '../plans/commandes/creer-action.ts';
import { creerPlan } from '../plans/commandes/creer-plan.ts';
import { creerApi } from './api.ts';

let essai: Essai;
let bcam: Acteur;
let prefet44: Acteur;
let app: ReturnType<typeof creerApi>;
let plan: string;
let action: string;
let adresse = '192.0.2.1';

beforeAll(async () => {
  essai = await ouvrirEssai();
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  prefet44 = await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
  app = creerApi(essai.services, () => adresse);
  plan = await nouveauPlan('Irritants des SGC-D');
  for (const intitule of ['Cartes agents', 'Référents de proximité', 'Accès aux réseaux']) {
    action = reussi(await creerAction(essai.services, bcam, plan, { intitule, pilotes: 'DNUM' }));
  }
});
afterAll(() => essai.fermer());
// Ten tokens in force is the most one person has.
afterEach(() =>
  essai.base
    .updateTable('jeton')
    .set({ expire_le: new Date(0) })
    .execute(),
);

describe('un jeton, ou rien', () => {
  test('sans jeton, 401, et comment en donner un ; un cookie de session ne compte pas', async () => {
    for (const entetes of [{}, { cookie: 'jalon_session=abc' }, { authorization: 'Basic amFsb24=' }]) {
      const reponse = await app.request('/api/v1/plans', { headers: entetes });
      expect(reponse.status).toBe(401);
      expect(reponse.headers.get('www-authenticate')).toBe('Bearer realm="Jalon"');
      expect(await reponse.json()).toMatchObject({ erreur: { regle: 'api.jeton.absent' } });
    }
  });

  test('un jeton inventé, révoqué, expiré : 401, le même pour tous', async () => {
    const vivant = await nouveauJeton(bcam, ['plans.lire']);
    expect((await demander('/plans', vivant.jeton)).status).toBe(200);
    reussi(await revoquerJeton(essai.services, bcam, vivant.id));
    const bref = await nouveauJeton(bcam, ['plans.lire'], '2022-02-15');
    expect((await demander('/plans', bref.jeton)).status).toBe(200);
    essai.horloge.regler('2022-02-15T22:59:59Z');
    expect((await demander('/plans', bref.jeton)).status, 'jusqu’à minuit à Paris').toBe(200);
    essai.horloge.regler('2022-02-15T23:00:00Z');
    const corps = [];
    for (const jeton of [vivant.jeton, bref.jeton, `jalon_aaaaaaaa_${'a'.repeat(43)}`, 'n’importe quoi']) {
      const reponse = await demander('/plans', encodeURIComponent(jeton));
      expect(reponse.status).toBe(401);
      expect(reponse.headers.get('www-authenticate')).toContain('error="invalid_token"');
      corps.push(await reponse.text());
    }
    expect(new Set(corps).size).toBe(1);
  });

  test('le compte du titulaire fermé, le jeton est mort à l’instant', async () => {
    const agent = await creerActeur(essai, 'pilote', 'mi-dnum');
    const { jeton } = await nouveauJeton(agent, ['plans.lire']);
    expect((await demander('/plans', jeton)).status).toBe(200);
    await essai.base
      .updateTable('compte')
      .set({ ferme_le: essai.horloge.maintenant() })
      .where('id', '=', agent.compte)
      .execute();
    expect((await demander('/plans', jeton)).status).toBe(401);
  });

  test('la démonstration fermée, le jeton d’un personnage n’ouvre rien', async () => {
    const { jeton } = await nouveauJeton(bcam, ['plans.lire']);
    const configuration = { ...essai.services.configuration, demonstration: false };
    const ferme = creerApi({ ...essai.services, configuration }, () => adresse);
    const reponse = await ferme.request('/api/v1/plans', { headers: { authorization: `Bearer ${jeton}` } });
    expect(reponse.status).toBe(401);
  });

  test('trente jetons faux d’une même adresse : 429, et combien attendre ; un vrai jeton passe encore', async () => {
    adresse = '198.51.100.7';
    const statuts = [];
    for (let essaiDeJeton = 0; essaiDeJeton < 31; essaiDeJeton++)
      statuts.push((await demander('/plans', `jalon_bbbbbbbb_${'b'.repeat(43)}`)).status);
    expect(statuts.slice(0, 30).every((statut) => statut === 401)).toBe(true);
    expect(statuts[30]).toBe(429);
    const refuse = await demander('/plans', 'faux');
    expect(refuse.headers.get('retry-after')).toBe('300');
    const { jeton } = await nouveauJeton(bcam, ['plans.lire']);
    expect((await demander('/plans', jeton)).status).toBe(200);
  });

  test('six cents demandes en une minute, pas davantage', async () => {
    const { id, jeton } = await nouveauJeton(bcam, ['plans.lire']);
    expect((await demander('/plans', jeton)).status).toBe(200);
    await essai.base
      .updateTable('limite_de_debit')
      .set({ nombre: 600 })
      .where('cle', '=', createHash('sha256').update(`jeton:${id}`).digest('base64url'))
      .execute();
    const reponse = await demander('/plans', jeton);
    expect(reponse.status).toBe(429);
    expect(await reponse.json()).toMatchObject({ erreur: { regle: 'api.debit' } });
    essai.horloge.avancer(60_000);
    expect((await demander('/plans', jeton)).status).toBe(200);
  });
});

describe('les droits du titulaire, bornés par les portées', () => {
  test('un jeton qui lit n’écrit pas, un jeton qui note ne lit pas : 403, la portée est nommée', async () => {
    const lecteur = await nouveauJeton(bcam, ['plans.lire']);
    const noteur = await nouveauJeton(bcam, ['plans.noter']);
    const refus = await noter(lecteur.jeton, { texte: 'Essai' }, 'cle-1');
    expect(refus.status).toBe(403);
    expect(refus.headers.get('www-authenticate')).toContain('error="insufficient_scope", scope="plans.noter"');
    expect((await demander(`/plans/${plan}`, noteur.jeton)).status).toBe(403);
    expect(await notes()).toBe(0);
  });

  test('ce que le titulaire ne peut voir, son jeton ne le voit pas ; le refus est au journal', async () => {
    const { id, jeton } = await nouveauJeton(prefet44, ['plans.lire', 'plans.noter']);
    const liste = await (await demander('/plans', jeton)).json();
    expect(liste).toMatchObject({ plans: [], total: 0, suivant: null });
    for (const chemin of [`/plans/${plan}`, `/plans/${plan}/actions`]) {
      const reponse = await demander(chemin, jeton);
      expect(reponse.status).toBe(403);
      expect(await reponse.json()).toMatchObject({ erreur: { regle: 'plan.lire.portee' } });
    }
    expect((await noter(jeton, { texte: 'Essai' }, 'cle-2')).status).toBe(403);
    const refus = await essai.base
      .selectFrom('journal')
      .select(['acte', 'objet_id'])
      .where('auteur', '=', id)
      .execute();
    expect(refus).toEqual([{ acte: 'acces.refuser', objet_id: plan }]);
  });

  test('un identifiant inventé : 404 ; une adresse ou une méthode inconnue aussi', async () => {
    const { jeton } = await nouveauJeton(bcam, ['plans.lire']);
    expect((await demander('/plans/01890000-0000-7000-8000-000000000000', jeton)).status).toBe(404);
    expect((await demander('/plans/../../x', jeton)).status).toBe(404);
    expect((await demander('/rien', jeton)).status).toBe(404);
    const suppression = { method: 'DELETE', headers: { authorization: `Bearer ${jeton}` } };
    expect((await app.request(`/api/v1/plans/${plan}`, suppression)).status).toBe(404);
  });
});

describe('lire', () => {
  test('les plans se lisent de curseur en curseur, chacun une fois, même si l’un s’ajoute entre-temps', async () => {
    const { jeton } = await nouveauJeton(bcam, ['plans.lire']);
    for (const titre of ['Deux', 'Trois', 'Quatre', 'Cinq']) {
      essai.horloge.avancer(1_000);
      await nouveauPlan(titre);
    }
    const titres: string[] = [];
    let suite = '';
    for (let page = 0; page < 10; page++) {
      const reponse = await (await demander(`/plans?limite=2${suite}`, jeton)).json();
      titres.push(...reponse.plans.map(({ titre }: { titre: string }) => titre));
      if (reponse.suivant === null) break;
      suite = `&curseur=${reponse.suivant}`;
      if (page === 0) {
        essai.horloge.avancer(1_000);
        await nouveauPlan('Arrivé entre-temps');
      }
    }
    expect(titres).toEqual(['Cinq', 'Quatre', 'Trois', 'Deux', 'Irritants des SGC-D']);
  });

  test('les actions aussi, dans l’ordre demandé, avec les filtres de la page', async () => {
    const { jeton } = await nouveauJeton(bcam, ['plans.lire']);
    const premiere = await (await demander(`/plans/${plan}/actions?tri=intitule&limite=2`, jeton)).json();
    expect(premiere.actions.map(({ intitule }: { intitule: string }) => intitule)).toEqual([
      'Accès aux réseaux',
      'Cartes agents',
    ]);
    expect(premiere.nombre).toBe(3);
    const seconde = await demander(`/plans/${plan}/actions?tri=intitule&limite=2&curseur=${premiere.suivant}`, jeton);
    expect(await seconde.json()).toMatchObject({ actions: [{ intitule: 'Référents de proximité' }], suivant: null });
    const filtree = await (await demander(`/plans/${plan}/actions?q=cartes`, jeton)).json();
    expect(filtree).toMatchObject({
      nombre: 1,
      actions: [{ intitule: 'Cartes agents', pilotes: [{ texte: 'DNUM' }] }],
    });
    const ailleurs = await demander(`/plans/${plan}/actions?q=cartes&curseur=${premiere.suivant.slice(0, -2)}`, jeton);
    expect([409, 422]).toContain(ailleurs.status);
  });

  test('un paramètre inconnu ou mal écrit est refusé et nommé, jamais ignoré', async () => {
    const { jeton } = await nouveauJeton(bcam, ['plans.lire']);
    const refus = async (requete: string) => {
      const reponse = await demander(`/plans/${plan}/actions?${requete}`, jeton);
      expect(reponse.status, requete).toBe(422);
      return (await reponse.json()).erreur;
    };
    expect((await refus('status=terminee')).message).toContain('Paramètre inconnu : status. Connus : q, axe');
    expect(Object.keys((await refus('statut=fini')).champs)).toEqual(['statut']);
    expect((await refus('limite=1000')).champs).toEqual({ limite: 'Un nombre de 1 à 200.' });
    expect((await refus('curseur=zzz')).regle).toBe('api.curseur');
  });

  test('chaque réponse est celle que la description annonce', async () => {
    const { jeton } = await nouveauJeton(bcam, ['plans.lire', 'plans.noter']);
    const remplir = (chemin: string) => chemin.replace('{plan}', plan).replace('{action}', action);
    // Those of the indicators and of the reforms are in the files beside this one; a new kind of route has to be tried too.
    expect(new Set(ROUTES_DE_L_API.map(({ portee }) => portee.split('.')[0]))).toEqual(
      new Set(['plans', 'valeurs', 'reformes']),
    );
    for (const route of ROUTES_DE_L_API.filter(({ portee }) => portee.startsWith('plans.'))) {
      const reponse =
        route.methode === 'get'
          ? await demander(remplir(route.chemin), jeton)
          : await noter(jeton, { texte: 'Conforme' }, 'conforme');
      const corps = await reponse.json();
      expect(reponse.ok, JSON.stringify(corps)).toBe(true);
      expect(route.reponse.safeParse(corps), route.chemin).toMatchObject({ success: true });
    }
  });

  test('la description OpenAPI est ouverte à tous, sans jeton, et dit la portée de chaque route', async () => {
    const reponse = await app.request('http://jalon.exemple.gouv.fr/api/v1/openapi.json');
    expect(reponse.status).toBe(200);
    const description = await reponse.json();
    expect(description).toEqual(JSON.parse(JSON.stringify(decrireLApi('http://jalon.exemple.gouv.fr'))));
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toEqual([...new Set(ROUTES_DE_L_API.map(({ chemin }) => chemin))]);
    const note = description.paths['/plans/{plan}/actions/{action}/notes'].post;
    expect(note.security).toEqual([{ jeton: ['plans.noter'] }]);
    expect(note.parameters.map(({ name }: { name: string }) => name)).toEqual(['plan', 'action', 'Idempotency-Key']);
    expect(z.json().safeParse(description).success).toBe(true);
  });
});

describe('noter', () => {
  test('la note est ajoutée une fois, même envoyée cinq fois, deux à la fois, et signée par le jeton', async () => {
    const avant = await notes();
    const { id, jeton } = await nouveauJeton(bcam, ['plans.noter'], '2022-12-31', 'Tableau de bord');
    const envoi = () => noter(jeton, { statut: 'en_cours', taux: 40.5, texte: 'Marché notifié' }, 'commande-42');
    const reponses = [await envoi(), ...(await Promise.all([envoi(), envoi(), envoi()])), await envoi()];
    expect(reponses.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(await reponses[0]?.json()).toMatchObject({ statut: 'en_cours', taux: '40.5' });
    expect(await notes()).toBe(avant + 1);
    const actes = await essai.base
      .selectFrom('journal')
      .innerJoin('signataire', 'signataire.id', 'journal.auteur')
      .select(['acte', 'signataire.nom'])
      .where('auteur', '=', id)
      .execute();
    expect(actes).toEqual([{ acte: 'action.noter', nom: `Tableau de bord (jeton de ${bcam.nom})` }]);
  });

  test('la même clé pour une autre note est refusée ; sans clé aussi', async () => {
    const { jeton } = await nouveauJeton(bcam, ['plans.noter']);
    expect((await noter(jeton, { texte: 'Une' }, 'cle')).status).toBe(201);
    const autre = await noter(jeton, { texte: 'Deux' }, 'cle');
    expect(autre.status).toBe(409);
    expect(await autre.json()).toMatchObject({ erreur: { regle: 'action.noter.identifiant' } });
    const sans = await noter(jeton, { texte: 'Trois' }, null);
    expect(sans.status).toBe(422);
    expect(await sans.json()).toMatchObject({ erreur: { regle: 'api.idempotence' } });
  });

  test('une note vide, hors bornes ou qui n’est pas du JSON est refusée avec le champ', async () => {
    const { jeton } = await nouveauJeton(bcam, ['plans.noter']);
    const champs = async (corps: unknown, cle: string) => {
      const reponse = await noter(jeton, corps, cle);
      expect(reponse.status).toBe(422);
      return (await reponse.json()).erreur.champs;
    };
    expect(Object.keys(await champs({}, 'a'))).toEqual(['texte']);
    expect((await champs({ taux: 140 }, 'b')).taux).toContain('n’est pas un taux entre 0 et 100');
    expect(Object.keys(await champs({ texte: 'x', autre: 1 }, 'c'))).toEqual(['corps']);
    const formulaire = await app.request(`/api/v1/plans/${plan}/actions/${action}/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${jeton}`, 'idempotency-key': 'd' },
      body: new URLSearchParams({ texte: 'x' }),
    });
    expect(formulaire.status).toBe(422);
    expect(await formulaire.json()).toMatchObject({ erreur: { regle: 'api.corps' } });
  });

  test('une demande trop grosse est refusée avant d’être lue', async () => {
    const { jeton } = await nouveauJeton(bcam, ['plans.noter']);
    expect((await noter(jeton, { texte: 'x'.repeat(300_000) }, 'gros')).status).toBe(413);
  });
});

test('chaque appel laisse une trace : méthode, adresse sans ses paramètres, réponse', async () => {
  const { id, jeton } = await nouveauJeton(bcam, ['plans.lire']);
  await demander('/plans?q=secret', jeton);
  await demander('/plans/inconnu', jeton);
  await vi.waitFor(async () => {
    const usages = await essai.base
      .selectFrom('jeton_usage')
      .selectAll()
      .where('jeton_id', '=', id)
      .orderBy('ordre')
      .execute();
    expect(usages.map(({ methode, chemin, statut }) => `${methode} ${chemin} ${statut}`).sort()).toEqual([
      'GET /api/v1/plans 200',
      'GET /api/v1/plans/inconnu 404',
    ]);
  });
  const { dernier_usage_le } = await essai.base
    .selectFrom('jeton')
    .select('dernier_usage_le')
    .where('compte_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(dernier_usage_le).toEqual(essai.horloge.maintenant());
});

async function nouveauPlan(titre: string): Promise<string> {
  return reussi(
    await creerPlan(essai.services, bcam, {
      titre,
      genre: 'plan_d_actions',
      proprietaire: 'mi-bcam',
      territoire: 'FR',
      diffusion: 'equipe',
      etat: 'actif',
      silenceJours: '30',
    }),
  );
}

async function nouveauJeton(acteur: Acteur, portees: string[], expiration = '2022-12-31', libelle = 'Essai') {
  return reussi(await creerJeton(essai.services, acteur, { libelle, portees, expiration }));
}

function demander(chemin: string, jeton: string): Promise<Response> {
  return Promise.resolve(app.request(`/api/v1${chemin}`, { headers: { authorization: `Bearer ${jeton}` } }));
}

function noter(jeton: string, corps: unknown, cle: string | null): Promise<Response> {
  return Promise.resolve(
    app.request(`/api/v1/plans/${plan}/actions/${action}/notes`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${jeton}`,
        'content-type': 'application/json',
        ...(cle === null ? {} : { 'idempotency-key': cle }),
      },
      body: JSON.stringify(corps),
    }),
  );
}

async function notes(): Promise<number> {
  const { nombre } = await essai.base
    .selectFrom('note_avancement')
    .select(({ fn }) => fn.countAll<number>().as('nombre'))
    .executeTakeFirstOrThrow();
  return nombre;
}
