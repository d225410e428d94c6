import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, etatsGardesEtFaits, ouvrirEssai, reussi } from '#outils-d-essai';
import { creerAction, creerPlan, noterAction } from '#plans/commandes';
import { actionsSituees, nommerActions } from '#plans/lectures';
import type { Jour } from '#socle/valeurs';
import { abonnerMonAgenda } from './commandes/abonner.ts';
import { creerInstance } from './commandes/creer-instance.ts';
import { prendreDecision } from './commandes/decisions.ts';
import { modifierInstance } from './commandes/modifier-instance.ts';
import { ordonnerReunion } from './commandes/ordre-du-jour.ts';
import { rectifierReleve, validerReleve } from './commandes/releve.ts';
import { annulerReunion, convoquer, planifierReunion } from './commandes/reunions.ts';
import { clorePoint, marquerPresences, noterPoint, ouvrirSeance } from './commandes/seance.ts';
import { calendrierDuSecret } from './lectures/calendrier.ts';
import { decisionsSurLAction } from './lectures/decisions-suivies.ts';
import { trouverInstance } from './lectures/instances.ts';
import { pointsDeLaReunion } from './lectures/points.ts';
import { lireReleveValide } from './lectures/releve.ts';
import { trouverReunion } from './lectures/reunions.ts';

const AUJOURDHUI = '2022-02-15' as Jour;

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
let finistere: Acteur;
let plan: string;
let retard: string;
let instance: string;

const saisie = (autres: Readonly<Record<string, unknown>> = {}) => ({
  nom: 'Comité de suivi des SGC-D',
  niveau: 'suivi',
  secretariat: 'mi-bcam',
  presidence: 'BCAM',
  territoire: 'FR',
  cadence: 'mensuelle',
  heure: '14:30',
  duree: '90',
  lieu: 'Salle Érignac',
  membres: 'DNUM\nDMATES/SDATE/BCAM',
  plans: [plan],
  ...autres,
});

beforeAll(async () => {
  essai = await ouvrirEssai();
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
  finistere = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  plan = reussi(
    await creerPlan(essai.services, bcam, {
      titre: 'Irritants des SGC-D',
      genre: 'plan_d_actions',
      proprietaire: 'mi-bcam',
      territoire: 'FR',
      diffusion: 'equipe',
      etat: 'actif',
      silenceJours: '30',
    }),
  );
  retard = reussi(
    await creerAction(essai.services, bcam, plan, {
      code: '2-1',
      intitule: 'Cartes agents',
      pilotes: 'DNUM',
      echeances: '31/12/2021',
    }),
  );
  const bloquee = reussi(
    await creerAction(essai.services, bcam, plan, { intitule: 'Parc automobile', echeances: 'fin 2022' }),
  );
  const blocage = { statut: 'bloquee', obstacle: 'Budget non notifié', levee: 'Notification par le programme' };
  reussi(await noterAction(essai.services, bcam, { plan, action: bloquee }, blocage));
  instance = reussi(await creerInstance(essai.services, bcam, saisie()));
});
afterAll(() => essai.fermer());

async function preparer(jour: string): Promise<string> {
  return reussi(
    await planifierReunion(essai.services, bcam, instance, { jour, heure: '14:30', duree: '90', lieu: '' }),
  );
}

test('une instance sans membre, sans président connu, ou d’un autre service est refusée', async () => {
  const { services } = essai;
  expect(await creerInstance(services, bcam, saisie({ membres: ' ' }))).toMatchObject({
    refus: { champs: { membres: expect.stringContaining('au moins un membre') } },
  });
  expect(await creerInstance(services, bcam, saisie({ presidence: 'Comité Théodule' }))).toMatchObject({
    refus: { champs: { presidence: expect.stringContaining('Comité Théodule') } },
  });
  expect(await creerInstance(services, bcam, saisie({ membres: 'personne@exemple.gouv.fr' }))).toMatchObject({
    refus: { regle: 'instance.membres.compte' },
  });
  expect(await creerInstance(services, dnum, saisie({ secretariat: 'mi-dnum' }))).toMatchObject({
    refus: { regle: 'instance.creer.profil' },
  });
  expect(await creerInstance(services, finistere, saisie({ plans: [] }))).toMatchObject({
    refus: { regle: 'instance.creer.secretariat' },
  });
});

