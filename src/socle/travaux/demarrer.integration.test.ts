import { setTimeout as attendre } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { ouvrirBase } from '../base/index.ts';
import { demanderTravail, demarrerTravaux, purgerSelon, type Travail, type Travaux } from './index.ts';

let essai: Essai;
const demarres: Travaux[] = [];
beforeEach(async () => {
  essai = await ouvrirEssai();
});
afterEach(async () => {
  for (const travaux of demarres.splice(0)) await travaux.arreter();
  await essai.fermer();
});

const VITE = { files: 0.5, calendrier: 1 };
const CHAQUE_MINUTE = '* * * * *';

test('trois programmes ont le même calendrier : un travail planifié s’exécute une fois', async () => {
  await loinDeLaMinute();
  const faits: number[] = [];
  const travail = (programme: number): Travail => ({
    nom: 'essai.planifie',
    quand: CHAQUE_MINUTE,
    executer: async () => faits.push(programme),
  });
  const bases = [1, 2, 3].map(() => ouvrirBase(essai.adresse, { connexions: 3 }));
  await Promise.all(
    bases.map(async (base, rang) =>
      demarres.push(
        await demarrerTravaux({ ...essai.services, base }, [travail(rang)], { adresse: essai.adresse, rythme: VITE }),
      ),
    ),
  );
  await vi.waitFor(() => expect(faits).toHaveLength(1), 15_000);
  await attendre(4_000);
  expect(faits).toHaveLength(1);
  for (const travaux of demarres.splice(0)) await travaux.arreter();
  await Promise.all(bases.map((base) => base.destroy()));
}, 60_000);

test('le calendrier est à l’heure de Paris, et oublie ce qui n’existe plus', async () => {
  const noms = (lignes: { name: string }[]) => lignes.map(({ name }) => name);
  await demarrer([
    { nom: 'essai.ancien', quand: '0 2 * * *', executer: rien },
    { nom: 'essai.garde', quand: '0 2 * * *', executer: rien },
  ]);
  await arreterTout();
  await demarrer([{ nom: 'essai.garde', quand: '30 2 * * *', executer: rien }]);
  const { rows } = await sql<{ name: string; timezone: string; cron: string }>`
    select name, timezone, cron from pgboss.schedule`.execute(essai.base);
  expect(noms(rows)).toEqual(['essai.garde']);
  expect(rows[0]).toMatchObject({ timezone: 'Europe/Paris', cron: '30 2 * * *' });
});

test('ce qu’un programme a laissé en mourant est repris dès le démarrage, sans attendre son heure', async () => {
  await loinDeLaMinute();
  const faits: string[] = [];
  await demarrer([
    { nom: 'essai.reprise', quand: CHAQUE_MINUTE, auDemarrage: true, executer: async () => faits.push('reprise') },
    { nom: 'essai.planifie', quand: '0 2 * * *', executer: async () => faits.push('planifié') },
  ]);
  await vi.waitFor(() => expect(faits).toEqual(['reprise']), 4_000);
});

test('un travail demandé commence aussitôt la transaction écrite, jamais si elle est annulée', async () => {
  let faits = 0;
  await demarrer([
    {
      nom: 'essai.demande',
      executer: async () => {
        faits += 1;
      },
    },
  ]);
  await essai.base
    .transaction()
    .execute(async (transaction) => {
      await demanderTravail(transaction, 'essai.demande');
      throw new Error('annulée');
    })
    .catch(() => undefined);
  await attendre(1_500);
  expect(faits).toBe(0);
  const depart = performance.now();
  await essai.base.transaction().execute((transaction) => demanderTravail(transaction, 'essai.demande'));
  await vi.waitFor(() => expect(faits).toBe(1), 5_000);
  expect(performance.now() - depart).toBeLessThan(3_000);
});

