import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { declinerAction, noterAction, noterDeclinaison } from '#plans/commandes';
import { ajouterJours, type Jour } from '#socle/valeurs';
import { choisirCourriers } from './commandes/choisir-courriers.ts';
import {
  ajouterAction,
  auMatinDu,
  creerPlanDEssai,
  donnerAdresse,
  preparerSuivi,
  regler,
} from './essais/plan-suivi.ts';

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
let plan: string;
let finistere: Acteur;
/** What is declined in every département, and what it is in the Finistère. */
let partout: { readonly plan: string; readonly action: string; readonly declinaison: string };
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
  finistere = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  await donnerAdresse(essai, finistere);
  partout = await declinerPartout();
});
afterAll(() => essai.fermer());

/**
 * From 1 March to 31 May 2022. « Doter » is late from 16 March and done on 14 April; « Former » ends on Saturday 30 April and
 * is never done; « Tenir l’annuaire » is silent from the end of March, thirty days after it was written, until its pilote
 * speaks on 3 May. On 9 May the person switches off what is said after a deadline.
 *
 * « Ouvrir un guichet » is declined in every département and due on 15 April: the préfecture du Finistère gives news of it on
 * 4 April, has finished on 6 May, and hears nothing of what the DNUM carries.
 */
const GESTES: Readonly<Record<string, () => Promise<unknown>>> = {
  '2022-04-04': () => direDuFinistere({ statut: 'en_cours', taux: '40' }),
  '2022-05-06': () => direDuFinistere({ statut: 'terminee', sansPiece: 'oui' }),
  '2022-04-14': () => dire('Doter les agents', { statut: 'terminee', sansPiece: 'oui' }),
  '2022-05-03': () => dire('Tenir l’annuaire', { texte: 'À jour.' }),
  '2022-05-09': async () =>
    reussi(
      await choisirCourriers(essai.services, dnum, { genres: ['avant', 'silence', 'comite', 'remontee', 'semaine'] }),
    ),
};

test('trois mois, jour après jour, heure après heure : chaque courrier a sa matière, aucun ne se répète', async () => {
  const courriers: string[] = [];
  const duFinistere: string[] = [];
  for (let jour = '2022-03-01' as Jour; jour <= '2022-05-31'; jour = ajouterJours(jour, 1)) {
    const ecrits = await auMatinDu(essai, jour);
    const aLaDnum = await matiere(jour, dnum);
    const auFinistere = await matiere(jour, finistere);
    if (aLaDnum !== null) courriers.push(`${jour} ${aLaDnum}`);
    if (auFinistere !== null) duFinistere.push(`${jour} ${auFinistere}`);
    expect(ecrits, `${jour} : un courrier au plus par personne`).toBe(
      [aLaDnum, auFinistere].filter((lue) => lue !== null).length,
    );
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
  expect(duFinistere).toEqual([
    // Thirty days after it was declined there.
    '2022-03-31 silence Ouvrir un guichet D29',
    '2022-04-04 semaine Ouvrir un guichet D29',
    '2022-04-08 avant Ouvrir un guichet D29',
    '2022-04-11 semaine Ouvrir un guichet D29',
    // Past its deadline since Saturday 16, told after the holiday.
    '2022-04-19 apres Ouvrir un guichet D29',
    '2022-04-25 semaine Ouvrir un guichet D29',
    '2022-05-02 apres Ouvrir un guichet D29',
  ]);
  const traces = await essai.base.selectFrom('courrier_de_relance').select(['compte_id', 'jour']).execute();
  expect(new Set(traces.map(({ compte_id, jour }) => `${compte_id} ${jour}`)).size).toBe(traces.length);
  expect(await essai.base.selectFrom('courriel').select('cle').execute()).toHaveLength(
    courriers.length + duFinistere.length,
  );
}, 120_000);

/** What this person was told on this day; null when nothing was written to them. */
async function matiere(jour: Jour, { compte }: Acteur): Promise<string | null> {
  const dites = await essai.base
    .selectFrom('relance')
    .innerJoin('courrier_de_relance as c', 'c.id', 'relance.courrier_id')
    .innerJoin('action', 'action.id', 'relance.action_id')
    .leftJoin('declinaison as d', 'd.id', 'relance.declinaison_id')
    .select(['genre', 'action.intitule', 'd.territoire_code as territoire'])
    .where('c.jour', '=', jour)
    .where('c.compte_id', '=', compte)
    .orderBy('action.intitule')
    .execute();
  return dites.length === 0
    ? null
    : dites.map((dite) => [dite.genre, dite.intitule, dite.territoire ?? []].flat().join(' ')).join(', ');
}

async function dire(intitule: string, valeurs: Readonly<Record<string, string>>): Promise<void> {
  essai.horloge.avancer(3_600_000);
  const action = actions.get(intitule) ?? '';
  reussi(await noterAction(essai.services, dnum, { plan, action }, valeurs));
}

async function declinerPartout() {
  const autre = await creerPlanDEssai(essai, bcam, 'Accueil des usagers', 'actif', 'administration');
  const action = await ajouterAction(essai, bcam, autre, 'Ouvrir un guichet', '15 avril 2022', 'BCAM');
  await regler(essai, bcam, autre);
  const cible = { plan: autre, action };
  reussi(await declinerAction(essai.services, bcam, cible, { maille: 'departemental', portee: 'tous' }));
  const { id } = await essai.base
    .selectFrom('declinaison')
    .select('id')
    .where('territoire_code', '=', 'D29')
    .executeTakeFirstOrThrow();
  return { ...cible, declinaison: id };
}

async function direDuFinistere(valeurs: Readonly<Record<string, string>>): Promise<void> {
  essai.horloge.avancer(3_600_000);
  reussi(await noterDeclinaison(essai.services, finistere, partout, valeurs));
}