test('un plan qu’on ne lit pas ne se met pas au suivi d’une instance', async () => {
  const refusee = await creerInstance(
    essai.services,
    finistere,
    saisie({
      secretariat: 'd29-prefecture',
      presidence: 'Préfecture du Finistère',
      territoire: 'D29',
      membres: 'Préfecture du Finistère',
    }),
  );
  expect(refusee).toMatchObject({ ok: false, refus: { regle: 'instance.plans' } });
});

test('ses membres la lisent, les autres non ; seul le secrétariat la tient', async () => {
  expect((await trouverInstance(essai.base, dnum, instance)).ok).toBe(true);
  expect(await trouverInstance(essai.base, finistere, instance)).toMatchObject({
    refus: { regle: 'instance.lire.membre' },
  });
  expect(
    await planifierReunion(essai.services, dnum, instance, { jour: '2022-03-08', heure: '14:30', duree: '90' }),
  ).toMatchObject({ refus: { regle: 'instance.tenir.secretariat' } });
});

test('deux personnes modifient l’instance : la seconde l’apprend et n’écrase rien', async () => {
  reussi(await modifierInstance(essai.services, bcam, instance, { ...saisie(), version: '1' }));
  expect(await modifierInstance(essai.services, bcam, instance, { ...saisie(), version: '1' })).toMatchObject({
    refus: { nature: 'conflit' },
  });
});

test('l’ordre du jour dit pourquoi chaque point est là, se réordonne, et une réunion annulée ne bouge plus', async () => {
  const reunion = await preparer('2022-02-16');
  const points = await pointsDeLaReunion(essai.base, reunion);
  expect(points.map(({ intitule, motif }) => [intitule, motif])).toEqual([
    ['2-1 · Cartes agents', 'en_retard'],
    ['Parc automobile', 'bloquee'],
  ]);
  expect(points[0]?.raison).toBe('Échéance dépassée de 46\u00a0jours.');
  const [, second] = points;
  reussi(await ordonnerReunion(essai.services, bcam, reunion, { verbe: 'monter', point: second?.id ?? '' }));
  reussi(await ordonnerReunion(essai.services, bcam, reunion, { verbe: 'rediger' }));
  expect((await pointsDeLaReunion(essai.base, reunion)).map(({ intitule }) => intitule)).toEqual([
    'Parc automobile',
    '2-1 · Cartes agents',
  ]);
  reussi(await annulerReunion(essai.services, bcam, reunion, { motif: 'Grève des transports' }));
  expect(await ordonnerReunion(essai.services, bcam, reunion, { verbe: 'rediger' })).toMatchObject({
    refus: { nature: 'conflit' },
  });
});

