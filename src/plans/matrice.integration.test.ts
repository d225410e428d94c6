import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acteur, acteurDuCompte, type Profil } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import type { Resultat } from '#socle/valeurs';
import { criteresDeLAdresse } from './adresses.ts';
import { creerAxe } from './commandes/axes.ts';
import { creerAction } from './commandes/creer-action.ts';
import { creerPlan } from './commandes/creer-plan.ts';
import { exporterPlan } from './commandes/exporter-plan.ts';
import { modifierAction } from './commandes/modifier-action.ts';
import { modifierPlan } from './commandes/modifier-plan.ts';
import { noterAction } from './commandes/noter-action.ts';
import { rattacherPilote } from './commandes/rattacher-pilote.ts';
import { reporterEcheance } from './commandes/reporter-echeance.ts';
import { corrigerDeclinaison } from './deploiement/corriger-declinaison.ts';
import { declinerAction, retirerDeclinaisons } from './deploiement/decliner.ts';
import { declinaisonsDeLAction, notesDeLaDeclinaison } from './deploiement/lectures.ts';
import { noterDeclinaison } from './deploiement/noter-declinaison.ts';
import {
  peutCorrigerDeclinaison,
  peutDecliner,
  peutLireDeclinaison,
  peutNoterDeclinaison,
} from './deploiement/politique.ts';
import { lirePlanSansPolitique, trouverPlan } from './lectures/plan.ts';
import { listerPlans } from './lectures/plans.ts';
import { actionsAttendues } from './lectures/pour-accueil.ts';
import { rechercher } from './lectures/recherche.ts';
import { peutLirePlan, peutModifierPlan, peutNoterAction } from './politique.ts';

/**
 * The matrix, held in fact: every person × every plan × every verb, through the very commands and readings that the pages,
 * the exports and the API call. Each answers what the policy says, and a refusal leaves no trace in the tables.
 */

type Personne = {
  readonly nom: string;
  readonly profil: Profil;
  readonly service: string;
  readonly territoire: string;
};

const PERSONNES: readonly Personne[] = [
  { nom: 'présidence', profil: 'presidence', service: 'presidence', territoire: 'FR' },
  { nom: 'Premier ministre', profil: 'premier_ministre', service: 'pm', territoire: 'FR' },
  { nom: 'cabinet', profil: 'cabinet', service: 'mi', territoire: 'FR' },
  { nom: 'administration centrale', profil: 'administration_centrale', service: 'mi-dnum', territoire: 'FR' },
  { nom: 'responsable de plan', profil: 'responsable_de_plan', service: 'mi-bcam', territoire: 'FR' },
  { nom: 'pilote', profil: 'pilote', service: 'mi-dnum', territoire: 'FR' },
  { nom: 'chef de projet', profil: 'chef_de_projet', service: 'fp-dgafp', territoire: 'FR' },
  { nom: 'DITP', profil: 'ditp', service: 'pm-ditp', territoire: 'FR' },
  { nom: 'préfet de région', profil: 'prefet_region', service: 'r53-prefecture', territoire: 'R53' },
  { nom: 'préfet du Finistère', profil: 'prefet_departement', service: 'd29-prefecture', territoire: 'D29' },
  { nom: 'préfet de la Loire-Atlantique', profil: 'prefet_departement', service: 'd44-prefecture', territoire: 'D44' },
  { nom: 'SGC-D du Finistère', profil: 'service_deconcentre', service: 'd29-sgcd', territoire: 'D29' },
  { nom: 'SGC-D de Loire-Atlantique', profil: 'service_deconcentre', service: 'd44-sgcd', territoire: 'D44' },
];

