import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lireConfiguration } from './configuration.ts';
import { ErreurDeDemarrage } from './erreur.ts';

test('sans rien dire, Jalon sert sur le port 3000 de cette machine, avec sa base embarquée et sans démonstration', () => {
  const configuration = lireConfiguration({});
  expect(configuration).toMatchObject({
    adresseBase: null,
    port: 3000,
    hote: '127.0.0.1',
    demonstration: false,
    origine: null,
    blocMarque: null,
    courrier: null,
    mandataires: 0,
  });
  expect(isAbsolute(configuration.dossierDonnees)).toBe(true);
});

test('chaque variable est entendue', () => {
  const lue = lireConfiguration({
    DATABASE_URL: 'postgresql://jalon@bdd.exemple.gouv.fr/jalon',
    PORT: '8080',
    JALON_HOTE: '0.0.0.0',
    JALON_DONNEES: '/srv/jalon',
    JALON_DEMO: '1',
    JALON_ORIGINE: 'https://jalon.exemple.gouv.fr',
    JALON_BLOC_MARQUE: 'Ministère|de l’Intérieur',
    SMTP_URL: 'smtps://jalon:secret@courrier.exemple.gouv.fr:465',
    JALON_EXPEDITEUR: 'Jalon, suivi des plans <jalon@exemple.gouv.fr>',
    JALON_MANDATAIRES: '2',
  });
  expect(lue).toMatchObject({
    adresseBase: 'postgresql://jalon@bdd.exemple.gouv.fr/jalon',
    port: 8080,
    hote: '0.0.0.0',
    dossierDonnees: '/srv/jalon',
    demonstration: true,
    origine: 'https://jalon.exemple.gouv.fr',
    blocMarque: 'Ministère|de l’Intérieur',
    courrier: {
      serveur: 'smtps://jalon:secret@courrier.exemple.gouv.fr:465',
      expediteur: { nom: 'Jalon, suivi des plans', adresse: 'jalon@exemple.gouv.fr' },
    },
    mandataires: 2,
  });
});

test('l’ancrage du journal va dans un fichier ou à une adresse', () => {
  expect(lireConfiguration({ JALON_ANCRAGE: '/srv/ancres/jalon.txt' }).ancrage).toEqual({
    moyen: 'fichier',
    cible: '/srv/ancres/jalon.txt',
  });
  const parCourriel = { JALON_ANCRAGE: 'mailto:archives@exemple.gouv.fr' };
  const serveur = {
    SMTP_URL: 'smtp://relais.exemple.gouv.fr',
    JALON_EXPEDITEUR: 'jalon@exemple.gouv.fr',
    JALON_ORIGINE: 'https://jalon.exemple.gouv.fr',
  };
  expect(lireConfiguration({ ...parCourriel, ...serveur }).ancrage).toEqual({
    moyen: 'courriel',
    cible: 'archives@exemple.gouv.fr',
  });
  // Without a mail server, the anchor would stay inside.
  expect(() => lireConfiguration(parCourriel)).toThrow('SMTP_URL : il faut le serveur');
  expect(lireConfiguration({}).ancrage).toBeNull();
});

test('une variable vide vaut une variable absente', () => {
  expect(lireConfiguration({ PORT: '', DATABASE_URL: '', JALON_DEMO: '' })).toEqual(lireConfiguration({}));
});

