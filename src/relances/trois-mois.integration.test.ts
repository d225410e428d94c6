import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { noterAction } from '#plans/commandes';
import { ajouterJours, type Jour } from '#socle/valeurs';
import { choisirCourriers } from './commandes/choisir-courriers.ts';
import { ajouterAction, auMatinDu, preparerSuivi, regler } from './essais/plan-suivi.ts';

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
let plan: string;
const actions = new Map<string, string>();

beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-28T09:00:00Z');
  ({ bcam, dnum, plan } = await preparerSuivi(essai));
  for (const [intitule, echeance] of [
    ['Doter les agents', '15 mars 2022'],
    ['Former les référents', 'au plus tard le 30 avril 2022'],
    ['Tenir l’annuaire', 'au plus tard fin 2023'],
  ] as const)
    actions.set(intitule, await ajouterAction(essai, bcam, plan, intitule, echeance));
  await regler(essai, bcam, plan);
});
afterAll(() => essai.fermer());

/**
 * From 1 March to 31 May 2022. « Doter » is late from 16 March and done on 14 April; « Former » ends on Saturday 30 April and
 * is never done; « Tenir l’annuaire » is silent from the end of March, thirty days after it was written, until its pilote
 * speaks on 3 May. On 9 May the person switches off what is said after a deadline.
 */
const GESTES: Readonly<Record<string, () => Promise<unknown>>> = {
  '2022-04-14': () => dire('Doter les agents', { statut: 'terminee', sansPiece: 'oui' }),
  '2022-05-03': () => dire('Tenir l’annuaire', { texte: 'À jour.' }),
  '2022-05-09': async () =>
    reussi(
      await choisirCourriers(essai.services, dnum, { genres: ['avant', 'silence', 'comite', 'remontee', 'semaine'] }),
    ),
};

test('trois mois, jour après jour, heure après heure : chaque courrier a sa matière, aucun ne se répète', async () => {
  const courriers: string[] = [];
  for (let jour = '2022-03-01' as Jour; jour <= '2022-05-31'; jour = ajouterJours(jour, 1)) {
    const ecrits = await auMatinDu(essai, jour);
    expect(ecrits, `${jour} : une personne, un courrier au plus`).toBeLessThanOrEqual(1);
    if (ecrits === 1) courriers.push(`${jour} ${await matiere(jour)}`);
    expect(await auMatinDu(essai, jour), `${jour}, une heure plus tard`).toBe(0);
    await GESTES[jour]?.();
  }
  expect(courriers).toEqual([
    '2022-03-08 avant Doter les agents',
    // The Monday of the week in which it ends.
    '2022-03-14 semaine Doter les agents',
    '2022-03-16 apres Doter les agents',
    '2022-03-21 semaine Doter les agents',
    // Seven days after Monday: the mail of the week is a reminder too, and the rule follows it.
    '2022-03-28 apres Doter les agents',
    '2022-03-31 silence Former les référents, silence Tenir l’annuaire',
    '2022-04-04 apres Doter les agents, semaine Former les référents, semaine Tenir l’annuaire',
    '2022-04-11 apres Doter les agents, semaine Former les référents, semaine Tenir l’annuaire',
    // Easter Monday is closed: the week is told on Tuesday.
    '2022-04-19 semaine Former les référents, semaine Tenir l’annuaire',
    '2022-04-22 avant Former les référents',
    '2022-04-25 semaine Former les référents, semaine Tenir l’annuaire',
    '2022-05-02 apres Former les référents, semaine Tenir l’annuaire',
    '2022-05-09 apres Former les référents',
    // « After the deadline » is off: what stays is its silence, on Mondays.
    '2022-05-16 semaine Former les référents',
    '2022-05-23 semaine Former les référents',
    '2022-05-30 semaine Former les référents',
  ]);
  const traces = await essai.base.selectFrom('courrier_de_relance').select(['compte_id', 'jour']).execute();
  expect(new Set(traces.map(({ compte_id, jour }) => `${compte_id} ${jour}`)).size).toBe(traces.length);
  expect(await essai.base.selectFrom('courriel').select('cle').execute()).toHaveLength(courriers.length);
}, 120_000);

async function matiere(jour: Jour): Promise<string> {
  const dites = await essai.base
    .selectFrom('relance')
    .innerJoin('action', 'action.id', 'relance.action_id')
    .select(['genre', 'action.intitule'])
    .where('jour', '=', jour)
    .orderBy('action.intitule')
    .execute();
  return dites.map(({ genre, intitule }) => `${genre} ${intitule}`).join(', ');
}

async function dire(intitule: string, valeurs: Readonly<Record<string, string>>): Promise<void> {
  essai.horloge.avancer(3_600_000);
  const action = actions.get(intitule) ?? '';
  reussi(await noterAction(essai.services, dnum, { plan, action }, valeurs));
}