const PLANS = [
  ['national partagé', 'mi-bcam', 'FR', 'administration', 'actif', 'DNUM'],
  ['national réservé', 'mi-bcam', 'FR', 'equipe', 'actif', 'DNUM\npréfecture du Finistère'],
  ['national brouillon', 'mi-bcam', 'FR', 'administration', 'brouillon', 'DNUM'],
  ['Bretagne', 'r53-sgar', 'R53', 'administration', 'actif', 'les SGC-D'],
  ['Finistère réservé', 'd29-prefecture', 'D29', 'equipe', 'actif', 'préfecture du Finistère'],
  ['Finistère brouillon', 'd29-prefecture', 'D29', 'equipe', 'brouillon', 'préfecture du Finistère'],
  ['Loire-Atlantique archivé', 'd44-prefecture', 'D44', 'equipe', 'archive', 'préfecture de la Loire-Atlantique'],
] as const;

/** Grants given to an agent of Loire-Atlantique, one account each. */
const HABILITATIONS = [
  ['lire', 'plan', 'Finistère réservé', 'D29'],
  ['contribuer', 'plan', 'national réservé', 'D29'],
  ['modifier', 'plan', 'Finistère brouillon', 'D29'],
  ['modifier', 'plan', 'national réservé', 'D44'],
  ['lire', 'champ', 'mi', 'FR'],
  ['modifier', 'champ', 'mi', 'FR'],
] as const;

let essai: Essai;
let acteurs: Acteur[];
let plans: { cle: string; id: string; action: string }[];
const regard = { jour: '2022-02-15' as never, passe: false };

beforeAll(async () => {
  essai = await ouvrirEssai();
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  plans = [];
  for (const [cle, proprietaire, territoire, diffusion, etat, pilotes] of PLANS) {
    const saisie = { titre: `Plan ${cle}`, genre: 'plan_d_actions', proprietaire, territoire, diffusion, etat };
    const id = reussi(await creerPlan(essai.services, ditp, saisie));
    const action = { intitule: 'Désigner un référent', pilotes, echeances: '31/12/2022' };
    plans.push({ cle, id, action: reussi(await creerAction(essai.services, ditp, id, action)) });
  }
  acteurs = [];
  for (const { profil, service, territoire } of PERSONNES)
    acteurs.push(await creerActeur(essai, profil, service, territoire));
  acteurs.push(...(await habilites(ditp)));
  acteurs.push(await suppleant(ditp));
});
afterAll(() => essai.fermer());

async function habilites(ditp: Acteur): Promise<Acteur[]> {
  const faits: Acteur[] = [];
  for (const [rang, [droit, type, objet, territoire]] of HABILITATIONS.entries()) {
    const id = `habilite-${rang}`;
    await essai.base
      .insertInto('compte')
      .values({
        id,
        nom: `habilité à ${droit} ${objet} pour ${territoire}`,
        profil: 'service_deconcentre',
        organisation_id: 'd44-sgcd',
        territoire_code: 'D44',
        cree_le: essai.horloge.maintenant(),
      })
      .execute();
    await essai.base
      .insertInto('habilitation')
      .values({
        id: essai.services.ids.nouveau(),
        compte_id: id,
        droit,
        objet_type: type,
        objet_id: type === 'champ' ? objet : (plans.find(({ cle }) => cle === objet)?.id ?? ''),
        territoire_code: territoire,
        debut: '2022-01-01',
        fin: '2022-12-31',
        motif: 'Essai',
        accordee_le: essai.horloge.maintenant(),
        accordee_par: ditp.compte,
      })
      .execute();
    faits.push(await acteur(id));
  }
  return faits;
}

/** The SGC-D of Loire-Atlantique, standing in for the préfet of the Finistère. */
async function suppleant(ditp: Acteur): Promise<Acteur> {
  const [titulaire, remplacant] = ['préfet du Finistère', 'SGC-D de Loire-Atlantique'].map(
    (nom) => acteurs[PERSONNES.findIndex((une) => une.nom === nom)]?.compte ?? '',
  );
  await essai.base
    .insertInto('compte')
    .values({
      id: 'suppleance',
      nom: '',
      genre: 'suppleance',
      titulaire_id: titulaire ?? '',
      suppleant_id: remplacant ?? '',
      cree_le: essai.horloge.maintenant(),
    })
    .execute();
  await essai.base
    .insertInto('suppleance')
    .values({
      compte_id: 'suppleance',
      debut: '2022-02-01',
      fin: '2022-02-28',
      motif: 'Congés',
      accordee_le: essai.horloge.maintenant(),
      accordee_par: ditp.compte,
    })
    .execute();
  return acteur('suppleance');
}