test('un travail qui échoue se dit sur une ligne sans donnée personnelle, et est repris', async () => {
  const lignes: string[] = [];
  const sortie = vi.spyOn(process.stderr, 'write').mockImplementation((texte) => {
    lignes.push(String(texte));
    return true;
  });
  try {
    await demarrer([
      {
        nom: 'essai.echec',
        executer: async () => {
          throw new TypeError('Madame Dupond (dupond@exemple.gouv.fr) est introuvable');
        },
      },
    ]);
    await demanderTravail(essai.base, 'essai.echec');
    await vi.waitFor(() => expect(lignes).toHaveLength(1), 10_000);
  } finally {
    sortie.mockRestore();
  }
  expect(JSON.parse(lignes[0] ?? '')).toMatchObject({ niveau: 'erreur', travail: 'essai.echec', erreur: 'TypeError' });
  expect(lignes[0]).not.toMatch(/[Dd]upond/);
  await vi.waitFor(async () => {
    const { rows } = await sql<{ state: string; output: unknown }>`
      select state, output from pgboss.job where name = 'essai.echec'`.execute(essai.base);
    expect(rows[0]?.state).toBe('retry');
    expect(JSON.stringify(rows)).not.toMatch(/[Dd]upond/);
  }, 5_000);
});

test('l’arrêt attend le travail en cours, qui sait qu’on s’arrête, et ne le refait pas', async () => {
  const etapes: string[] = [];
  await demarrer([
    {
      nom: 'essai.long',
      executer: async (_services, arret) => {
        etapes.push('commence');
        await new Promise((resolve) => arret.addEventListener('abort', resolve, { once: true }));
        await attendre(300);
        etapes.push('fini');
      },
    },
  ]);
  await demanderTravail(essai.base, 'essai.long');
  await vi.waitFor(() => expect(etapes).toEqual(['commence']), 5_000);
  await arreterTout();
  expect(etapes).toEqual(['commence', 'fini']);
  const { rows } = await sql<{ state: string }>`select state from pgboss.job where name = 'essai.long'`.execute(
    essai.base,
  );
  expect(rows).toEqual([{ state: 'completed' }]);
});

test('une connexion perdue ne fait pas tomber le programme : le travail est entendu de nouveau', async () => {
  let faits = 0;
  const lignes = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await demarrer([
      {
        nom: 'essai.reprise',
        executer: async () => {
          faits += 1;
        },
      },
    ]);
    await attendre(500);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(essai.base);
    await attendre(3_000);
    await demanderTravail(essai.base, 'essai.reprise');
    await vi.waitFor(() => expect(faits).toBe(1), 5_000);
  } finally {
    lignes.mockRestore();
  }
});

test('chaque purge est faite même quand une autre échoue, et l’échec se voit', async () => {
  const faites: string[] = [];
  const lignes = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const conservation = (donnee: string, purger: () => Promise<number>) => ({
    donnee,
    duree: '1 an',
    raison: '',
    purger,
  });
  const travail = purgerSelon([
    conservation('une', async () => {
      throw new Error('en panne');
    }),
    conservation('deux', async () => faites.push('deux')),
  ]);
  await expect(travail.executer(essai.services, new AbortController().signal)).rejects.toThrow('1 ');
  expect(faites).toEqual(['deux']);
  expect(lignes).toHaveBeenCalledOnce();
  lignes.mockRestore();
});

async function demarrer(travaux: readonly Travail[]): Promise<void> {
  demarres.push(await demarrerTravaux(essai.services, travaux, { adresse: essai.adresse, rythme: VITE }));
}

async function arreterTout(): Promise<void> {
  for (const travaux of demarres.splice(0)) await travaux.arreter();
}

async function rien(): Promise<void> {
  // Its hour does not come during the test.
}

/** A minute that turns during the test would be a second, legitimate, time. */
async function loinDeLaMinute(): Promise<void> {
  const secondes = (Date.now() / 1_000) % 60;
  if (secondes > 35) await attendre((61 - secondes) * 1_000);
}
