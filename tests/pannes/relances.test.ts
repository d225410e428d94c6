import { setTimeout as attendre } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { estOuvre } from '../../src/relances/regles/jours-ouvres.ts';
import { ouvrirServeurSmtp } from '../../src/socle/courrier/essais/serveur-smtp.ts';
import { ajouterJours, type Jour, jourAParis } from '../../src/socle/valeurs/index.ts';
import { dossierDeDonnees, interroger, jalon, toutRanger } from './programme.ts';

afterAll(toutRanger);

const PERSONNES = 150;

test('tué pendant qu’il écrit les relances, puis pendant qu’il les envoie, Jalon n’en perd ni n’en répète aucune', async () => {
  let aTuer: number | null = null;
  let aRecevoir = 0;
  const serveur = await ouvrirServeurSmtp({
    aReception() {
      aRecevoir -= 1;
      if (aRecevoir === 0 && aTuer !== null) process.kill(aTuer, 'SIGKILL');
    },
  });
  const donnees = dossierDeDonnees();
  const sansServeur = { JALON_DONNEES: donnees, JALON_DEMO: '1' };
  const environnement = {
    ...sansServeur,
    SMTP_URL: serveur.adresse,
    JALON_EXPEDITEUR: 'Jalon <jalon@exemple.gouv.fr>',
    JALON_ORIGINE: 'http://127.0.0.1:3000',
  };
  const jour = await preparer(donnees, sansServeur);
  const ecrits = async () => Number((await interroger<{ n: string }>(donnees, ECRITS(jour)))[0]?.n ?? 0);

  const ecrivain = jalon(['relances', '--jour', jour], environnement);
  while ((await ecrits().catch(() => 0)) < 20) await attendre(10);
  ecrivain.signaler('SIGKILL');
  expect(await ecrivain.fin(), ecrivain.dit()).toBeNull();
  const avant = await ecrits();
  expect(avant).toBeGreaterThanOrEqual(20);
  expect(avant).toBeLessThan(PERSONNES);

  // Two programs take it up again at the same time.
  const reprises = [1, 2].map(() => jalon(['relances', '--jour', jour], environnement));
  let repris = 0;
  for (const reprise of reprises) {
    expect(await reprise.fin(), reprise.dit()).toBe(0);
    repris += Number(/(\d+) courriers? de relance/.exec(reprise.dit())?.[1]);
  }
  expect(repris).toBe(PERSONNES - avant);

  aRecevoir = 40;
  const premier = jalon(['servir'], environnement);
  aTuer = premier.pid;
  expect(await premier.fin(), premier.dit()).toBeNull();
  aTuer = null;
  const second = jalon(['servir'], environnement);
  await second.pret();
  expect(await ecrits()).toBe(PERSONNES);
  await expect.poll(() => messages().size, { timeout: 100_000 }).toBe(PERSONNES);
  second.signaler('SIGINT');
  expect(await second.fin(), second.dit()).toBe(0);
  // The one that was handed over when the program died came twice, under the same number: it is read once.
  expect(serveur.recus.length).toBeLessThanOrEqual(PERSONNES + 1);
  expect(new Set(serveur.recus.map(({ to }) => to?.[0]?.address)).size).toBe(PERSONNES);
  await serveur.fermer();

  function messages(): ReadonlySet<string> {
    return new Set(serveur.recus.map(({ messageId }) => messageId ?? ''));
  }
}, 240_000);

const ECRITS = (jour: Jour) => `select count(*)::text as n from courrier_de_relance where jour = '${jour}'`;

/** One hundred and fifty people of a service whose action is late; the characters of the demonstration are left alone. */
async function preparer(donnees: string, environnement: Readonly<Record<string, string>>): Promise<Jour> {
  let jour = jourAParis(new Date());
  while (!estOuvre(jour)) jour = ajouterJours(jour, -1);
  const serveur = jalon(['servir', '--demonstration'], environnement);
  await serveur.pret();
  await interroger(donnees, `update compte set courriel = null where courriel is not null`);
  await interroger(donnees, `delete from courriel`);
  await interroger(donnees, `delete from courrier_de_relance`);
  await interroger(
    donnees,
    `insert into compte (id, nom, profil, organisation_id, territoire_code, courriel, demonstration, cree_le)
     select 'agent-' || n, 'Agent ' || n, 'pilote', 'mi-dnum', 'FR', 'agent-' || n || '@exemple.gouv.fr', false, now()
     from generate_series(1, ${PERSONNES}) n`,
  );
  serveur.signaler('SIGINT');
  await serveur.fin();
  return jour;
}
