import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { declinerAction, noterDeclinaison } from '#plans/commandes';
import { choisirCourriers } from './commandes/choisir-courriers.ts';
import {
  ajouterAction,
  auMatinDu,
  courriersEcrits,
  creerPlanDEssai,
  donnerAdresse,
  regler,
} from './essais/plan-suivi.ts';
import { relancesDuPlan, territoiresInjoignables } from './lectures/relances-du-plan.ts';
import { relancer } from './relancer.ts';

let essai: Essai;
let bcam: Acteur;
let finistere: Acteur;
let morbihan: Acteur;
let plan: string;
let action: string;
beforeEach(async () => {
  essai = await ouvrirEssai('2022-03-01T09:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  finistere = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  morbihan = await creerActeur(essai, 'prefet_departement', 'd56-prefecture', 'D56');
  for (const un of [finistere, morbihan]) await donnerAdresse(essai, un);
  plan = await creerPlanDEssai(essai, bcam, 'Cartes d’agent', 'actif', 'administration');
  action = await ajouterAction(essai, bcam, plan, 'Doter les agents', '15 mars 2022');
  await regler(essai, bcam, plan);
});
afterEach(() => essai.fermer());

const decliner = async (ou: string, quoi = action, dans = plan) =>
  reussi(
    await declinerAction(
      essai.services,
      bcam,
      { plan: dans, action: quoi },
      { maille: 'departemental', portee: 'liste', liste: ou },
    ),
  );

async function noter(acteur: Acteur, territoire: string, valeurs: Readonly<Record<string, string>>) {
  const { id } = await essai.base
    .selectFrom('declinaison')
    .select('id')
    .where('action_id', '=', action)
    .where('territoire_code', '=', territoire)
    .executeTakeFirstOrThrow();
  reussi(await noterDeclinaison(essai.services, acteur, { plan, action, declinaison: id }, valeurs));
}

const lieu = (territoire: string, de = action) =>
  `/plans/${plan}/actions/${de}/deploiement?territoire=${territoire}#territoire`;

describe('le territoire est relancé de l’action qu’on y décline', () => {
  test('son service seul, avec le lien où l’on répond ; une fois', async () => {
    await decliner('Finistère');
    expect(await auMatinDu(essai, '2022-03-08')).toBe(1);
    expect(await auMatinDu(essai, '2022-03-08')).toBe(0);
    expect(await auMatinDu(essai, '2022-03-09')).toBe(0);
    const [courrier] = await courriersEcrits(essai);
    expect(courrier).toMatchObject({
      compte: finistere.compte,
      sujet: 'Rappel : 1 action déclinée dans votre territoire',
    });
    expect(courrier?.texte).toContain('Cartes d’agent : Finistère');
    expect(courrier?.texte).toContain('à finir le 15 mars 2022, dans 7 jours');
    for (const forme of [courrier?.texte, courrier?.html]) expect(forme).toContain(lieu('D29'));
  });

  test('un territoire qui a fini n’est plus relancé, les autres le sont', async () => {
    await decliner('Finistère\nMorbihan');
    await noter(finistere, 'D29', { statut: 'terminee', sansPiece: 'oui' });
    expect(await auMatinDu(essai, '2022-03-08')).toBe(1);
    expect((await courriersEcrits(essai)).map(({ compte }) => compte)).toEqual([morbihan.compte]);
  });

  test('dans le même courrier que les actions du service, jamais deux le même jour', async () => {
    await decliner('Finistère');
    const dnum = await creerActeur(essai, 'pilote', 'mi-dnum', 'D29');
    await donnerAdresse(essai, dnum);
    expect(await auMatinDu(essai, '2022-03-08')).toBe(2);
    const courrier = (await courriersEcrits(essai)).find(({ compte }) => compte === dnum.compte);
    expect(courrier?.sujet).toBe('Rappel : 1 action à tenir à jour, 1 action déclinée dans votre territoire');
    expect(courrier?.texte).toContain(`/plans/${plan}/actions/${action}\n`);
    expect(courrier?.texte).toContain(lieu('D29'));
  });

  test('deux cents actions : les vingt premières et le nombre des autres ; le lendemain, rien de plus', async () => {
    const { services } = essai;
    await essai.base
      .insertInto('action')
      .values(
        Array.from({ length: 199 }, (_, rang) => ({
          id: services.ids.nouveau(),
          plan_id: plan,
          rang: rang + 10,
          intitule: `Lot ${rang}`,
          cree_le: services.horloge.maintenant(),
          cree_par: bcam.compte,
        })),
      )
      .execute();
    const actions = await essai.base.selectFrom('action').select('id').execute();
    await essai.base
      .insertInto('declinaison')
      .values(
        actions.map(({ id }) => ({
          id: services.ids.nouveau(),
          action_id: id,
          plan_id: plan,
          territoire_code: 'D29',
          cree_le: new Date('2022-01-02T09:00:00Z'),
          cree_par: bcam.compte,
        })),
      )
      .execute();
    expect(await auMatinDu(essai, '2022-03-08')).toBe(1);
    const [courrier] = await courriersEcrits(essai);
    expect(courrier?.sujet).toBe('Rappel : 200 actions déclinées dans votre territoire');
    expect(courrier?.texte.match(/deploiement\?territoire=D29/g)).toHaveLength(20);
    expect(courrier?.texte).toContain('Et 180 autres actions déclinées dans votre territoire, dans votre liste :');
    expect(courrier?.texte).toContain('/attendu#declinaisons');
    expect(courrier?.texte).toContain('sans nouvelle de votre territoire depuis 65 jours');
    expect(await auMatinDu(essai, '2022-03-09')).toBe(0);
  });

  test('deux programmes en même temps : un courrier, une trace', async () => {
    await decliner('Finistère');
    essai.horloge.regler('2022-03-08T06:05:00Z');
    await Promise.all([relancer(essai.services), relancer(essai.services)]);
    expect(await courriersEcrits(essai)).toHaveLength(1);
    expect(await essai.base.selectFrom('relance').select('declinaison_id').execute()).toHaveLength(1);
  });
});

describe('ce qui ne se dit pas', () => {
  test('ni au territoire voisin, ni à la région, ni à qui ne fait que lire, ni à qui ne lit pas le plan', async () => {
    await decliner('Finistère');
    for (const autre of [
      await creerActeur(essai, 'prefet_region', 'r53-sgar', 'R53'),
      await creerActeur(essai, 'cabinet', 'd29-prefecture', 'D29'),
    ])
      await donnerAdresse(essai, autre);
    const secret = await creerPlanDEssai(essai, bcam, 'Plan de l’équipe', 'actif', 'equipe');
    await regler(essai, bcam, secret);
    const secrete = await ajouterAction(essai, bcam, secret, 'Action de l’équipe', '15 mars 2022');
    await decliner('Morbihan', secrete, secret);
    expect(await auMatinDu(essai, '2022-03-08')).toBe(1);
    const courriers = await courriersEcrits(essai);
    expect(courriers.map(({ compte }) => compte)).toEqual([finistere.compte]);
    expect(courriers[0]?.texte).not.toContain('Action de l’équipe');
  });

  test('ni d’une déclinaison retirée, ni d’un plan archivé, ni à qui l’a coupé', async () => {
    await decliner('Finistère\nMorbihan');
    await essai.base
      .updateTable('declinaison')
      .set({ retiree_le: new Date(), retiree_par: bcam.compte, retiree_motif: 'Sans objet' })
      .where('territoire_code', '=', 'D29')
      .execute();
    reussi(await choisirCourriers(essai.services, morbihan, { genres: ['avant', 'apres', 'silence', 'semaine'] }));
    expect(await auMatinDu(essai, '2022-03-08')).toBe(0);
    reussi(await choisirCourriers(essai.services, morbihan, { genres: ['avant', 'territoire'] }));
    await essai.base.updateTable('plan').set({ etat: 'archive' }).execute();
    expect(await auMatinDu(essai, '2022-03-09')).toBe(0);
    await essai.base.updateTable('plan').set({ etat: 'actif' }).execute();
    expect(await auMatinDu(essai, '2022-03-10')).toBe(1);
  });
});

describe('ce que voit l’équipe du plan', () => {
  test('qui, de quel service, pour quel territoire', async () => {
    await decliner('Finistère');
    await auMatinDu(essai, '2022-03-08');
    const { relances } = await relancesDuPlan(essai.base, { plan, revenus: false, page: 1 });
    expect(relances).toMatchObject([
      {
        personne: finistere.nom,
        mentions: [{ action, genre: 'avant', territoire: { code: 'D29', nom: 'Finistère' } }],
      },
    ]);
  });

  test('les territoires à qui l’on ne peut pas écrire', async () => {
    await decliner('Finistère\nMorbihan\nCôtes-d’Armor');
    await noter(morbihan, 'D56', { statut: 'terminee', sansPiece: 'oui' });
    expect(await territoiresInjoignables(essai.base, plan)).toEqual({ nombre: 1, noms: ['Côtes-d’Armor'] });
    await essai.base.updateTable('compte').set({ courriel: null }).where('id', '=', finistere.compte).execute();
    expect((await territoiresInjoignables(essai.base, plan)).nombre).toBe(2);
  });
});