async function acteur(id: string): Promise<Acteur> {
  const lu = await acteurDuCompte(essai.base, id, aujourdhui(essai.horloge));
  if (lu === null) throw new Error(id);
  return lu;
}

async function planVu(id: string) {
  const plan = await lirePlanSansPolitique(essai.base, id);
  if (plan === null) throw new Error(id);
  return plan;
}

async function pilotesDe(action: string) {
  return essai.base
    .selectFrom('action_pilote')
    .innerJoin('organisation', 'organisation.id', 'action_pilote.organisation_id')
    .select(['organisation.id as organisation', 'organisation.territoire_code as territoire'])
    .where('action_id', '=', action)
    .execute();
}

/** Every verb that writes in a plan, as its command; each is sent what a person of goodwill would. */
const VERBES: Readonly<
  Record<string, (acteur: Acteur, cible: { id: string; action: string }) => Promise<Resultat<unknown>>>
> = {
  'modifier le plan': async (acteur, { id }) => {
    const plan = await planVu(id);
    const { titre, genre, proprietaire, territoire, diffusion, etat } = plan;
    const saisie = { titre, genre, proprietaire, territoire, diffusion, etat, version: String(plan.version) };
    return modifierPlan(essai.services, acteur, id, saisie);
  },
  'ajouter une action': (acteur, { id }) => creerAction(essai.services, acteur, id, { intitule: 'Une action de plus' }),
  'ajouter un axe': (acteur, { id }) => creerAxe(essai.services, acteur, id, { intitule: 'Un axe de plus' }),
  'rattacher un pilote': (acteur, { id }) =>
    rattacherPilote(essai.services, acteur, id, { texte: 'DNUM', organisation: 'mi-dnum' }),
  'modifier une action': async (acteur, { id, action }) => {
    const { version } = await essai.base
      .selectFrom('action')
      .select('version')
      .where('id', '=', action)
      .executeTakeFirstOrThrow();
    return modifierAction(
      essai.services,
      acteur,
      { plan: id, action },
      { intitule: 'Désigner un référent', version: String(version) },
    );
  },
  'reporter une échéance': (acteur, { id, action }) =>
    reporterEcheance(
      essai.services,
      acteur,
      { plan: id, action },
      { engagement: '0', echeance: '31/12/2023', motif: 'Essai' },
    ),
};

const empreinte = async (id: string) => {
  const nombre = async (table: 'action' | 'axe' | 'note_avancement' | 'echeance') =>
    (
      await essai.base
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('plan_id', '=', id)
        .executeTakeFirstOrThrow()
    ).n;
  const { version } = await planVu(id);
  return [
    version,
    await nombre('action'),
    await nombre('axe'),
    await nombre('note_avancement'),
    await nombre('echeance'),
  ];
};

describe('chaque commande répond ce que dit la politique, et un refus ne laisse rien', () => {
  for (const verbe of Object.keys(VERBES)) {
    test(verbe, async () => {
      const permis = new Set<string>();
      for (const acteur of acteurs)
        for (const cible of plans) {
          const attendu = peutModifierPlan(acteur, await planVu(cible.id)).permis;
          const avant = await empreinte(cible.id);
          const resultat = await VERBES[verbe]?.(acteur, cible);
          const refuse = resultat?.ok === false && resultat.refus.nature === 'interdit';
          expect(refuse, `${acteur.nom}, ${cible.cle}`).toBe(!attendu);
          if (refuse) expect(await empreinte(cible.id)).toEqual(avant);
          if (attendu) permis.add(`${acteur.nom}, ${cible.cle}`);
        }
      expect(permis.size).toBeGreaterThan(10);
    });
  }

  test('donner des nouvelles d’une action', async () => {
    for (const acteur of acteurs)
      for (const { cle, id, action } of plans) {
        const plan = await planVu(id);
        const attendu =
          peutLirePlan(acteur, plan).permis && peutNoterAction(acteur, plan, await pilotesDe(action)).permis;
        const avant = await empreinte(id);
        const resultat = await noterAction(
          essai.services,
          acteur,
          { plan: id, action },
          { texte: 'Où nous en sommes' },
        );
        expect(resultat.ok, `${acteur.nom}, ${cle}`).toBe(attendu);
        if (!resultat.ok) {
          expect(resultat.refus.nature).toBe('interdit');
          expect(await empreinte(id)).toEqual(avant);
        }
      }
  });
});

