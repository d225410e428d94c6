import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import { type Base, ecouter } from '../base/index.ts';
import type { Services } from '../services.ts';
import { baseDePgBoss } from './base-de-pgboss.ts';
import { CANAL } from './demander.ts';
import { signalerEchec } from './signaler.ts';
import type { Travail } from './travail.ts';

export type Travaux = {
  /** Takes no more work, waits for the one under way, and lets go of the database. */
  arreter(): Promise<void>;
};

export type OptionsDesTravaux = {
  /** Address of the database, for the connection that hears what is asked for. */
  readonly adresse: string;
  /** Seconds between two looks at the queues and at the calendar; tests are in more of a hurry. */
  readonly rythme?: { readonly files: number; readonly calendrier: number };
};

const RYTHME = { files: 10, calendrier: 30 };
const FUSEAU = 'Europe/Paris';
/** What a work under way is given to end, when Jalon is asked to stop. */
const PATIENCE_MS = 25_000;

/**
 * Starts the work in the background: what has its hour, and what is asked for by `demanderTravail`. Several programs may
 * do so on one database: a work of the calendar is done once, by one of them.
 */
export async function demarrerTravaux(
  services: Services,
  travaux: readonly Travail[],
  { adresse, rythme = RYTHME }: OptionsDesTravaux,
): Promise<Travaux> {
  const { default: Boss } = await import('pg-boss');
  const db = baseDePgBoss(services.base);
  const boss = new Boss({
    db,
    cronMonitorIntervalSeconds: rythme.calendrier,
    cronWorkerIntervalSeconds: Math.min(Math.ceil(rythme.files), 5),
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterDays: 7,
  });
  boss.on('error', (erreur) => signalerEchec('travaux', erreur));
  const arret = new AbortController();
  const ouvriers = await chacunSonTour(services.base, () => installer(boss, services, travaux, rythme, arret.signal));
  db.tolerer((erreur) => signalerEchec('travaux', erreur));

  const demander = async (nom: string) => {
    const ouvrier = ouvriers.get(nom);
    if (ouvrier === undefined || arret.signal.aborted) return;
    await boss.send(nom, {}).catch((erreur: unknown) => signalerEchec(nom, erreur));
    boss.notifyWorker(ouvrier);
  };
  const finirDEcouter = await ecouter(adresse, CANAL, (nom) => void demander(nom));
  for (const { nom, auDemarrage } of travaux) if (auDemarrage === true) await demander(nom);
  return {
    async arreter() {
      arret.abort();
      await finirDEcouter();
      await boss.stop({ timeout: PATIENCE_MS });
      await db.finir();
    },
  };
}

type Rythme = NonNullable<OptionsDesTravaux['rythme']>;

/** Opens the queues and puts a worker at each; gives the workers by name of work. */
async function installer(
  boss: PgBoss,
  services: Services,
  travaux: readonly Travail[],
  rythme: Rythme,
  arret: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const ouvriers = new Map<string, string>();
  await boss.start();
  for (const travail of travaux) {
    await ouvrirFile(boss, travail);
    const ouvrier = await boss.work(travail.nom, { pollingIntervalSeconds: rythme.files }, () =>
      executer(services, travail, arret),
    );
    ouvriers.set(travail.nom, ouvrier);
  }
  await oublierLesAnciens(boss, travaux);
  return ouvriers;
}

/** Programs that start together install one after the other: pg-boss makes tables, and would lock itself out. */
function chacunSonTour<T>(base: Base, installation: () => Promise<T>): Promise<T> {
  return base.connection().execute(async (connexion) => {
    await sql`select pg_advisory_lock(hashtext('jalon_travaux'))`.execute(connexion);
    try {
      return await installation();
    } finally {
      await sql`select pg_advisory_unlock(hashtext('jalon_travaux'))`.execute(connexion);
    }
  });
}

/** One waiting at a time: asking ten times for a work that has not begun is asking once. */
async function ouvrirFile(boss: PgBoss, { nom, quand }: Travail): Promise<void> {
  const file = { name: nom, policy: 'short', retryLimit: 3, retryDelay: 30, retryBackoff: true } as const;
  await boss.createQueue(nom, file);
  await boss.updateQueue(nom, file);
  if (quand === undefined) await boss.unschedule(nom);
  else await boss.schedule(nom, quand, {}, { tz: FUSEAU });
}

/** What a former version had on its calendar. */
async function oublierLesAnciens(boss: PgBoss, travaux: readonly Travail[]): Promise<void> {
  for (const { name } of await boss.getSchedules()) {
    if (!travaux.some(({ nom }) => nom === name)) await boss.unschedule(name);
  }
}

async function executer(services: Services, travail: Travail, arret: AbortSignal): Promise<void> {
  try {
    await travail.executer(services, arret);
  } catch (erreur) {
    signalerEchec(travail.nom, erreur);
    // pg-boss keeps what it is told in the database: nothing of the person.
    throw new Error(`${travail.nom} a échoué`);
  }
}
