import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { ouvrirServeurSmtp } from '../../src/socle/courrier/essais/serveur-smtp.ts';
import { dossierDeDonnees, interroger, jalon, toutRanger } from './programme.ts';
import { jetonDeLaPage, seConnecter } from './visiteur.ts';

afterAll(toutRanger);

test('tué entre la remise d’un courriel et son écriture, Jalon le remet au démarrage suivant, sous le même Message-ID', async () => {
  let aTuer: number | null = null;
  const serveur = await ouvrirServeurSmtp({
    // The server has the message; Jalon is never told so.
    aReception() {
      if (aTuer !== null) process.kill(aTuer, 'SIGKILL');
    },
  });
  const port = await portLibre();
  const donnees = dossierDeDonnees();
  const environnement = {
    JALON_DONNEES: donnees,
    PORT: String(port),
    SMTP_URL: serveur.adresse,
    JALON_EXPEDITEUR: 'Jalon <jalon@exemple.gouv.fr>',
    JALON_ORIGINE: `http://127.0.0.1:${port}`,
  };
  const premier = jalon(['servir', '--demonstration'], environnement);
  const personne = await seConnecter(await premier.pret(), 'demo-ditp');
  // No reminder of the hour among what is counted.
  await interroger(donnees, 'update compte set courriel = null where courriel is not null');
  const jeton = jetonDeLaPage((await personne.lire('/administration/courriels')).page);
  aTuer = premier.pid;
  await personne.poster('/administration/courriels', { jeton, adresse: 'agent@exemple.gouv.fr' });
  expect(await premier.fin(), premier.dit()).toBeNull();
  expect(serveur.recus).toHaveLength(1);

  aTuer = null;
  const second = jalon(['servir', '--demonstration'], environnement);
  await second.pret();
  await expect.poll(() => serveur.recus.length, { timeout: 100_000 }).toBe(2);
  expect(serveur.recus[1]?.messageId).toBe(serveur.recus[0]?.messageId);
  expect(serveur.recus[1]?.subject).toBe('Essai d’envoi depuis Jalon');
  second.signaler('SIGINT');
  expect(await second.fin(), second.dit()).toBe(0);
  await serveur.fermer();
});

async function portLibre(): Promise<number> {
  const serveur = createServer().listen(0, '127.0.0.1');
  await once(serveur, 'listening');
  const adresse = serveur.address();
  serveur.close();
  await once(serveur, 'close');
  return typeof adresse === 'object' && adresse !== null ? adresse.port : 0;
}