describe('une action déclinée répond territoire par territoire ce que dit la politique', () => {
  const national = () => {
    const un = plans.find(({ cle }) => cle === 'national réservé');
    if (un === undefined) throw new Error('plan absent');
    return un;
  };
  const ecrites = async () => {
    const { rows } = await sql<{ n: number }>`select (select count(*) from declinaison)::int
      + (select count(*) from declinaison where retiree_le is not null)::int
      + (select count(*) from note_de_declinaison)::int as n`.execute(essai.base);
    return rows[0]?.n;
  };

  test('décliner, retirer', async () => {
    const { id, action } = national();
    const cible = { plan: id, action };
    const plan = await planVu(id);
    for (const acteur of acteurs) {
      const attendu = peutDecliner(acteur, plan).permis;
      const avant = await ecrites();
      const decline = await declinerAction(essai.services, acteur, cible, {
        maille: 'departemental',
        portee: 'liste',
        liste: '29',
      });
      expect(decline.ok, acteur.nom).toBe(attendu);
      const retire = await retirerDeclinaisons(essai.services, acteur, cible, { territoire: 'tous', motif: 'Essai' });
      expect(retire.ok, acteur.nom).toBe(attendu);
      if (!attendu) {
        expect([decline, retire]).toMatchObject([{ refus: { nature: 'interdit' } }, { refus: { nature: 'interdit' } }]);
        expect(await ecrites()).toBe(avant);
      }
    }
  });

  test('lire, donner des nouvelles, corriger les siennes et celles d’un autre', async () => {
    const { id, action } = national();
    const cible = { plan: id, action };
    const plan = await planVu(id);
    const ditp = acteurs.find(({ profil }) => profil === 'ditp');
    if (ditp === undefined) throw new Error('DITP absente');
    reussi(
      await declinerAction(essai.services, ditp, cible, {
        maille: 'departemental',
        portee: 'liste',
        liste: '29 ; 35 ; 44',
      }),
    );
    const { ouvertes } = await declinaisonsDeLAction(essai.base, ditp, plan, action, regard);
    const permis = { lire: 0, noter: 0, corriger: 0 };
    for (const acteur of acteurs) {
      const lues = (await declinaisonsDeLAction(essai.base, acteur, plan, action, regard)).ouvertes;
      for (const { id: declinaison, territoire } of ouvertes) {
        const qui = `${acteur.nom}, ${territoire}`;
        const visee = { ...cible, declinaison };
        const lire = peutLireDeclinaison(acteur, plan, territoire).permis;
        expect(lues.map((une) => une.territoire).includes(territoire), qui).toBe(lire);
        const avant = await ecrites();
        const noter = peutNoterDeclinaison(acteur, plan, territoire).permis;
        const note = await noterDeclinaison(essai.services, acteur, visee, { texte: 'Où nous en sommes' });
        expect(note.ok, qui).toBe(noter);
        if (!noter) {
          expect(note, qui).toMatchObject({ refus: { nature: 'interdit' } });
          expect(await ecrites()).toBe(avant);
        }
        const corriger = async (auteur: Acteur): Promise<Resultat<null>> => {
          if (auteur !== acteur || !noter)
            reussi(await noterDeclinaison(essai.services, ditp, visee, { texte: 'De la DITP' }));
          const [derniere] = await notesDeLaDeclinaison(essai.base, declinaison, regard);
          return corrigerDeclinaison(essai.services, acteur, visee, { note: derniere?.id, texte: 'Corrigée' });
        };
        const auteurs: readonly Acteur[] = [acteur, ditp];
        for (const auteur of auteurs)
          if (auteur === ditp || noter) {
            const attendu = peutCorrigerDeclinaison(acteur, plan, territoire, auteur.compte).permis;
            expect((await corriger(auteur)).ok, `${qui}, note de ${auteur.nom}`).toBe(attendu);
            permis.corriger += Number(attendu);
          }
        permis.lire += Number(lire);
        permis.noter += Number(noter);
      }
    }
    expect(permis.lire).toBeGreaterThan(permis.noter);
    expect(permis.noter).toBeGreaterThan(3);
    expect(permis.corriger).toBeGreaterThan(permis.noter);
  });
});

