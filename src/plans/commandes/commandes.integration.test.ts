import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { verifierJournal } from '#journal';
import { creerActeur, type Essai, etatsGardesEtFaits, ouvrirEssai, reussi } from '#outils-d-essai';
import { lireJour } from '#socle/valeurs';
import { criteresDeLAdresse } from '../adresses.ts';
import { trouverAction } from '../lectures/action.ts';
import { listerActions } from '../lectures/actions.ts';
import { nommerActions } from '../lectures/details.ts';
import type { Regard } from '../lectures/faits.ts';
import { historiqueDuPlan } from '../lectures/historique.ts';
import { axesDuPlan, trouverPlan } from '../lectures/plan.ts';
import { actionsSituees } from '../lectures/situations.ts';
import { creerAxe, deplacerAxe, supprimerAxe } from './axes.ts';
import { creerAction } from './creer-action.ts';
import { creerPlan } from './creer-plan.ts';
import { deplacerAction } from './deplacer-action.ts';
import { modifierAction } from './modifier-action.ts';
import { modifierPlan } from './modifier-plan.ts';
import { noterAction } from './noter-action.ts';
import { rattacherPilote } from './rattacher-pilote.ts';
import { reporterEcheance } from './reporter-echeance.ts';
import { retirerAction } from './retirer-action.ts';

const PLAN = {
  titre: 'Cartes d’agent en Bretagne',
  genre: 'plan_d_actions',
  proprietaire: 'mi-bcam',
  territoire: 'FR',
  diffusion: 'administration',
  etat: 'actif',
  dateDeReference: '2021-11-01',
};

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;

