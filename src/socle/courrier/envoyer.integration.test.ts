import { sql } from 'kysely';
import type { Email } from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { lireConfiguration, type Services } from '#socle';
import { ouvrirBase } from '../base/index.ts';
import { conservationDesCourriels } from './conservation.ts';
import { ouvrirServeurSmtp, type ServeurSmtp } from './essais/serveur-smtp.ts';
import { deposerCourriel, envoyerCourriels, ouvrirTransport, type Transport } from './index.ts';

let essai: Essai;
const serveurs: ServeurSmtp[] = [];
const transports: Transport[] = [];
beforeEach(async () => {
  essai = await ouvrirEssai();
});
afterEach(async () => {
  for (const transport of transports.splice(0)) transport.fermer();
  for (const serveur of serveurs.splice(0)) await serveur.fermer();
  await essai.fermer();
});

const UN_JOUR_MS = 86_400_000;

describe('le dépôt', () => {
  test('un courriel est déposé avec l’acte, ou pas du tout', async () => {
    await expect(
      essai.base.transaction().execute(async (transaction) => {
        await deposer(transaction, 'annulé');
        throw new Error('l’acte échoue');
      }),
    ).rejects.toThrow('l’acte échoue');
    expect(await courriels()).toEqual([]);
  });

  test('la même clé ne donne qu’un courriel, même demandée par deux personnes à la fois', async () => {
    const deposes = await Promise.all(
      [1, 2].map(() => essai.base.transaction().execute((transaction) => deposer(transaction, 'une-fois'))),
    );
    expect(new Set(deposes).size).toBe(1);
    expect(await courriels()).toHaveLength(1);
  });
});