describe('une variable fautive est nommée, avec ce qu’il faut à sa place', () => {
  test.each([
    ['DATABASE_URL', 'localhost:5432', 'une adresse postgresql://…'],
    ['DATABASE_URL', 'https://bdd.exemple.gouv.fr', 'une adresse postgresql://…'],
    ['PORT', 'trois mille', 'un numéro de port, de 0 à 65535'],
    ['PORT', '3000,5', 'un numéro de port, de 0 à 65535'],
    ['PORT', '-1', 'un numéro de port, de 0 à 65535'],
    ['PORT', '65536', 'un numéro de port, de 0 à 65535'],
    ['PORT', '80.5', 'un numéro de port, de 0 à 65535'],
    ['JALON_DEMO', 'vrai', '0 ou 1'],
    ['JALON_ANCRAGE', 'ancres.txt', 'le chemin d’un fichier (/srv/…) ou mailto:adresse'],
    ['JALON_ANCRAGE', 'mailto:', 'le chemin d’un fichier (/srv/…) ou mailto:adresse'],
    ['JALON_ORIGINE', 'jalon.exemple.gouv.fr', 'l’adresse publique, https://…'],
    ['SMTP_URL', 'courrier.exemple.gouv.fr', 'une adresse smtp://… ou smtps://…'],
    ['JALON_EXPEDITEUR', 'Jalon', 'une adresse, comme Jalon <jalon@exemple.gouv.fr>'],
    ['JALON_MANDATAIRES', 'deux', 'un nombre de mandataires, de 0 à 10'],
  ])('%s=%s', (nom, valeur, attendu) => {
    expect(() => lireConfiguration({ [nom]: valeur })).toThrow(ErreurDeDemarrage);
    expect(() => lireConfiguration({ [nom]: valeur })).toThrow(`  ${nom} : il faut ${attendu}`);
  });

  test('plusieurs fautes sont dites ensemble', () => {
    expect(() => lireConfiguration({ PORT: 'x', JALON_DEMO: 'x' })).toThrow(/PORT.*\n.*JALON_DEMO/);
  });

  test('un serveur de courrier demande un expéditeur et une adresse publique pour les liens', () => {
    const lire = () => lireConfiguration({ SMTP_URL: 'smtp://courrier.exemple.gouv.fr' });
    expect(lire).toThrow(
      'JALON_EXPEDITEUR : il faut une adresse, comme Jalon <jalon@exemple.gouv.fr>, dès que SMTP_URL',
    );
    expect(lire).toThrow('JALON_ORIGINE : il faut l’adresse publique, https://…, dès que SMTP_URL');
  });
});

describe('le fournisseur d’identité', () => {
  const OIDC = {
    OIDC_EMETTEUR: 'https://identite.exemple.gouv.fr/api/v2',
    OIDC_CLIENT: 'jalon',
    OIDC_SECRET: 'secret',
    JALON_ORIGINE: 'https://jalon.exemple.gouv.fr',
  };

  test('sans rien dire, il n’y en a pas', () => {
    expect(lireConfiguration({}).oidc).toBeNull();
  });

  test('est celui de ProConnect, à moins qu’on dise autrement', () => {
    expect(lireConfiguration({ ...OIDC, OIDC_ACR: 'eidas1 eidas2' }).oidc).toEqual({
      emetteur: 'https://identite.exemple.gouv.fr/api/v2',
      client: 'jalon',
      secret: 'secret',
      niveaux: ['eidas1', 'eidas2'],
      nom: 'ProConnect',
      portees: 'openid given_name usual_name email siret uid',
      signature: 'RS256',
      local: false,
    });
  });

  test.each([
    ['OIDC_SECRET', { ...OIDC, OIDC_SECRET: '' }],
    ['OIDC_EMETTEUR', { ...OIDC, OIDC_EMETTEUR: '' }],
    ['OIDC_EMETTEUR', { ...OIDC, OIDC_EMETTEUR: 'http://identite.exemple.gouv.fr' }],
    ['JALON_ORIGINE', { ...OIDC, JALON_ORIGINE: '' }],
    ['OIDC_SIGNATURE', { ...OIDC, OIDC_SIGNATURE: 'none' }],
  ])('à moitié dit ou sans sûreté, il arrête le démarrage : %s', (nom, environnement) => {
    expect(() => lireConfiguration(environnement)).toThrow(`  ${nom} : il faut`);
  });

  test('en http et sans adresse publique, seulement sur cette machine', () => {
    const lue = lireConfiguration({ ...OIDC, OIDC_EMETTEUR: 'http://127.0.0.1:9000', JALON_ORIGINE: '' });
    expect(lue.oidc?.local).toBe(true);
  });
});
