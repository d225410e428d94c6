import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur, Profil } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { creerAction } from './commandes/creer-action.ts';
import { creerPlan } from './commandes/creer-plan.ts';
import { modifierPlan } from './commandes/modifier-plan.ts';
import { noterAction } from './commandes/noter-action.ts';
import { lirePlanSansPolitique } from './lectures/plan.ts';
import { listerPlans } from './lectures/plans.ts';
import { rechercher } from './lectures/recherche.ts';
import { type PlanVu, peutCreerPlan, peutLirePlan, peutModifierPlan, peutNoterAction } from './politique.ts';

/** Every profile of the access table, at a real place of the State's territorial administration. */
const PERSONNES: readonly (readonly [profil: Profil, organisation: string, territoire: string])[] = [
  ['presidence', 'presidence', 'FR'],
  ['premier_ministre', 'pm', 'FR'],
  ['cabinet', 'mi', 'FR'],
  ['cabinet', 'mtect', 'FR'],
  ['administration_centrale', 'mi-dnum', 'FR'],
  ['responsable_de_plan', 'mi-bcam', 'FR'],
  ['responsable_de_plan', 'mi-dmates', 'FR'],
  ['pilote', 'mi-dnum', 'FR'],
  ['chef_de_projet', 'fp-dgafp', 'FR'],
  ['ditp', 'pm-ditp', 'FR'],
  ['prefet_region', 'r53-prefecture', 'R53'],
  ['prefet_region', 'r53-sgar', 'R53'],
  ['prefet_departement', 'd29-prefecture', 'D29'],
  ['prefet_departement', 'd44-prefecture', 'D44'],
  ['service_deconcentre', 'd29-sgcd', 'D29'],
  ['service_deconcentre', 'd44-sgcd', 'D44'],
];

const PLANS = [
  {
    cle: 'national partagé',
    proprietaire: 'mi-bcam',
    territoire: 'FR',
    diffusion: 'administration',
    etat: 'actif',
    pilotes: 'DNUM',
  },
  {
    cle: 'national réservé',
    proprietaire: 'mi-bcam',
    territoire: 'FR',
    diffusion: 'equipe',
    etat: 'actif',
    pilotes: 'DNUM',
  },
  {
    cle: 'national qui nomme les SGC-D',
    proprietaire: 'mi-bcam',
    territoire: 'FR',
    diffusion: 'equipe',
    etat: 'actif',
    pilotes: 'les SGC-D',
  },
  {
    cle: 'national en brouillon',
    proprietaire: 'mi-bcam',
    territoire: 'FR',
    diffusion: 'administration',
    etat: 'brouillon',
    pilotes: 'DNUM',
  },
  {
    cle: 'national archivé',
    proprietaire: 'fp-dgafp',
    territoire: 'FR',
    diffusion: 'equipe',
    etat: 'archive',
    pilotes: 'DGAFP',
  },
  {
    cle: 'Bretagne',
    proprietaire: 'r53-sgar',
    territoire: 'R53',
    diffusion: 'administration',
    etat: 'actif',
    pilotes: 'SGAR de Bretagne\nles SGC-D',
  },
  {
    cle: 'Finistère réservé',
    proprietaire: 'd29-prefecture',
    territoire: 'D29',
    diffusion: 'equipe',
    etat: 'actif',
    pilotes: 'préfecture du Finistère',
  },
  {
    cle: 'Loire-Atlantique partagé',
    proprietaire: 'd44-prefecture',
    territoire: 'D44',
    diffusion: 'administration',
    etat: 'actif',
    pilotes: 'préfecture de la Loire-Atlantique',
  },
] as const;

let essai: Essai;
let acteurs: Acteur[];
const plans = new Map<string, { id: string; action: string }>();
const regard = { jour: '2022-02-15' as never, passe: false };

beforeAll(async () => {
  essai = await ouvrirEssai();
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  for (const { cle, pilotes, ...saisie } of PLANS) {
    const id = reussi(
      await creerPlan(essai.services, ditp, { titre: `Plan ${cle}`, genre: 'plan_d_actions', ...saisie }),
    );
    const action = reussi(
      await creerAction(essai.services, ditp, id, { intitule: `Désigner un référent, ${cle}`, pilotes }),
    );
    plans.set(cle, { id, action });
  }
  acteurs = await Promise.all(
    PERSONNES.map(([profil, organisation, territoire]) => creerActeur(essai, profil, organisation, territoire)),
  );
});
afterAll(() => essai.fermer());

const acteur = (profil: Profil, organisation: string): Acteur => {
  const trouve = acteurs.find((un) => un.profil === profil && un.organisation === organisation);
  if (!trouve) throw new Error(`${profil} ${organisation}`);
  return trouve;
};

async function planVu(cle: string) {
  const plan = await lirePlanSansPolitique(essai.base, plans.get(cle)?.id ?? '');
  if (!plan) throw new Error(cle);
  return plan;
}

const pilotes = ({ organisationsCitees, territoire }: PlanVu) =>
  organisationsCitees.map((organisation) => ({ organisation, territoire }));