beforeAll(async () => {
  essai = await ouvrirEssai('2021-11-02T09:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
});
afterAll(() => essai.fermer());

const au = (texte: string, passe = false): Regard => {
  const jour = lireJour(texte);
  if (!jour) throw new Error(texte);
  return { jour, passe };
};

async function planAvecAction(action: Record<string, string> = {}) {
  const plan = reussi(await creerPlan(essai.services, bcam, PLAN));
  const id = reussi(
    await creerAction(essai.services, bcam, plan, {
      intitule: 'Doter tous les agents',
      pilotes: 'DNUM',
      echeances: 'Au plus tard fin 2021',
      ...action,
    }),
  );
  return { plan, action: id };
}

describe('une échéance ne se modifie pas, elle se reporte', () => {
  test('l’engagement initial, le nombre de reports et le glissement restent visibles', async () => {
    const cible = await planAvecAction();
    essai.horloge.regler('2022-01-10T09:00:00Z');
    reussi(
      await reporterEcheance(essai.services, bcam, cible, {
        engagement: '1',
        echeance: '30 juin 2022',
        motif: 'Sept départements en attente de matériel',
      }),
    );
    const action = reussi(await trouverAction(essai.base, cible.plan, cible.action, au('2022-02-15')));
    expect(action.engagements[0]).toMatchObject({
      texte: '30 juin 2022',
      fin: '2022-06-30',
      reports: 1,
      initial: { texte: 'Au plus tard fin 2021', fin: '2021-12-31' },
    });
    expect(action.situation).toMatchObject({ retard: 0, reports: 1, glissement: 181 });
    const avant = reussi(await trouverAction(essai.base, cible.plan, cible.action, au('2022-01-05', true)));
    expect(avant.situation).toMatchObject({ retard: 5, reports: 0 });
  });

  test('un report écrit dans le document compte pour un report, et la première promesse reste', async () => {
    essai.horloge.regler('2024-11-02T09:00:00Z');
    const cible = await planAvecAction({ echeances: '31 décembre 2024 (reporté au 30 juin 2025)' });
    const action = reussi(await trouverAction(essai.base, cible.plan, cible.action, au('2025-01-15')));
    expect(action.engagements).toMatchObject([{ fin: '2025-06-30', reports: 1, initial: { fin: '2024-12-31' } }]);
    expect(action.situation).toMatchObject({ retard: 0, glissement: 181 });
  });

  test('sans motif, ou avec des mots incompris, le report est refusé à sa place et rien n’est écrit', async () => {
    const cible = await planAvecAction();
    const sansMotif = await reporterEcheance(essai.services, bcam, cible, {
      engagement: '1',
      echeance: 'fin 2022',
      motif: ' ',
    });
    expect(sansMotif).toMatchObject({ ok: false, refus: { champs: { motif: expect.stringContaining('raison') } } });
    for (const echeance of ['31/02/2024', 'bientôt']) {
      const refuse = await reporterEcheance(essai.services, bcam, cible, { engagement: '1', echeance, motif: 'x' });
      expect(refuse, echeance).toMatchObject({
        ok: false,
        refus: { nature: 'invalide', champs: { echeance: expect.stringContaining(echeance) } },
      });
    }
    const action = reussi(await trouverAction(essai.base, cible.plan, cible.action, au('2022-02-15')));
    expect(action.echeances).toHaveLength(1);
  });
});

describe('une note s’ajoute, elle n’écrase rien', () => {
  test('la situation d’aujourd’hui et celle d’un jour passé viennent des mêmes faits', async () => {
    essai.horloge.regler('2021-11-02T09:00:00Z');
    const cible = await planAvecAction();
    essai.horloge.regler('2021-12-01T09:00:00Z');
    reussi(await noterAction(essai.services, dnum, cible, { statut: 'en_cours', taux: '74', texte: 'Enquête lancée' }));
    essai.horloge.regler('2022-01-20T22:59:00Z'); // 23 h 59 in Paris
    reussi(await noterAction(essai.services, dnum, cible, { taux: '93,5' }));
    essai.horloge.regler('2022-01-21T09:00:00Z');
    reussi(await noterAction(essai.services, bcam, cible, { statut: 'terminee', sansPiece: 'Constaté en comité' }));
    const vue = async (jour: string, passe: boolean) =>
      (await actionsSituees(essai.base, [cible.plan], au(jour, passe)))[0];
    expect(await vue('2021-11-30', true)).toMatchObject({ statut: null, taux: null });
    expect(await vue('2022-01-19', true)).toMatchObject({ statut: 'en_cours', taux: '74', situation: { retard: 19 } });
    expect(await vue('2022-01-20', true)).toMatchObject({ statut: 'en_cours', taux: '93.5' });
    expect(await vue('2022-02-15', false)).toMatchObject({
      statut: 'terminee',
      taux: '93.5',
      situation: { retard: 0, silence: null },
    });
  });

  test('140 % est refusé avec une phrase, et une note vide aussi', async () => {
    const cible = await planAvecAction();
    expect(await noterAction(essai.services, dnum, cible, { taux: '140 %' })).toMatchObject({
      ok: false,
      refus: { champs: { taux: expect.stringContaining('entre 0 et 100') } },
    });
    expect(await noterAction(essai.services, dnum, cible, { statut: '', taux: '', texte: '  ' })).toMatchObject({
      ok: false,
      refus: { nature: 'invalide' },
    });
  });
});

describe('deux personnes en même temps', () => {
  test('la seconde à enregistrer une action est prévenue, et le texte de la première reste', async () => {
    const cible = await planAvecAction();
    const saisie = (intitule: string) => ({ intitule, version: '1', pilotes: 'DNUM' });
    const resultats = await Promise.all([
      modifierAction(essai.services, bcam, cible, saisie('Version une')),
      modifierAction(essai.services, bcam, cible, saisie('Version deux')),
    ]);
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1);
    expect(resultats.find(({ ok }) => !ok)).toMatchObject({ refus: { nature: 'conflit', regle: 'action.version' } });
  });

  test('vingt notes envoyées ensemble sont toutes gardées, et le journal reste entier', async () => {
    const cible = await planAvecAction();
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        noterAction(essai.services, i % 2 ? bcam : dnum, cible, { texte: `Note ${i}` }),
      ),
    );
    const action = reussi(await trouverAction(essai.base, cible.plan, cible.action, au('2022-02-15')));
    expect(new Set(action.notes.map(({ texte }) => texte)).size).toBe(20);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true });
  });

  test('un plan modifié entre-temps se dit, sans rien perdre', async () => {
    const plan = reussi(await creerPlan(essai.services, bcam, PLAN));
    reussi(await modifierPlan(essai.services, bcam, plan, { ...PLAN, titre: 'Nouveau titre', version: '1' }));
    expect(
      await modifierPlan(essai.services, bcam, plan, { ...PLAN, titre: 'Autre titre', version: '1' }),
    ).toMatchObject({ ok: false, refus: { regle: 'plan.version' } });
    expect(reussi(await trouverPlan(essai.base, bcam, plan)).titre).toBe('Nouveau titre');
  });
});

