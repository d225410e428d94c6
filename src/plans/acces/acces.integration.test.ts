import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acteur, acteurDuCompte } from '#acces';
import { accorderHabilitation } from '#acces/habilitations';
import { nommerSuppleant } from '#acces/suppleances';
import { lireEvenements } from '#journal';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { creerAction } from '../commandes/creer-action.ts';
import { creerPlan } from '../commandes/creer-plan.ts';
import { noterAction } from '../commandes/noter-action.ts';
import { trouverAction } from '../lectures/action.ts';
import { historiqueDuPlan } from '../lectures/historique.ts';
import { lirePlanSansPolitique } from '../lectures/plan.ts';
import { listerPlans } from '../lectures/plans.ts';
import { peutLirePlan } from '../politique.ts';
import { PLANS_HABILITABLES } from './habilitables.ts';
import { lecteursDuPlan } from './lecteurs.ts';
import { plansDeLaPersonne } from './plans-de-la-personne.ts';

let essai: Essai;
let ditp: Acteur;
let prefet: Acteur;
let sgcd: Acteur;
let ddpp: Acteur;
let voisin: Acteur;
/** Of the préfecture of the Finistère, for its team; names the SGC-D. */
let finistere: string;
/** National, for the team of the BCAM. */
let national: string;
let action: string;

beforeAll(async () => {
  essai = await ouvrirEssai();
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  sgcd = await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
  ddpp = await creerActeur(essai, 'service_deconcentre', 'd29-ddpp', 'D29');
  voisin = await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
  const saisie = { genre: 'plan_d_actions', etat: 'actif', diffusion: 'equipe' };
  finistere = reussi(
    await creerPlan(essai.services, prefet, {
      ...saisie,
      titre: 'Feuille de route',
      proprietaire: 'd29-prefecture',
      territoire: 'D29',
    }),
  );
  action = reussi(
    await creerAction(essai.services, prefet, finistere, { intitule: 'Permanences', pilotes: 'SGC-D du Finistère' }),
  );
  national = reussi(
    await creerPlan(essai.services, ditp, {
      ...saisie,
      titre: 'Plan réservé',
      proprietaire: 'mi-bcam',
      territoire: 'FR',
    }),
  );
});
afterAll(() => essai.fermer());

const planVu = async (id: string) => {
  const plan = await lirePlanSansPolitique(essai.base, id);
  if (plan === null) throw new Error(id);
  return plan;
};
const relire = async ({ compte }: Acteur) => {
  const acteur = await acteurDuCompte(essai.base, compte, aujourdhui(essai.horloge));
  if (acteur === null) throw new Error(compte);
  return acteur;
};
const accorder = (acteur: Acteur, a: Acteur, objet: string, droit = 'lire', territoire = 'D29') =>
  accorderHabilitation(essai.services, PLANS_HABILITABLES, acteur, a.compte, {
    objet,
    droit,
    territoire,
    fin: '2022-12-31',
    motif: 'Suit le plan',
  });
const regle = (resultat: Awaited<ReturnType<typeof accorder>>) => (resultat.ok ? 'permis' : resultat.refus.regle);

describe('refus', () => {
  test('on ne donne ni un plan que l’on ne lit pas, ni un plan inventé, et rien ne les distingue', async () => {
    await essai.base
      .insertInto('habilitation')
      .values({
        id: essai.services.ids.nouveau(),
        compte_id: prefet.compte,
        droit: 'administrer',
        objet_type: 'comptes',
        territoire_code: 'D29',
        debut: '2022-01-01',
        fin: '2022-12-31',
        motif: 'Essai',
        accordee_le: essai.horloge.maintenant(),
        accordee_par: ditp.compte,
      })
      .execute();
    prefet = await relire(prefet);
    const ferme = await accorder(prefet, ddpp, `plan:${national}`);
    const invente = await accorder(prefet, ddpp, 'plan:00000000-0000-7000-8000-000000000000');
    const illisible = await accorder(prefet, ddpp, 'plan:n-importe-quoi');
    expect(regle(ferme)).toBe('habilitation.objet');
    expect(invente).toEqual(ferme);
    expect(illisible).toEqual(ferme);
  });

  test('le champ d’un ministère ne se donne en écriture que par qui l’a', async () => {
    expect(regle(await accorder(prefet, ddpp, 'champ:mi', 'modifier'))).toBe('habilitation.plus_que_soi');
    expect(regle(await accorder(prefet, ddpp, 'champ:ministere-invente'))).toBe('habilitation.objet');
    expect(regle(await accorder(prefet, ddpp, 'champ:mi'))).toBe('permis');
  });
});