describe('refus', () => {
  test('la présidence et les cabinets n’écrivent rien, nulle part', async () => {
    for (const muet of acteurs.filter(({ profil }) =>
      ['presidence', 'premier_ministre', 'cabinet', 'administration_centrale'].includes(profil),
    )) {
      for (const { cle, proprietaire } of PLANS) {
        const plan = await planVu(cle);
        expect(peutModifierPlan(muet, plan).permis, `${muet.nom} modifie ${cle}`).toBe(false);
        expect(peutNoterAction(muet, plan, pilotes(plan)).permis, `${muet.nom} note ${cle}`).toBe(false);
        expect(peutCreerPlan(muet, proprietaire, 'FR').permis).toBe(false);
      }
    }
  });

  test('le préfet de la Loire-Atlantique ne lit pas le plan réservé du Finistère, et la raison est dite', async () => {
    const decision = peutLirePlan(acteur('prefet_departement', 'd44-prefecture'), await planVu('Finistère réservé'));
    expect(decision).toMatchObject({ permis: false, regle: 'plan.lire.portee' });
  });

  test('le préfet du Finistère ne crée ni ne déplace un plan hors de son département', async () => {
    const prefet = acteur('prefet_departement', 'd29-prefecture');
    const saisie = {
      titre: 'Hors de chez moi',
      genre: 'plan_d_actions',
      proprietaire: 'd29-prefecture',
      diffusion: 'equipe',
      etat: 'actif',
    };
    expect(await creerPlan(essai.services, prefet, { ...saisie, territoire: 'D44' })).toMatchObject({
      ok: false,
      refus: { regle: 'plan.creer.territoire' },
    });
    const sien = plans.get('Finistère réservé')?.id ?? '';
    expect(
      await modifierPlan(essai.services, prefet, sien, { ...saisie, territoire: 'FR', version: '1' }),
    ).toMatchObject({ ok: false, refus: { regle: 'plan.creer.territoire' } });
  });

  test('un brouillon ne se voit qu’avec l’équipe qui l’écrit et la DITP', async () => {
    const lecteurs = [];
    const plan = await planVu('national en brouillon');
    for (const un of acteurs) if (peutLirePlan(un, plan).permis) lecteurs.push(`${un.profil} ${un.organisation}`);
    expect(lecteurs).toEqual(['responsable_de_plan mi-bcam', 'responsable_de_plan mi-dmates', 'ditp pm-ditp']);
  });

  test('noter une action sans en être pilote est refusé par la commande même, et rien n’est écrit', async () => {
    const cible = {
      plan: plans.get('national partagé')?.id ?? '',
      action: plans.get('national partagé')?.action ?? '',
    };
    const refuse = await noterAction(essai.services, acteur('prefet_departement', 'd29-prefecture'), cible, {
      texte: 'Fait chez nous',
    });
    expect(refuse).toMatchObject({ ok: false, refus: { nature: 'interdit', regle: 'action.noter.pilote' } });
    expect(await essai.base.selectFrom('note_avancement').select('id').execute()).toEqual([]);
  });
});

describe('accès', () => {
  test('qui lit quoi, profil par profil', async () => {
    const tableau: Record<string, string[]> = {};
    for (const un of acteurs) {
      const lus: string[] = [];
      for (const { cle } of PLANS) if (peutLirePlan(un, await planVu(cle)).permis) lus.push(cle);
      tableau[`${un.profil} ${un.organisation}`] = lus;
    }
    expect(tableau).toMatchObject({
      'ditp pm-ditp': PLANS.map(({ cle }) => cle),
      'presidence presidence': PLANS.map(({ cle }) => cle).filter((cle) => cle !== 'national en brouillon'),
      'cabinet mtect': ['national partagé', 'Bretagne', 'Loire-Atlantique partagé'],
      'pilote mi-dnum': ['national partagé', 'national réservé', 'Bretagne', 'Loire-Atlantique partagé'],
      // The SGC-D answers to the préfet: what names it is read by the préfecture as well.
      'prefet_departement d29-prefecture': [
        'national partagé',
        'national qui nomme les SGC-D',
        'Bretagne',
        'Finistère réservé',
      ],
      'prefet_departement d44-prefecture': [
        'national partagé',
        'national qui nomme les SGC-D',
        'Loire-Atlantique partagé',
      ],
      'service_deconcentre d29-sgcd': ['national partagé', 'national qui nomme les SGC-D', 'Bretagne'],
      'service_deconcentre d44-sgcd': ['national partagé', 'national qui nomme les SGC-D', 'Loire-Atlantique partagé'],
    });
  });

  test('listes, comptes et recherche montrent exactement ce que la politique permet, pour chaque profil', async () => {
    for (const un of acteurs) {
      const permis = new Set<string>();
      for (const { cle } of PLANS) {
        const plan = await planVu(cle);
        if (peutLirePlan(un, plan).permis) permis.add(plan.id);
      }
      const liste = await listerPlans(essai.base, un, { q: null, etat: null, territoire: null, page: 1 }, regard);
      expect(new Set(liste.plans.map(({ id }) => id)), un.nom).toEqual(permis);
      expect(liste.total, un.nom).toBe(permis.size);
      const trouve = await rechercher(essai.base, un, 'referents', 1);
      expect(new Set(trouve.actions.map(({ plan }) => plan)), un.nom).toEqual(permis);
      expect(trouve.nombre, un.nom).toBe(permis.size);
    }
  });

  test('le pilote d’une action donne des nouvelles sans pouvoir modifier le plan', async () => {
    const dnum = acteur('pilote', 'mi-dnum');
    const plan = await planVu('national réservé');
    expect(peutModifierPlan(dnum, plan).permis).toBe(false);
    expect(peutNoterAction(dnum, plan, [{ organisation: 'mi-dnum', territoire: 'FR' }]).permis).toBe(true);
    expect(peutNoterAction(dnum, plan, [{ organisation: 'mi-drh', territoire: 'FR' }]).permis).toBe(false);
  });
});
