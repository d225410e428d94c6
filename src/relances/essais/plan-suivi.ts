import type { Acteur } from '#acces';
import { creerActeur, type Essai, reussi } from '#outils-d-essai';
import { creerAction, creerPlan } from '#plans/commandes';
import { reglerRelances } from '../commandes/regler-relances.ts';
import { relancer } from '../relancer.ts';

/** A plan of the BCAM whose actions the DNUM carries, and its people with their addresses. */
export async function preparerSuivi(essai: Essai) {
  const bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  const dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
  await donnerAdresse(essai, dnum);
  const plan = await creerPlanDEssai(essai, bcam, 'Cartes d’agent');
  return { bcam, dnum, plan };
}

export async function creerPlanDEssai(
  essai: Essai,
  acteur: Acteur,
  titre: string,
  etat = 'actif',
  diffusion = 'equipe',
): Promise<string> {
  return reussi(
    await creerPlan(essai.services, acteur, {
      titre,
      genre: 'plan_d_actions',
      proprietaire: acteur.organisation,
      territoire: acteur.territoire,
      diffusion,
      etat,
      silenceJours: '30',
    }),
  );
}

export async function ajouterAction(
  essai: Essai,
  acteur: Acteur,
  plan: string,
  intitule: string,
  echeances: string,
  pilotes = 'DNUM',
) {
  return reussi(await creerAction(essai.services, acteur, plan, { intitule, pilotes, echeances }));
}

export async function donnerAdresse({ base }: Essai, { compte }: Acteur): Promise<void> {
  const courriel = `${compte.toLowerCase()}@exemple.gouv.fr`;
  await base.updateTable('compte').set({ courriel }).where('id', '=', compte).execute();
}

/** The rules proposed to a team, or these. */
export async function regler(
  essai: Essai,
  acteur: Acteur,
  plan: string,
  valeurs: Readonly<Record<string, string>> = PROPOSEES,
): Promise<void> {
  reussi(await reglerRelances(essai.services, acteur, plan, { version: '0', ...valeurs }));
}

const PROPOSEES = { avant: '7', apres: '1', puis: '7', silence: '14', comite: '5' };

/** Goes to this day, at the hour of the mails, and writes them; gives how many. */
export async function auMatinDu(essai: Essai, jour: string): Promise<number> {
  essai.horloge.regler(`${jour}T06:05:00Z`);
  return relancer(essai.services);
}

/** The reminders written so far, the first one first, their no-break spaces as spaces. */
export async function courriersEcrits({ base }: Essai) {
  const lus = await base
    .selectFrom('courrier_de_relance as c')
    .innerJoin('courriel', 'courriel.id', 'c.courriel_id')
    .select(['c.compte_id as compte', 'c.jour', 'courriel.sujet', 'courriel.texte', 'courriel.html', 'courriel.genre'])
    .orderBy('c.jour')
    .orderBy('c.compte_id')
    .execute();
  return lus.map(({ texte, ...courriel }) => ({ ...courriel, texte: texte.replaceAll(/[\u00A0\u202F]/g, ' ') }));
}