describe('l’envoi', () => {
  test('le message arrive en texte et en HTML, accents compris, et se dit automatique', async () => {
    const { serveur, transport } = await ouvrir();
    await deposer(essai.base, 'a');
    expect(await envoyerCourriels(essai.services, transport)).toEqual({ envoyes: 1, echoues: 0, abandonnes: 0 });
    const [recu] = serveur.recus;
    const [{ id } = { id: '' }] = await courriels();
    expect(recu).toMatchObject({
      subject: 'Échéance à l’été : « Œuvrer près de Saint-Brieuc », déjà reportée',
      from: { name: 'Jalon, état des plans', address: 'jalon@exemple.gouv.fr' },
      to: [{ address: 'agent@exemple.gouv.fr' }],
      messageId: `<${id}@exemple.gouv.fr>`,
    });
    expect(recu?.text).toContain('L’échéance de l’action est passée.');
    expect(recu?.html).toContain('L’échéance de l’action est passée.');
    expect(recu?.text).toContain('https://jalon.exemple.gouv.fr/plans');
    expect(entete(recu, 'auto-submitted')).toBe('auto-generated');
    expect(recu?.attachments).toEqual([]);
    expect(entete(recu, 'content-language')).toBe('fr');
    expect(new Date(recu?.date ?? '').toISOString()).toBe('2022-02-15T11:00:00.000Z');
    expect(await courriels()).toMatchObject([{ essais: 1, envoye_le: new Date('2022-02-15T11:00:00Z'), erreur: null }]);
    expect(await envoyerCourriels(essai.services, transport)).toEqual({ envoyes: 0, echoues: 0, abandonnes: 0 });
  });

  test('sans serveur de courrier, rien ne part et rien ne se perd', async () => {
    expect(await ouvrirTransport(lireConfiguration({}))).toBeNull();
  });

  test('quatre programmes envoient à la fois : chaque courriel part une seule fois', async () => {
    const { serveur, transport } = await ouvrir();
    for (let rang = 0; rang < 40; rang++) await deposer(essai.base, `c${rang}`);
    const bases = [1, 2, 3, 4].map(() => ouvrirBase(essai.adresse, { connexions: 1 }));
    const bilans = await Promise.all(
      bases.map(async (base) => {
        const propre = await ouvrirTransport(configurationAvec(serveur));
        const bilan = await envoyerCourriels({ ...essai.services, base }, propre ?? transport);
        propre?.fermer();
        return bilan;
      }),
    );
    await Promise.all(bases.map((base) => base.destroy()));
    expect(bilans.reduce((somme, { envoyes }) => somme + envoyes, 0)).toBe(40);
    expect(new Set(serveur.recus.map(({ messageId }) => messageId)).size).toBe(40);
    expect(serveur.recus).toHaveLength(40);
  });

  test('un programme coupé entre la remise et l’écriture : la reprise porte le même Message-ID', async () => {
    const { serveur, transport } = await ouvrir();
    await deposer(essai.base, 'a');
    const couper: Transport = {
      ...transport,
      async remettre(courriel) {
        await transport.remettre(courriel);
        // The connection that holds the row, as when the program dies.
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`.execute(
          essai.base,
        );
      },
    };
    await expect(envoyerCourriels(essai.services, couper)).rejects.toThrow();
    expect(await courriels()).toMatchObject([{ essais: 0, envoye_le: null }]);
    expect((await envoyerCourriels(essai.services, transport)).envoyes).toBe(1);
    expect(serveur.recus).toHaveLength(2);
    expect(new Set(serveur.recus.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test('il s’arrête entre deux courriels quand on le lui demande', async () => {
    const { serveur, transport } = await ouvrir();
    await deposer(essai.base, 'a');
    await deposer(essai.base, 'b');
    const arret = new AbortController();
    const unSeul: Transport = {
      ...transport,
      remettre: (courriel) => transport.remettre(courriel).finally(() => arret.abort()),
    };
    expect((await envoyerCourriels(essai.services, unSeul, arret.signal)).envoyes).toBe(1);
    expect(serveur.recus).toHaveLength(1);
  });
});

describe('ce qui ne part pas', () => {
  test('une adresse refusée pour de bon est abandonnée avec la raison du serveur, et ne retient pas les autres', async () => {
    const { serveur, transport } = await ouvrir({
      destinataire: (adresse) => (adresse.startsWith('agent@') ? { code: 550, message: 'Boîte inconnue' } : null),
    });
    await deposer(essai.base, 'a');
    essai.horloge.avancer(1);
    await deposer(essai.base, 'b', 'autre@exemple.gouv.fr');
    expect(await envoyerCourriels(essai.services, transport)).toEqual({ envoyes: 1, echoues: 0, abandonnes: 1 });
    expect(serveur.recus).toHaveLength(1);
    const [refuse] = await courriels();
    expect(refuse?.abandonne_le).not.toBeNull();
    expect(refuse?.erreur).toContain('Le serveur de courrier refuse ce message : 550 Boîte inconnue');
  });

  test('un refus passager est repris plus tard, de plus en plus tard, puis abandonné', async () => {
    const { transport } = await ouvrir({ destinataire: () => ({ code: 450, message: 'Plus tard' }) });
    await deposer(essai.base, 'a');
    const reprises: number[] = [];
    for (let tour = 0; tour < 20; tour++) {
      await envoyerCourriels(essai.services, transport);
      const [courriel] = await courriels();
      if (!courriel?.prochain_essai_le) break;
      const attente = courriel.prochain_essai_le.getTime() - essai.horloge.maintenant().getTime();
      reprises.push(attente / 60_000);
      essai.horloge.avancer(attente - 1);
      expect((await envoyerCourriels(essai.services, transport)).echoues, 'pas avant l’heure').toBe(0);
      essai.horloge.avancer(1);
    }
    expect(reprises).toEqual([1, 5, 15, 60, 240, 720, 1_440, 1_440]);
    expect(await courriels()).toMatchObject([{ essais: 9, prochain_essai_le: null, envoye_le: null }]);
  });

  test('un serveur injoignable est laissé tranquille : les autres courriels attendent sans compter d’essai', async () => {
    const { serveur, transport } = await ouvrir();
    await serveur.fermer();
    serveurs.splice(0);
    await deposer(essai.base, 'a');
    essai.horloge.avancer(1);
    await deposer(essai.base, 'b');
    expect(await envoyerCourriels(essai.services, transport)).toEqual({ envoyes: 0, echoues: 1, abandonnes: 0 });
    const lignes = await courriels();
    expect(lignes.map(({ essais }) => essais)).toEqual([1, 0]);
    expect(lignes[0]?.erreur).toContain('Le serveur de courrier est injoignable.');
  });

  test('un courriel resté plus de trois jours sans serveur n’est pas envoyé hors de propos', async () => {
    const { serveur, transport } = await ouvrir();
    await deposer(essai.base, 'a');
    essai.horloge.avancer(3 * UN_JOUR_MS + 1);
    expect(await envoyerCourriels(essai.services, transport)).toEqual({ envoyes: 0, echoues: 0, abandonnes: 1 });
    expect(serveur.recus).toHaveLength(0);
    expect((await courriels())[0]?.erreur).toContain('plus de trois jours');
  });
});

test('les courriels partis ou abandonnés sont effacés après 90 jours, ceux qui attendent restent', async () => {
  const { transport } = await ouvrir();
  await deposer(essai.base, 'parti');
  await envoyerCourriels(essai.services, transport);
  await deposer(essai.base, 'attend');
  essai.horloge.avancer(90 * UN_JOUR_MS);
  expect(await conservationDesCourriels.purger(essai.services)).toBe(0);
  essai.horloge.avancer(1);
  expect(await conservationDesCourriels.purger(essai.services)).toBe(1);
  expect((await courriels()).map(({ cle }) => cle)).toEqual(['attend']);
});

async function ouvrir(conduite: Parameters<typeof ouvrirServeurSmtp>[0] = {}) {
  const serveur = await ouvrirServeurSmtp(conduite);
  serveurs.push(serveur);
  const transport = await ouvrirTransport(configurationAvec(serveur));
  if (transport === null) throw new Error('transport attendu');
  transports.push(transport);
  return { serveur, transport };
}

function configurationAvec({ adresse }: ServeurSmtp) {
  return lireConfiguration({
    SMTP_URL: adresse,
    JALON_EXPEDITEUR: 'Jalon, état des plans <jalon@exemple.gouv.fr>',
    JALON_ORIGINE: 'https://jalon.exemple.gouv.fr',
  });
}

function deposer(base: Services['base'], cle: string, adresse = 'Agent@exemple.gouv.fr'): Promise<string> {
  const configuration = lireConfiguration({ JALON_ORIGINE: 'https://jalon.exemple.gouv.fr' });
  return deposerCourriel(
    base,
    { ...essai.services, configuration },
    {
      cle,
      genre: 'essai',
      compte: null,
      adresse,
      message: {
        sujet: 'Échéance à l’été : « Œuvrer près de Saint-Brieuc », déjà reportée',
        paragraphes: ['L’échéance de l’action est passée.'],
        action: { texte: 'Voir les plans', chemin: '/plans' },
        raison: 'Vous suivez ce plan.',
      },
    },
  );
}

function courriels() {
  return essai.base.selectFrom('courriel').selectAll().orderBy('cree_le').orderBy('id').execute();
}

function entete(message: Email | undefined, nom: string): string | undefined {
  return message?.headers.find(({ key }) => key === nom)?.value;
}