test('une séance : notes, décisions appliquées aussitôt, relevé figé, non tranchés repris', async () => {
  const { services, base } = essai;
  const reunion = await preparer('2022-02-15');
  const [cartes, parc] = await pointsDeLaReunion(base, reunion);
  const point = cartes?.id ?? '';
  expect(await noterPoint(services, bcam, reunion, { point, texte: 'Trop tôt' })).toMatchObject({
    refus: { regle: 'seance.etat' },
  });
  reussi(await ouvrirSeance(services, bcam, reunion));
  const { instance: vue } = reussi(await trouverReunion(base, bcam, reunion));
  reussi(await marquerPresences(services, bcam, reunion, { [`presence-${vue.membres[0]?.id ?? ''}`]: 'present' }));

  const cle = services.ids.nouveau();
  for (let envoi = 0; envoi < 2; envoi++)
    reussi(await noterPoint(services, bcam, reunion, { point, texte: 'Sept départements à relancer.', cle }));

  const decider = (valeurs: Readonly<Record<string, string>>) =>
    prendreDecision(services, bcam, reunion, { point, ...valeurs });
  expect(await decider({ genre: 'report_accepte', texte: 'Report' })).toMatchObject({
    refus: { champs: { echeance: expect.stringContaining('nouvelle échéance') } },
  });
  reussi(await decider({ genre: 'report_accepte', texte: 'Dotation avant l’été.', echeance: '30 juin 2022' }));
  const nouvelle = services.ids.nouveau();
  for (let envoi = 0; envoi < 2; envoi++)
    reussi(
      await decider({
        genre: 'action_nouvelle',
        texte: 'Relancer les sept départements',
        responsable: 'DNUM',
        echeance: 'fin mars 2022',
        cle: nouvelle,
      }),
    );

  const actions = await nommerActions(base, await actionsSituees(base, [plan], { jour: AUJOURDHUI, passe: false }));
  expect(actions.map(({ intitule }) => intitule)).toEqual([
    'Cartes agents',
    'Parc automobile',
    'Relancer les sept départements',
  ]);
  expect(actions[0]?.situation).toMatchObject({ terme: '2022-06-30', retard: 0, reports: 1 });
  const etats = await etatsGardesEtFaits(base);
  expect(etats.gardes).toEqual(etats.faits);
  const sur = await decisionsSurLAction(base, bcam, retard, AUJOURDHUI);
  expect(sur.map(({ numero, suite }) => [numero, suite])).toEqual([[1, 'appliquee']]);

  expect(await validerReleve(services, dnum, reunion)).toMatchObject({
    refus: { regle: 'instance.valider.presidence' },
  });
  reussi(await validerReleve(services, bcam, reunion));
  const releve = await lireReleveValide(base, reunion);
  expect(releve?.contenu).toMatchObject({ numero: '2022-01', decisions: [{ numero: 1 }, { numero: 2 }] });
  expect(releve?.contenu.points[0]?.notes).toEqual(['Sept départements à relancer.']);
  const { charge } = await base
    .selectFrom('journal')
    .select('charge')
    .where('acte', '=', 'releve.valider')
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(charge)).toContain(releve?.empreinte);

  expect(await noterPoint(services, bcam, reunion, { point, texte: 'Trop tard' })).toMatchObject({
    refus: { regle: 'seance.relevee' },
  });
  reussi(await rectifierReleve(services, bcam, reunion, { texte: 'Lire « huit ».', motif: 'Erreur de compte' }));
  const rectifie = await lireReleveValide(base, reunion);
  expect(rectifie?.empreinte).toBe(releve?.empreinte);
  expect(rectifie?.rectificatifs).toMatchObject([{ numero: 1, texte: 'Lire « huit ».' }]);

  const suivante = await preparer('2022-03-08');
  const repris = await pointsDeLaReunion(base, suivante);
  expect(repris[0]).toMatchObject({ motif: 'non_tranche', action: parc?.action, fois: 1 });
  expect(repris[0]?.raison).toBe('Non tranché lors de la dernière réunion et déclarée bloquée.');
});

test('une décision que le plan refuse n’est pas prise, et rien n’est écrit à moitié', async () => {
  const { services, base } = essai;
  const commune = reussi(
    await creerInstance(
      services,
      finistere,
      saisie({
        secretariat: 'd29-prefecture',
        presidence: 'Préfecture du Finistère',
        territoire: 'D29',
        plans: [],
        membres: 'Préfecture du Finistère',
      }),
    ),
  );
  const reunion = reussi(
    await planifierReunion(services, finistere, commune, { jour: '2022-02-20', heure: '09:00', duree: '60' }),
  );
  const point = services.ids.nouveau();
  await base
    .insertInto('point_de_reunion')
    .values({
      id: point,
      reunion_id: reunion,
      rang: 0,
      intitule: 'Une action d’ailleurs',
      motif: 'libre',
      plan_id: plan,
      action_id: retard,
      cree_le: essai.horloge.maintenant(),
    })
    .execute();
  reussi(await ouvrirSeance(services, finistere, reunion));
  const refusee = await prendreDecision(services, finistere, reunion, {
    point,
    genre: 'report_accepte',
    texte: 'Report',
    echeance: 'fin 2023',
  });
  expect(refusee).toMatchObject({
    refus: { nature: 'interdit', champs: { genre: expect.stringContaining('La décision n’est pas prise') } },
  });
  expect(await base.selectFrom('decision').select('id').where('reunion_id', '=', reunion).execute()).toEqual([]);
  reussi(await clorePoint(services, finistere, reunion, { verbe: 'clore', point }));
});

