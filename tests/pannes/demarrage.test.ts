import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dossierDeDonnees, jalon, lancer, type Programme, processusDeLaBase, toutRanger } from './programme.ts';

afterAll(toutRanger);

describe('ce qui empêche Jalon de démarrer se dit en une phrase', () => {
  test('le port est déjà pris', async () => {
    const donnees = dossierDeDonnees();
    const [occupant, port] = await occuperUnPort();
    const programme = jalon(['servir'], { JALON_DONNEES: donnees, PORT: String(port) });
    await echoue(programme, `Le port ${port} est déjà pris par un autre programme`);
    expect(programme.dit()).toContain(`PORT=${port + 1} npm start`);
    expect(processusDeLaBase(donnees)).toBeNull();
    occupant.close();
  });

  test('rien n’écoute à l’adresse de DATABASE_URL, et le mot de passe n’est pas répété', async () => {
    const programme = jalon(['servir'], { DATABASE_URL: 'postgresql://jalon:secret@127.0.0.1:1/jalon' });
    await echoue(programme, 'postgresql://jalon@127.0.0.1:1/jalon ne répond pas : rien n’écoute à cette adresse.');
    expect(programme.dit()).toContain('Vérifiez DATABASE_URL');
    expect(programme.dit()).not.toContain('secret');
  });

  test.each([
    ['PORT', 'mairie', 'PORT : il faut un numéro de port'],
    ['PORT', '70000', 'PORT : il faut un numéro de port'],
    ['DATABASE_URL', 'mysql://serveur/jalon', 'DATABASE_URL : il faut une adresse postgresql://…'],
    ['JALON_DEMO', 'oui', 'JALON_DEMO : il faut 0 ou 1'],
    ['JALON_HOTE', '192.0.2.1', 'Cette machine n’a pas l’adresse « 192.0.2.1 ». Corrigez JALON_HOTE'],
  ])('%s vaut « %s »', async (nom, valeur, phrase) => {
    await echoue(jalon(['servir'], { JALON_DONNEES: dossierDeDonnees(), [nom]: valeur }), phrase);
  });

  test('une option inconnue rappelle l’aide', async () => {
    const programme = jalon(['servir', '--prot', '3000'], {});
    expect(await programme.fin()).toBe(2);
    expect(programme.dit()).toContain('Usage : jalon servir');
    sansTrace(programme);
  });

  test('le dossier des données est impossible : un fichier est sur son chemin', async () => {
    const obstacle = join(dirname(dossierDeDonnees()), 'releve.txt');
    writeFileSync(obstacle, 'Réunion du 3 février');
    const programme = jalon(['servir'], { JALON_DONNEES: join(obstacle, 'donnees') });
    await echoue(programme, 'n’est pas utilisable : un fichier se trouve sur son chemin.');
    expect(programme.dit()).toContain('JALON_DONNEES');
  });

  test.skipIf(process.platform !== 'linux')('le dossier des données est interdit, même à root', async () => {
    await echoue(
      jalon(['servir'], { JALON_DONNEES: '/sys/jalon/donnees' }),
      /Le dossier des données \/sys\/jalon\/donnees n’est pas utilisable : ce (compte n’a pas le droit d’y écrire|disque est en lecture seule)\./,
    );
  });

  test('le disque des données est plein, et aucune base ne reste allumée', async (contexte) => {
    const disque = monterUnDisque('60m');
    if (disque === null) return contexte.skip('monter un disque demande d’être root');
    try {
      const donnees = join(disque, 'donnees');
      const programme = jalon(['servir', '--demonstration'], { JALON_DONNEES: donnees });
      await echoue(programme, /Il reste \d+ Mo sur le disque des données/);
      expect(programme.dit()).toContain('Libérez de la place');
      expect(processusDeLaBase(donnees)).toBeNull();
    } finally {
      execFileSync('umount', [disque]);
    }
  });

  test('Node.js est trop ancien', async () => {
    const code = "import { verifierNode } from './scripts/outils.mjs'; verifierNode('18.19.1');";
    const programme = lancer(['--input-type=module', '--eval', code], {});
    await echoue(programme, 'Jalon demande Node.js 20.19 ou plus récent ; cette machine a la version 18.19.1.');
    expect(programme.dit()).toContain('https://nodejs.org');
  });
});

async function echoue(programme: Programme, phrase: string | RegExp): Promise<void> {
  expect(await programme.fin(), programme.dit()).toBe(1);
  expect(programme.dit()).toMatch(phrase);
  sansTrace(programme);
}

function sansTrace(programme: Programme): void {
  expect(programme.dit()).not.toMatch(/^\s+at .+:\d+/m);
  expect(programme.dit()).not.toContain('Erreur inattendue');
}

function occuperUnPort(): Promise<[Server, number]> {
  const serveur = createServer();
  return new Promise((resolve) => {
    serveur.listen(0, '127.0.0.1', () => {
      const adresse = serveur.address();
      resolve([serveur, typeof adresse === 'object' && adresse ? adresse.port : 0]);
    });
  });
}

/** A small disk of its own, to be unmounted; null where mounting is not allowed. */
function monterUnDisque(taille: string): string | null {
  const disque = join(dirname(dossierDeDonnees()), 'disque');
  mkdirSync(disque);
  chmodSync(dirname(disque), 0o755);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${taille},mode=755`, 'tmpfs', disque], { stdio: 'ignore' });
    return disque;
  } catch {
    return null;
  }
}
