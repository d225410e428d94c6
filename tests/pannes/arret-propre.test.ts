import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dossierDeDonnees, enVie, jalon, processusDeLaBase, toutRanger } from './programme.ts';
import { premierLien, seConnecter } from './visiteur.ts';

afterAll(toutRanger);

test('Ctrl-C arrête Jalon et sa base ; les données sont là au démarrage suivant', async () => {
  const donnees = dossierDeDonnees();
  const serveur = jalon(['servir', '--demonstration'], { JALON_DONNEES: donnees });
  const personne = await seConnecter(await serveur.pret(), 'demo-ditp');
  const plan = premierLien((await personne.lire('/plans')).page, /\/plans\/[0-9a-f-]{36}/);
  const base = processusDeLaBase(donnees);
  expect(base).not.toBeNull();

  serveur.signaler('SIGINT');
  expect(await serveur.fin()).toBe(0);
  expect(serveur.dit()).toContain('Jalon est arrêté. Les données sont gardées.');
  expect(enVie(base ?? 0)).toBe(false);
  expect(existsSync(join(donnees, 'postgresql', 'postmaster.pid'))).toBe(false);

  const suivant = jalon(['servir', '--demonstration'], { JALON_DONNEES: donnees });
  const revenue = await seConnecter(await suivant.pret(), 'demo-ditp');
  expect((await revenue.lire(plan)).statut).toBe(200);
  expect(suivant.dit()).not.toContain('Chargement');
  suivant.signaler('SIGTERM');
  expect(await suivant.fin()).toBe(0);
});

test('Ctrl-C pendant le premier démarrage ne laisse pas de base derrière lui', async () => {
  const donnees = dossierDeDonnees();
  const serveur = jalon(['servir', '--demonstration'], { JALON_DONNEES: donnees });
  await serveur.aDit('Démarrage de la base de données');
  serveur.signaler('SIGINT');
  expect(await serveur.fin(), serveur.dit()).toBe(0);
  expect(serveur.dit()).not.toContain('Jalon est prêt');
  expect(processusDeLaBase(donnees)).toBeNull();
});

test('deux programmes sur le même dossier : le second n’arrête pas la base du premier', async () => {
  const donnees = dossierDeDonnees();
  const serveur = jalon(['servir', '--demonstration'], { JALON_DONNEES: donnees });
  const personne = await seConnecter(await serveur.pret(), 'demo-dmates-bcam');
  const base = processusDeLaBase(donnees);

  const verification = jalon(['journal', 'verifier'], { JALON_DONNEES: donnees });
  expect(await verification.fin(), verification.dit()).toBe(0);
  expect(processusDeLaBase(donnees)).toBe(base);
  expect((await personne.lire('/plans')).statut).toBe(200);

  const autre = jalon(['servir'], { JALON_DONNEES: donnees });
  await autre.pret();
  serveur.signaler('SIGINT');
  expect(await serveur.fin()).toBe(0);
  expect(processusDeLaBase(donnees), 'le second s’en sert encore').toBe(base);
  autre.signaler('SIGINT');
  expect(await autre.fin()).toBe(0);
  expect(processusDeLaBase(donnees), 'le dernier éteint').toBeNull();
});