test('une décision sur un plan que la présidence ne lit pas n’est pas prise : la phrase le dit, le point se note quand même', async () => {
  const { services, base } = essai;
  const presidee = reussi(
    await creerInstance(services, bcam, saisie({ presidence: 'Préfecture du Finistère', nom: 'Comité départemental' })),
  );
  const reunion = reussi(
    await planifierReunion(services, bcam, presidee, { jour: '2022-02-16', heure: '09:00', duree: '60' }),
  );
  reussi(await ouvrirSeance(services, bcam, reunion));
  const [premier] = await pointsDeLaReunion(base, reunion);
  const point = premier?.id ?? '';
  expect(await prendreDecision(services, bcam, reunion, { point, genre: 'arbitrage', texte: 'Un cap' })).toMatchObject({
    refus: { regle: 'decision.presidence', champs: { genre: expect.stringContaining('ne lit pas ce plan') } },
  });
  expect(await base.selectFrom('decision').select('id').where('reunion_id', '=', reunion).execute()).toEqual([]);
  reussi(await noterPoint(services, bcam, reunion, { point, texte: 'À revoir avec la préfecture.' }));
});

test('une instance dont le dernier membre est parti ne se réunit pas : la phrase dit d’en ajouter', async () => {
  const vide = reussi(await creerInstance(essai.services, bcam, saisie({ nom: 'Comité quitté' })));
  await essai.base
    .updateTable('membre_d_instance')
    .set({ retire_le: essai.horloge.maintenant() })
    .where('instance_id', '=', vide)
    .execute();
  expect(
    await planifierReunion(essai.services, bcam, vide, { jour: '2022-03-08', heure: '14:30', duree: '90' }),
  ).toMatchObject({ refus: { regle: 'reunion.membres', champs: { jour: expect.stringContaining('ajoutez-en') } } });
});

test('deux personnes notent le même point en même temps : les deux notes restent', async () => {
  const { services, base } = essai;
  const reunion = await preparer('2022-02-17');
  reussi(await ouvrirSeance(services, bcam, reunion));
  const [premier] = await pointsDeLaReunion(base, reunion);
  const point = premier?.id ?? '';
  const collegue = await creerActeur(essai, 'ditp', 'pm-ditp');
  await Promise.all([
    noterPoint(services, bcam, reunion, { point, texte: 'Note de la BCAM' }),
    noterPoint(services, collegue, reunion, { point, texte: 'Note de la DITP' }),
    prendreDecision(services, bcam, reunion, { point, genre: 'orientation', texte: 'Un cap' }),
    prendreDecision(services, collegue, reunion, { point, genre: 'information', texte: 'Pris acte' }),
  ]);
  const [apres] = await pointsDeLaReunion(base, reunion);
  expect(apres?.notes.map(({ texte }) => texte).sort()).toEqual(['Note de la BCAM', 'Note de la DITP']);
  expect(apres?.decisions.map(({ numero }) => numero)).toEqual([1, 2]);
});

test('les membres sont convoqués une fois par date, et l’agenda suit la réunion', async () => {
  const { services, base } = essai;
  await base.updateTable('compte').set({ courriel: 'dnum@exemple.gouv.fr' }).where('id', '=', dnum.compte).execute();
  const reunion = await preparer('2022-04-12');
  for (let envoi = 0; envoi < 2; envoi++) reussi(await convoquer(services, bcam, reunion));
  const convocations = () =>
    base.selectFrom('courriel').select('sujet').where('genre', '=', 'reunion.convoquer').execute();
  expect(await convocations()).toEqual([{ sujet: expect.stringContaining('Réunion du 12 avril 2022 à 14 h 30') }]);
  expect(await convoquer(services, dnum, reunion)).toMatchObject({ refus: { regle: 'instance.tenir.secretariat' } });

  const secret = reussi(await abonnerMonAgenda(services, dnum));
  expect(await calendrierDuSecret(services, secret)).toContain('DTSTART:20220412T123000Z');
  reussi(await abonnerMonAgenda(services, dnum));
  expect(await calendrierDuSecret(services, secret)).toBeNull();
});