describe('l’arbre du plan', () => {
  test('axes et actions se créent, se déplacent et se suppriment à la main', async () => {
    const plan = reussi(await creerPlan(essai.services, bcam, PLAN));
    const proximite = reussi(await creerAxe(essai.services, bcam, plan, { intitule: 'Proximité' }));
    const cartes = reussi(await creerAxe(essai.services, bcam, plan, { intitule: 'Cartes', code: '2' }));
    reussi(await deplacerAxe(essai.services, bcam, { plan, axe: cartes }, 'monter'));
    expect((await axesDuPlan(essai.base, plan)).map(({ intitule }) => intitule)).toEqual(['Cartes', 'Proximité']);
    const actions: string[] = [];
    for (const intitule of ['Une', 'Deux', 'Trois'])
      actions.push(reussi(await creerAction(essai.services, bcam, plan, { intitule, axe: proximite })));
    reussi(await deplacerAction(essai.services, bcam, { plan, action: actions[2] ?? '' }, 'monter'));
    const situees = await actionsSituees(essai.base, [plan], au('2022-02-15'));
    expect((await nommerActions(essai.base, situees)).map(({ intitule }) => intitule)).toEqual([
      'Une',
      'Trois',
      'Deux',
    ]);
    expect(await supprimerAxe(essai.services, bcam, { plan, axe: proximite })).toMatchObject({
      ok: false,
      refus: { regle: 'axe.occupe' },
    });
    reussi(await supprimerAxe(essai.services, bcam, { plan, axe: cartes }));
    expect(await axesDuPlan(essai.base, plan)).toHaveLength(1);
  });

  test('une action retirée quitte la liste, pas les situations passées', async () => {
    essai.horloge.regler('2022-02-01T09:00:00Z');
    const cible = await planAvecAction();
    essai.horloge.regler('2022-02-10T09:00:00Z');
    reussi(await retirerAction(essai.services, bcam, cible, { motif: 'Fusionnée avec la 2-2' }));
    expect(await actionsSituees(essai.base, [cible.plan], au('2022-02-15'))).toEqual([]);
    expect(await actionsSituees(essai.base, [cible.plan], au('2022-02-09', true))).toHaveLength(1);
    expect(await noterAction(essai.services, bcam, cible, { texte: 'Trop tard' })).toMatchObject({
      ok: false,
      refus: { nature: 'introuvable' },
    });
  });
});

describe('les services nommés', () => {
  test('un nom inconnu reste tel quel, puis se rattache d’un geste dans tout le plan', async () => {
    const cible = await planAvecAction({ pilotes: 'Mission appui du Ponant\nDNUM' });
    reussi(
      await creerAction(essai.services, bcam, cible.plan, { intitule: 'Relancer', pilotes: 'Mission appui du Ponant' }),
    );
    const rattache = { texte: 'Mission appui du Ponant', organisation: 'd29-prefecture' };
    expect(reussi(await rattacherPilote(essai.services, bcam, cible.plan, rattache))).toBe(2);
    expect(await rattacherPilote(essai.services, bcam, cible.plan, rattache)).toMatchObject({
      ok: false,
      refus: { regle: 'pilote.deja' },
    });
    const liste = await listerActions(
      essai.base,
      cible.plan,
      criteresDeLAdresse(new URLSearchParams('organisation=d29-prefecture')),
      au('2022-02-15'),
    );
    expect(liste.nombre).toBe(2);
  });
});

describe('la liste des actions', () => {
  test('les filtres se combinent, le tri met les absences à la fin, et le bilan reste celui du plan entier', async () => {
    essai.horloge.regler('2021-11-02T09:00:00Z');
    const cible = await planAvecAction({ code: '2-1' });
    const seconde = reussi(
      await creerAction(essai.services, bcam, cible.plan, {
        code: '2-2',
        intitule: 'Former les référents de proximité',
        pilotes: 'SDRF',
        echeances: '2022',
      }),
    );
    reussi(
      await noterAction(
        essai.services,
        bcam,
        { plan: cible.plan, action: seconde },
        { taux: '40', texte: 'Les préfectures répondent' },
      ),
    );
    const lister = (adresse: string) =>
      listerActions(essai.base, cible.plan, criteresDeLAdresse(new URLSearchParams(adresse)), au('2022-02-15'));
    expect((await lister('marque=en_retard')).actions.map(({ code }) => code)).toEqual(['2-1']);
    expect((await lister('q=referent')).actions.map(({ code }) => code)).toEqual(['2-2']);
    expect((await lister('q=préfecture')).actions.map(({ code }) => code)).toEqual(['2-2']);
    expect((await lister('tri=taux&sens=decroissant')).actions.map(({ code }) => code)).toEqual(['2-2', '2-1']);
    expect((await lister('tri=taux&sens=croissant')).actions.map(({ code }) => code)).toEqual(['2-2', '2-1']);
    const vide = await lister('marque=en_retard&q=referent');
    expect(vide.nombre).toBe(0);
    expect(vide.bilan).toMatchObject({ total: 2, parMarque: { en_retard: 1 } });
  });
});

test('l’histoire du plan se lit en entier dans le journal, du plus récent au plus ancien', async () => {
  const cible = await planAvecAction();
  reussi(await noterAction(essai.services, dnum, cible, { statut: 'en_cours' }));
  const actes = (await historiqueDuPlan(essai.base, cible.plan, { saut: 0, limite: 50 })).map(({ acte }) => acte);
  expect(actes).toEqual(['action.noter', 'action.creer', 'plan.creer']);
});

test('ce que les listes gardent de chaque action est ce que donnent ses faits', async () => {
  const { gardes, faits } = await etatsGardesEtFaits(essai.base);
  expect(gardes.length).toBeGreaterThan(5);
  expect(gardes).toEqual(faits);
});
