import { ErreurDeDemarrage, type Services } from '#socle';
import type { Base } from '#socle/base';
import { ancrerLeJournal } from './ancrer.ts';
import { lireFichierDAncres } from './fichier-d-ancres.ts';
import type { Ancre } from './regles/ancres.ts';
import type { Verification } from './regles/verification.ts';
import { verifierJournal } from './verifier.ts';

/** What a verification found; `panne` says what kept it from being complete. */
export type Verdict = { readonly verification: Verification | null; readonly panne: string | null };

/** Tells people what was found wrong; mails are sent by who knows the administrators. */
export type Prevenir = (services: Services, verdict: Verdict) => Promise<void>;

/** A verification that died with its program no longer holds the place after this time. */
const ABANDON_MS = 3_600_000;

/**
 * Each night: verifies, keeps the verdict, anchors the head of a journal found intact, and warns when something is wrong.
 * Null when another verification is under way.
 */
export async function veillerSurLeJournal(services: Services, prevenir: Prevenir): Promise<Verdict | null> {
  const verdict = await verifierEtRetenir(services, { demandeePar: null, ancrer: true });
  if (verdict === null) return null;
  if (!sansReproche(verdict)) await prevenir(services, verdict);
  return verdict;
}

/** Verifies now and keeps the verdict, for the pages. Null when another verification is under way. */
export async function verifierEtRetenir(
  services: Services,
  { demandeePar, ancrer = false }: { demandeePar: string | null; ancrer?: boolean },
): Promise<Verdict | null> {
  const { base, horloge } = services;
  const id = await prendrePlace(base, horloge.maintenant(), demandeePar);
  if (id === null) return null;
  const { verification, panne: empechement } = await verifierSansTomber(services);
  const panne = empechement ?? (ancrer && verification?.intact ? await ancrerSansTomber(services) : null);
  const verdict = { verification, panne };
  await base
    .updateTable('journal_verification')
    .set({
      terminee_le: horloge.maintenant(),
      panne,
      ...(verification === null
        ? {}
        : {
            intact: verification.intact,
            lignes: verification.lignes,
            tete_sequence: verification.tete.sequence,
            tete_empreinte: verification.tete.empreinte,
            defauts: JSON.stringify(verification.defauts),
            nombre_de_defauts: verification.nombreDeDefauts,
            reculs: verification.reculs,
            ancres_controlees: verification.ancresControlees,
          }),
    })
    .where('id', '=', id)
    .execute();
  if (!sansReproche(verdict)) signaler(verdict);
  return verdict;
}

/** One verification at a time, whatever the number of programs: an index of the table says so. */
async function prendrePlace(base: Base, maintenant: Date, demandeePar: string | null): Promise<number | null> {
  await base
    .updateTable('journal_verification')
    .set({ terminee_le: maintenant, panne: 'La vérification s’est interrompue avant sa fin.' })
    .where('terminee_le', 'is', null)
    .where('commencee_le', '<', new Date(maintenant.getTime() - ABANDON_MS))
    .execute();
  const place = await base
    .insertInto('journal_verification')
    .values({ commencee_le: maintenant, demandee_par: demandeePar })
    .onConflict((conflit) => conflit.doNothing())
    .returning('id')
    .executeTakeFirst();
  return place?.id ?? null;
}

async function verifierSansTomber(services: Services): Promise<Verdict> {
  let ancres: readonly Ancre[] = [];
  let panne: string | null = null;
  try {
    ancres = await ancresDuDehors(services);
  } catch (erreur) {
    panne = enPhrase(erreur);
  }
  try {
    return { verification: await verifierJournal(services.base, ancres), panne };
  } catch (erreur) {
    return { verification: null, panne: enPhrase(erreur) };
  }
}

/** The anchors of the configured file. A file already written to, and no longer there, is said. */
async function ancresDuDehors({ base, configuration: { ancrage } }: Services): Promise<readonly Ancre[]> {
  if (ancrage?.moyen !== 'fichier') return [];
  const lu = await lireFichierDAncres(ancrage.cible);
  if (lu !== null) return lu.ancres;
  const dejaEcrit = await base.selectFrom('ancrage').select('id').where('cible', '=', ancrage.cible).executeTakeFirst();
  if (dejaEcrit) throw new ErreurDeDemarrage(`Le fichier des ancres « ${ancrage.cible} » a disparu.`);
  return [];
}

async function ancrerSansTomber(services: Services): Promise<string | null> {
  if (services.configuration.ancrage === null) return null;
  try {
    await ancrerLeJournal(services);
    return null;
  } catch (erreur) {
    return enPhrase(erreur);
  }
}

function sansReproche({ verification, panne }: Verdict): boolean {
  return panne === null && verification?.intact === true;
}

/** One line for the logs, which hold no personal data: faults name lines and accounts by number only. */
function signaler({ verification, panne }: Verdict): void {
  const defaut = verification?.defauts[0];
  const ligne = {
    niveau: 'alerte',
    evenement: verification?.intact === false ? 'journal.altere' : 'journal.verification_impossible',
    ...(defaut ? { ...defaut, defauts: verification?.nombreDeDefauts } : {}),
    ...(panne === null ? {} : { panne }),
  };
  process.stderr.write(`${JSON.stringify(ligne)}\n`);
}

function enPhrase(erreur: unknown): string {
  return erreur instanceof Error ? erreur.message : String(erreur);
}
