import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { type ConfigurationOidc, lireConfiguration } from '#socle';
import { ouvrirFournisseurTruque, type Reponse, SECRET } from './essais/fournisseur-truque.ts';
import { type Depart, partir } from './partir.ts';
import { revenir } from './revenir.ts';

const ORIGINE = 'http://127.0.0.1:3000';

let essai: Essai;
let fournisseur: Awaited<ReturnType<typeof ouvrirFournisseurTruque>>;
let oidc: ConfigurationOidc;
/** What the administrator reads. */
let dit: string[];

beforeAll(async () => {
  essai = await ouvrirEssai();
  fournisseur = await ouvrirFournisseurTruque();
});
afterAll(async () => {
  await fournisseur.fermer();
  await essai.fermer();
});
beforeEach(() => {
  oidc = configurer({});
  dit = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((ligne) => {
    dit.push(String(ligne));
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

function configurer(retouche: Record<string, string>): ConfigurationOidc {
  const { oidc: lue } = lireConfiguration({
    OIDC_EMETTEUR: fournisseur.adresse,
    OIDC_CLIENT: 'jalon',
    OIDC_SECRET: SECRET,
    OIDC_ACR: 'eidas1 eidas2',
    ...retouche,
  });
  if (lue === null) throw new Error('Aucun fournisseur.');
  return lue;
}

async function seLancer(navigateur: string | null = null, vers = '/plans'): Promise<Depart> {
  const depart = await partir(essai.services, oidc, { vers, origine: ORIGINE, navigateur });
  if (!depart.ok) throw new Error(depart.refus);
  return depart.valeur;
}

const rentrer = (search: string, navigateur: string | null) =>
  revenir(essai.services, oidc, { search, origine: ORIGINE, navigateur });

async function seConnecter(reponse: Reponse = {}) {
  const { adresse, navigateur } = await seLancer();
  return rentrer(fournisseur.accepter(adresse, reponse), navigateur);
}

describe('ce qui est refusé', () => {
  test.each<[string, Reponse, string]>([
    ['un niveau d’authentification qui n’est pas celui demandé', { jeton: { acr: 'eidas0' } }, 'niveau'],
    ['un niveau qui n’est pas dit', { jeton: { acr: undefined } }, 'niveau'],
    ['un jeton signé par une autre clé', { signatureDuJeton: 'autre_cle' }, 'invalide'],
    ['un jeton signé par le secret du client', { signatureDuJeton: 'secret' }, 'invalide'],
    ['un jeton que personne ne signe', { signatureDuJeton: 'aucune' }, 'invalide'],
    ['des informations signées par une autre clé', { signatureDeLaPersonne: 'autre_cle' }, 'invalide'],
    ['des informations signées par le secret du client', { signatureDeLaPersonne: 'secret' }, 'invalide'],
    ['des informations que personne ne signe', { signatureDeLaPersonne: 'aucune' }, 'invalide'],
    ['des informations en clair, sans signature', { signatureDeLaPersonne: 'json' }, 'invalide'],
    ['les informations de quelqu’un d’autre', { personne: { sub: 'sujet-2' } }, 'invalide'],
    ['des informations pour un autre logiciel', { personne: { aud: 'autre-logiciel' } }, 'invalide'],
    ['un jeton d’une autre connexion', { jeton: { nonce: 'autre' } }, 'invalide'],
    ['un jeton sans nonce', { jeton: { nonce: undefined } }, 'invalide'],
    ['un jeton d’un autre émetteur', { jeton: { iss: 'https://ailleurs.example' } }, 'invalide'],
    ['un jeton pour un autre logiciel', { jeton: { aud: 'autre-logiciel' } }, 'invalide'],
    ['un jeton périmé', { jeton: { exp: 1_000_000_000 } }, 'invalide'],
  ])('%s', async (_, reponse, raison) => {
    expect((await seConnecter(reponse)).identite).toEqual({ ok: false, refus: raison });
    expect(dit.join('')).not.toMatch(/sujet|exemple|Camille/);
  });

  test('une réponse rejouée', async () => {
    const { adresse, navigateur } = await seLancer();
    const reponse = fournisseur.accepter(adresse);
    expect((await rentrer(reponse, navigateur)).identite.ok).toBe(true);
    expect(await rentrer(reponse, navigateur)).toEqual({ vers: '/', identite: { ok: false, refus: 'perimee' } });
  });

  test('une réponse rejouée au même instant : une seule passe', async () => {
    const { adresse, navigateur } = await seLancer();
    const reponse = fournisseur.accepter(adresse);
    const retours = await Promise.all(Array.from({ length: 5 }, () => rentrer(reponse, navigateur)));
    expect(retours.filter(({ identite }) => identite.ok)).toHaveLength(1);
  });

  test('une réponse apportée par un autre navigateur, ou par aucun', async () => {
    const autre = await seLancer();
    for (const navigateur of [autre.navigateur, null, '']) {
      const { adresse } = await seLancer();
      const retour = await rentrer(fournisseur.accepter(adresse), navigateur);
      expect(retour.identite).toEqual({ ok: false, refus: 'perimee' });
    }
  });

  test('un état inconnu, absent ou double', async () => {
    const { adresse, navigateur } = await seLancer();
    const etat = new URL(adresse).searchParams.get('state');
    for (const search of ['?code=x&state=inconnu', '?code=x', '', `?code=x&state=${etat}&state=${etat}`])
      expect((await rentrer(search, navigateur)).identite).toEqual({ ok: false, refus: 'perimee' });
  });

  test('une réponse qui vient plus de dix minutes après', async () => {
    const { adresse, navigateur } = await seLancer();
    essai.horloge.avancer(600_001);
    const retour = await rentrer(fournisseur.accepter(adresse), navigateur);
    expect(retour.identite).toEqual({ ok: false, refus: 'perimee' });
  });

  test('un code que le fournisseur ne connaît plus', async () => {
    const { adresse, navigateur } = await seLancer();
    const etat = new URL(adresse).searchParams.get('state') ?? '';
    const retour = await rentrer(`?${new URLSearchParams({ code: 'perime', state: etat })}`, navigateur);
    expect(retour).toEqual({ vers: '/plans', identite: { ok: false, refus: 'perimee' } });
  });

  test('un code volé, rapporté dans une autre tentative : sa preuve (PKCE) manque', async () => {
    const victime = await seLancer();
    const code = new URLSearchParams(fournisseur.accepter(victime.adresse)).get('code') ?? '';
    const { adresse, navigateur } = await seLancer();
    const etat = new URL(adresse).searchParams.get('state') ?? '';
    const retour = await rentrer(`?${new URLSearchParams({ code, state: etat })}`, navigateur);
    expect(retour.identite).toEqual({ ok: false, refus: 'perimee' });
  });

  test.each([
    ['access_denied', 'abandonnee'],
    ['server_error', 'refusee'],
    ['login_required', 'refusee'],
  ])('l’erreur %s du fournisseur', async (error, raison) => {
    const { adresse, navigateur } = await seLancer();
    const etat = new URL(adresse).searchParams.get('state') ?? '';
    const retour = await rentrer(`?${new URLSearchParams({ error, state: etat })}`, navigateur);
    expect(retour).toEqual({ vers: '/plans', identite: { ok: false, refus: raison } });
  });

  test('un fournisseur injoignable, puis revenu : la tentative suivante passe', async () => {
    oidc = configurer({ OIDC_EMETTEUR: 'http://127.0.0.1:9' });
    const depart = await partir(essai.services, oidc, { vers: '/', origine: ORIGINE, navigateur: null });
    expect(depart).toEqual({ ok: false, refus: 'injoignable' });
    expect(dit.join('')).toContain('"raison":"injoignable"');

    const avant = fournisseur.decouvertes();
    oidc = configurer({});
    await fournisseurMuet(async () => {
      expect(await partir(essai.services, oidc, { vers: '/', origine: ORIGINE, navigateur: null })).toEqual({
        ok: false,
        refus: 'injoignable',
      });
    });
    expect((await seConnecter()).identite.ok).toBe(true);
    expect(fournisseur.decouvertes()).toBe(avant + 1);
  });

  test('des métadonnées qui ne sont pas celles de l’émetteur', async () => {
    oidc = configurer({ OIDC_EMETTEUR: `${fournisseur.adresse}/autre` });
    const depart = await partir(essai.services, oidc, { vers: '/', origine: ORIGINE, navigateur: null });
    expect(depart.ok).toBe(false);
  });
});

describe('ce qui passe', () => {
  test('une identité prouvée, avec son courriel en minuscules et là où l’on allait', async () => {
    const { vers, identite } = await seConnecter();
    expect(vers).toBe('/plans');
    expect(identite).toEqual({
      ok: true,
      valeur: {
        emetteur: fournisseur.adresse,
        sujet: 'sujet-1',
        nom: 'Camille Exemple',
        courriel: 'agent@exemple.gouv.fr',
        courrielVerifie: true,
        jetonIdentite: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      },
    });
  });

  test('l’un quelconque des niveaux demandés', async () => {
    expect((await seConnecter({ jeton: { acr: 'eidas2' } })).identite.ok).toBe(true);
  });

  test('n’importe quel niveau quand aucun n’est demandé', async () => {
    oidc = configurer({ OIDC_ACR: '' });
    const { adresse } = await seLancer();
    expect(new URL(adresse).searchParams.has('acr_values')).toBe(false);
    expect((await seConnecter({ jeton: { acr: undefined } })).identite.ok).toBe(true);
  });

  test.each([
    [
      { email: 'pas une adresse', given_name: 42, usual_name: undefined },
      { courriel: null, nom: null },
    ],
    [
      { email: undefined, email_verified: false },
      { courriel: null, courrielVerifie: false },
    ],
    [{ usual_name: undefined, family_name: 'Modèle' }, { nom: 'Camille Modèle' }],
  ])('des informations incomplètes : %j', async (personne, attendu) => {
    expect((await seConnecter({ personne })).identite).toMatchObject({ ok: true, valeur: attendu });
  });

  test('deux onglets à la fois : les deux reviennent', async () => {
    const premier = await seLancer(null, '/plans');
    const second = await seLancer(premier.navigateur, '/aide');
    expect(second.navigateur).toBe(premier.navigateur);
    const reponses = [fournisseur.accepter(second.adresse), fournisseur.accepter(premier.adresse)];
    const retours = [];
    for (const reponse of reponses) retours.push(await rentrer(reponse, premier.navigateur));
    expect(retours.map(({ vers, identite }) => [vers, identite.ok])).toEqual([
      ['/aide', true],
      ['/plans', true],
    ]);
  });

  test('le fournisseur n’est découvert qu’une fois', async () => {
    const avant = fournisseur.decouvertes();
    await seConnecter();
    await seConnecter();
    expect(fournisseur.decouvertes()).toBe(avant + 1);
  });
});

test('la demande au fournisseur porte PKCE, état, nonce, niveaux et portées, sans rien de secret', async () => {
  const { adresse } = await seLancer();
  const demande = new URL(adresse);
  expect(demande.origin + demande.pathname).toBe(`${fournisseur.adresse}/autoriser`);
  expect(Object.fromEntries(demande.searchParams)).toEqual({
    client_id: 'jalon',
    response_type: 'code',
    redirect_uri: 'http://127.0.0.1:3000/connexion/retour',
    scope: 'openid given_name usual_name email siret uid',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
    acr_values: 'eidas1 eidas2',
  });
});

test('la base ne garde ni l’état ni le secret du navigateur, et oublie les tentatives périmées', async () => {
  const { adresse, navigateur } = await seLancer();
  const lignes = await essai.base.selectFrom('connexion_en_cours').selectAll().execute();
  const gardees = JSON.stringify(lignes);
  expect(gardees).not.toContain(navigateur);
  expect(gardees).not.toContain(new URL(adresse).searchParams.get('state'));
  essai.horloge.avancer(601_000);
  await seLancer();
  expect(await essai.base.selectFrom('connexion_en_cours').select('empreinte').execute()).toHaveLength(1);
});

/** While this runs, nothing answers. */
async function fournisseurMuet(travail: () => Promise<void>): Promise<void> {
  const espion = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
  await travail();
  espion.mockRestore();
}