describe('chaque lecture montre ce que dit la politique, ni plus ni moins', () => {
  test('page, liste, compte, recherche, accueil et export', async () => {
    for (const un of acteurs) {
      const lisibles = new Set<string>();
      for (const { id } of plans) if (peutLirePlan(un, await planVu(id)).permis) lisibles.add(id);
      for (const { cle, id } of plans) {
        const page = await trouverPlan(essai.base, un, id);
        expect(page.ok, `${un.nom}, ${cle}`).toBe(lisibles.has(id));
        if (page.ok) {
          const criteres = criteresDeLAdresse(new URLSearchParams());
          const octets = await exporterPlan(essai.services, un, page.valeur, { criteres, regard, format: 'csv' });
          expect(new TextDecoder().decode(octets)).toContain('Désigner un référent');
        }
      }
      const liste = await listerPlans(essai.base, un, { q: null, etat: null, territoire: null, page: 1 }, regard);
      expect(new Set(liste.plans.map(({ id }) => id)), un.nom).toEqual(lisibles);
      expect(liste.total, un.nom).toBe(lisibles.size);
      const cherche = await rechercher(essai.base, un, 'designer referent', 1);
      expect(new Set(cherche.actions.map(({ plan }) => plan)), un.nom).toEqual(lisibles);
      expect(cherche.nombre, un.nom).toBe(lisibles.size);
      const attendues = await actionsAttendues(essai.base, un, regard, 500);
      for (const { plan } of attendues.actions) expect(lisibles, un.nom).toContain(plan);
    }
  });

  test('la suppléance lit ce que lit le titulaire, et signe « X pour Y » ; passée sa fin, elle n’ouvre plus rien', async () => {
    const enSuppleance = acteurs.at(-1);
    expect(enSuppleance?.nom).toBe('service_deconcentre, d44-sgcd pour prefet_departement, d29-prefecture');
    const reserve = plans.find(({ cle }) => cle === 'Finistère réservé');
    const notes = await essai.base
      .selectFrom('note_avancement')
      .innerJoin('signataire', 'signataire.id', 'note_avancement.auteur')
      .select('signataire.nom')
      .where('action_id', '=', reserve?.action ?? '')
      .where('auteur', '=', 'suppleance')
      .execute();
    expect(notes[0]?.nom).toBe('service_deconcentre, d44-sgcd pour prefet_departement, d29-prefecture');
    expect(await acteurDuCompte(essai.base, 'suppleance', '2022-03-01' as never)).toBeNull();
    expect(await acteurDuCompte(essai.base, 'suppleance', '2022-01-31' as never)).toBeNull();
  });

  test('une habilitation ne vaut ni la veille de son début, ni le lendemain de sa fin', async () => {
    for (const [jour, nombre] of [
      ['2021-12-31', 0],
      ['2022-01-01', 1],
      ['2022-12-31', 1],
      ['2023-01-01', 0],
    ] as const)
      expect((await acteurDuCompte(essai.base, 'habilite-0', jour as never))?.habilitations, jour).toHaveLength(nombre);
  });
});
