import { RouterContextProvider } from 'react-router';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai } from '#outils-d-essai';
import { lireConfiguration, type Services } from '#socle';
import { contexteServices, contexteVisite } from '../contexte.ts';
import { action as choisirUnPersonnage } from './connexion.tsx';
import { action as partir } from './connexion-professionnelle.tsx';
import { loader as revenir } from './connexion-retour.tsx';

let essai: Essai;
let services: Services;
let compte: string;
beforeAll(async () => {
  essai = await ouvrirEssai();
  compte = (await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29')).compte;
  services = configurer({ JALON_DEMO: '1' });
});
afterAll(() => essai.fermer());

function configurer(environnement: Record<string, string>): Services {
  const configuration = lireConfiguration({
    JALON_LIMITE_CONNEXIONS: '3',
    // Nothing listens there.
    OIDC_EMETTEUR: 'http://127.0.0.1:9',
    OIDC_CLIENT: 'jalon',
    OIDC_SECRET: 'secret',
    ...environnement,
  });
  return { ...essai.services, configuration };
}

/** What the router would give to the page of this address, for a visitor who comes from there. */
function demander(chemin: string, adresse: string, champs?: Record<string, string>, avec = services) {
  const context = new RouterContextProvider();
  context.set(contexteServices, avec);
  context.set(contexteVisite, { acteur: null, session: null, nonce: '', adresse });
  const request = new Request(`http://jalon.exemple.gouv.fr${chemin}`, {
    ...(champs === undefined ? {} : { method: 'POST', body: new URLSearchParams(champs) }),
  });
  return { context, request, params: {}, url: new URL(request.url), pattern: chemin };
}

const statutDe = async (reponse: unknown): Promise<number | undefined> => {
  const rendu = await Promise.resolve(reponse).catch((erreur: unknown) => erreur);
  if (rendu instanceof Response) return rendu.status;
  if (typeof rendu !== 'object' || rendu === null || !('init' in rendu)) return undefined;
  const { init } = rendu;
  return typeof init === 'object' && init !== null && 'status' in init ? Number(init.status) : 200;
};

const entrer = (adresse: string, avec?: Services) =>
  statutDe(choisirUnPersonnage(demander('/connexion', adresse, { compte }, avec)));
const commencer = (adresse: string) => statutDe(partir(demander('/connexion/professionnelle', adresse, { vers: '/' })));
const rejouer = (adresse: string) => statutDe(revenir(demander('/connexion/retour?code=a&state=b', adresse)));

describe('les connexions sont limitées par adresse', () => {
  test('au-delà, la réponse est 429 ; une autre adresse entre ; cinq minutes plus tard, celle-ci aussi', async () => {
    for (let i = 0; i < 3; i += 1) expect(await entrer('192.0.2.1')).toBe(302);
    expect(await entrer('192.0.2.1')).toBe(429);
    expect(await entrer('192.0.2.2')).toBe(302);
    essai.horloge.avancer(300_000);
    expect(await entrer('192.0.2.1')).toBe(302);
  });

  test('personnage, départ chez le fournisseur et retour invalide comptent ensemble', async () => {
    expect(await entrer('192.0.2.3')).toBe(302);
    expect(await commencer('192.0.2.3')).toBe(503);
    expect(await rejouer('192.0.2.3')).toBe(400);
    expect(await rejouer('192.0.2.3')).toBe(429);
    expect(await commencer('192.0.2.3')).toBe(429);
    expect(await entrer('192.0.2.3')).toBe(429);
  });

  test('aucune adresse n’est gardée', async () => {
    const lignes = await essai.base.selectFrom('limite_de_debit').selectAll().execute();
    expect(lignes.length).toBeGreaterThan(0);
    expect(JSON.stringify(lignes)).not.toContain('192.0.2');
  });
});

test('sans démonstration, aucun personnage n’entre ; sans fournisseur, ces pages n’existent pas', async () => {
  expect(await entrer('192.0.2.4', configurer({}))).toBe(404);
  const sans = configurer({ OIDC_EMETTEUR: '', OIDC_CLIENT: '', OIDC_SECRET: '' });
  expect(await statutDe(partir(demander('/connexion/professionnelle', '192.0.2.5', { vers: '/' }, sans)))).toBe(404);
  expect(await statutDe(revenir(demander('/connexion/retour', '192.0.2.5', undefined, sans)))).toBe(404);
});

test('le cookie de session est réservé au https quand Jalon est servi ainsi', async () => {
  const publics = configurer({ JALON_DEMO: '1', JALON_ORIGINE: 'https://jalon.exemple.gouv.fr' });
  const reponse = await choisirUnPersonnage(
    demander('/connexion', '192.0.2.6', { compte, vers: '//ailleurs' }, publics),
  );
  if (!(reponse instanceof Response)) throw new Error('Pas de redirection.');
  expect(reponse.headers.get('set-cookie')).toMatch(
    /^jalon_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(reponse.headers.get('location')).toBe('/');
});
