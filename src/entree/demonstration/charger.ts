import { sql } from 'kysely';
import { type Acteur, acteurDuCompte } from '#acces';
import { reviserSituations } from '#indicateurs';
import { inscrire } from '#journal';
import { amorcerCriteres } from '#reformes';
import { aujourdhui, type Services, servicesDansLaTransaction } from '#socle';
import type { Base } from '#socle/base';
import { deroulerChronologie, trouver } from './chronologie.ts';
import { faitsDesDeclinaisons } from './declinaisons.ts';
import { accorderLesDroits } from './droits.ts';
import { faitsDesInstances } from './instances.ts';
import { BCAM, DMATES, PERSONAS } from './personas.ts';
import { PLANS } from './plans/index.ts';
import { REFORMES } from './reformes/reformes.ts';
import { semerLesReformes } from './reformes/semer.ts';
import { faitsDesRelances } from './relances.ts';
import { faitsDesRemontees } from './remontees.ts';

/** Holds back a second program that would load the demonstration at the same time on the same server. */
const VERROU = 4_610_291;

/**
 * Loads the demonstration once: accounts, plans, and what was declared in them over the past months, dated so that today
 * tells a story. All or nothing, in one transaction; a database that already has it is left as it is, and the answer is
 * then false.
 */
export async function chargerDemonstration(services: Services, dire: (etape: string) => void): Promise<boolean> {
  if (await estChargee(services.base)) return false;
  dire('Chargement des données de démonstration (quelques secondes, une seule fois)…');
  const debut = performance.now();
  const plans = await services.base.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${VERROU})`.execute(transaction);
    if (await estChargee(transaction)) return null;
    const dedans = servicesDansLaTransaction(services, transaction);
    await ecrireComptes(dedans);
    const acteurs = await lireActeurs(dedans);
    await amorcerCriteres(transaction, services.horloge.maintenant());
    const reformes = await semerLesReformes(dedans, acteurs);
    const jour = aujourdhui(services.horloge);
    const comites = faitsDesInstances(
      { secretaire: trouver(acteurs, BCAM), presidente: trouver(acteurs, DMATES) },
      jour,
    );
    const crees = await deroulerChronologie(dedans, PLANS, acteurs, jour, [
      ...reformes,
      ...comites,
      ...faitsDesRemontees(trouver(acteurs, BCAM), jour),
      ...faitsDesDeclinaisons(trouver(acteurs, BCAM), jour),
      ...faitsDesRelances(acteurs, jour),
    ]);
    // What was written of the indicators at a past date was computed as of that date.
    await reviserSituations(dedans);
    await accorderLesDroits(dedans, crees);
    await inscrire(
      transaction,
      {
        acte: 'demonstration.charger',
        objet: { type: 'demonstration', id: 'plans' },
        territoire: null,
        charge: { plans: PLANS.length },
      },
      { auteur: null, horloge: services.horloge },
    );
    return PLANS.length;
  });
  if (plans === null) return false;
  dire(
    `Démonstration chargée : ${plans} plans, ${REFORMES.length} réformes, ${PERSONAS.length} comptes (${secondes(debut)}).`,
  );
  return true;
}

/** The event of the journal is written last in the transaction: it is there when everything is. */
async function estChargee(base: Base): Promise<boolean> {
  const fait = await base
    .selectFrom('journal')
    .select('sequence')
    .where('acte', '=', 'demonstration.charger')
    .limit(1)
    .executeTakeFirst();
  return fait !== undefined;
}

async function ecrireComptes({ base, horloge }: Services): Promise<void> {
  await base
    .insertInto('compte')
    .values(
      PERSONAS.map(({ id, nom, profil, organisation, territoire, presentation, courriel }, rang) => ({
        id,
        nom,
        profil,
        organisation_id: organisation,
        territoire_code: territoire,
        presentation,
        courriel: courriel ?? null,
        demonstration: true,
        rang,
        cree_le: horloge.maintenant(),
      })),
    )
    .execute();
}

async function lireActeurs({ base, horloge }: Services): Promise<ReadonlyMap<string, Acteur>> {
  const acteurs = new Map<string, Acteur>();
  for (const { id } of PERSONAS) {
    const acteur = await acteurDuCompte(base, id, aujourdhui(horloge));
    if (acteur) acteurs.set(id, acteur);
  }
  return acteurs;
}

function secondes(debut: number): string {
  return `${((performance.now() - debut) / 1000).toFixed(1).replace('.', ',')} s`;
}