describe('qui peut voir un plan', () => {
  test('est exactement qui le lit, avec ce qu’il y fait et pourquoi', async () => {
    reussi(await accorder(prefet, ddpp, `plan:${finistere}`, 'contribuer'));
    const lecteurs = await lecteursDuPlan(essai.services, await planVu(finistere));
    const dits = lecteurs.map(({ acteur, pouvoir, raisons }) => [acteur.compte, pouvoir, raisons]);
    expect(new Map(dits.map(([compte, ...reste]) => [compte, reste]))).toEqual(
      new Map([
        [ditp.compte, ['modifier', ['la DITP suit tous les plans']]],
        [
          prefet.compte,
          [
            'modifier',
            ['équipe du service propriétaire', 'plan de son territoire', 'son service est nommé dans une action'],
          ],
        ],
        [sgcd.compte, ['contribuer', ['son service est nommé dans une action']]],
        [ddpp.compte, ['contribuer', [expect.stringMatching(/^habilitation, jusqu’au 31.décembre 2022$/)]]],
      ]),
    );
    for (const acteur of [ditp, prefet, sgcd, await relire(ddpp), voisin]) {
      const lit = peutLirePlan(acteur, await planVu(finistere)).permis;
      expect(lecteurs.some((un) => un.acteur.compte === acteur.compte)).toBe(lit);
    }
  });

  test('une suppléance en cours y figure sous sa signature, un compte fermé n’y figure plus', async () => {
    const id = reussi(
      await nommerSuppleant(essai.services, prefet, prefet.compte, {
        suppleant: voisin.compte,
        fin: '2022-02-28',
        motif: 'Congés',
      }),
    );
    const comptes = async () =>
      (await lecteursDuPlan(essai.services, await planVu(finistere))).map(({ acteur }) => acteur.nom);
    expect(await comptes()).toContain(`${voisin.nom} pour ${prefet.nom}`);
    await essai.base
      .updateTable('suppleance')
      .set({ retiree_le: essai.horloge.maintenant(), retiree_par: prefet.compte })
      .where('compte_id', '=', id)
      .execute();
    expect(await comptes()).not.toContain(`${voisin.nom} pour ${prefet.nom}`);
  });
});

describe('que peut voir cette personne', () => {
  test('les plans qu’elle lit, nommés seulement si l’on peut les lire soi-même ; les autres sont comptés', async () => {
    reussi(await accorder(ditp, ddpp, `plan:${national}`, 'lire', 'FR'));
    const personne = await relire(ddpp);
    const vuParLaDitp = await plansDeLaPersonne(essai.base, personne, ditp, 1);
    expect(vuParLaDitp.plans.map(({ titre, pouvoir }) => [titre, pouvoir])).toEqual([
      ['Feuille de route', 'contribuer'],
      ['Plan réservé', 'lire'],
    ]);
    expect(vuParLaDitp.autres).toBe(0);
    const vuParLePrefet = await plansDeLaPersonne(essai.base, personne, prefet, 1);
    expect(vuParLePrefet.plans.map(({ titre }) => titre)).toEqual(['Feuille de route']);
    expect(vuParLePrefet).toMatchObject({ nommes: 1, autres: 1 });
    const siens = await listerPlans(
      essai.base,
      personne,
      { q: null, etat: null, territoire: null, page: 1 },
      { jour: aujourdhui(essai.horloge), passe: false },
    );
    expect(siens.total).toBe(vuParLaDitp.nommes + vuParLaDitp.autres);
  });
});

test('ce qu’écrit une suppléance est signé « X pour Y », dans la note, dans l’historique et dans le journal', async () => {
  const id = reussi(
    await nommerSuppleant(essai.services, prefet, prefet.compte, {
      suppleant: ddpp.compte,
      fin: '2022-02-28',
      motif: 'Congés',
    }),
  );
  const suppleante = await acteurDuCompte(essai.base, id, aujourdhui(essai.horloge));
  if (suppleante === null) throw new Error('La suppléance doit être ouverte.');
  const signature = `${ddpp.nom} pour ${prefet.nom}`;
  reussi(await noterAction(essai.services, suppleante, { plan: finistere, action }, { texte: 'Première permanence.' }));
  const detaillee = reussi(
    await trouverAction(essai.base, finistere, action, { jour: aujourdhui(essai.horloge), passe: false }),
  );
  expect(detaillee.notes[0]).toMatchObject({ texte: 'Première permanence.', auteur: signature });
  const [dernier] = await historiqueDuPlan(essai.base, finistere, { limite: 1, saut: 0 });
  expect(dernier?.auteurNom).toBe(signature);
  const [ligne] = await lireEvenements(essai.base, [{ type: 'action', ids: [action] }], { limite: 1, saut: 0 });
  expect(ligne).toMatchObject({ acte: 'action.noter', auteur: id });
});
