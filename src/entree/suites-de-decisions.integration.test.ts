import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { creerPlan } from '#plans/commandes';
import type { Jour } from '#socle/valeurs';
import { creerInstance } from '../instances/commandes/creer-instance.ts';
import { prendreDecision } from '../instances/commandes/decisions.ts';
import { direLaSuite } from '../instances/commandes/dire-la-suite.ts';
import { ordonnerReunion } from '../instances/commandes/ordre-du-jour.ts';
import { planifierReunion } from '../instances/commandes/reunions.ts';
import { ouvrirSeance } from '../instances/commandes/seance.ts';
import { decisionsAttendues, decisionsDeLInstance } from '../instances/lectures/decisions-suivies.ts';
import { pointsDeLaReunion } from '../instances/lectures/points.ts';
import { rechercherInstances } from '../instances/lectures/recherche.ts';
import { instancesQuiSuivent } from '../instances/lectures/resumes.ts';
import { uneReforme } from '../reformes/essais/reformes.ts';

const AUJOURDHUI = '2022-02-15' as Jour;

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
let drh: Acteur;
let etranger: Acteur;
let plan: string;
let instance: string;
let reunion: string;

beforeAll(async () => {
  essai = await ouvrirEssai();
  const { services, base } = essai;
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
  drh = await creerActeur(essai, 'pilote', 'mi-drh');
  etranger = await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
  plan = reussi(
    await creerPlan(services, bcam, {
      titre: 'Irritants des SGC-D',
      genre: 'plan_d_actions',
      proprietaire: 'mi-bcam',
      territoire: 'FR',
      diffusion: 'equipe',
      etat: 'actif',
    }),
  );
  instance = reussi(
    await creerInstance(services, bcam, {
      nom: 'Comité des irritants',
      niveau: 'suivi',
      secretariat: 'mi-bcam',
      presidence: 'BCAM',
      territoire: 'FR',
      cadence: 'mensuelle',
      heure: '14:30',
      duree: '90',
      membres: 'DNUM\nDRH',
      plans: [plan],
    }),
  );
  reunion = reussi(
    await planifierReunion(services, bcam, instance, { jour: '2022-02-10', heure: '14:30', duree: '90', lieu: '' }),
  );
  reussi(await ordonnerReunion(services, bcam, reunion, { verbe: 'ajouter', intitule: 'Téléphonie des SGC-D' }));
  reussi(await ouvrirSeance(services, bcam, reunion));
  const [point] = await pointsDeLaReunion(base, reunion);
  for (const valeurs of [
    {
      genre: 'orientation',
      texte: 'Un seul numéro par département',
      responsable: 'DNUM, DRH',
      echeance: 'fin mars 2022',
    },
    {
      genre: 'arbitrage',
      texte: 'Renoncer aux lignes analogiques',
      responsable: 'la DNUM',
      echeance: '12 février 2022',
    },
    { genre: 'information', texte: 'Bilan lu', responsable: 'DNUM' },
  ])
    reussi(await prendreDecision(services, bcam, reunion, { point: point?.id ?? '', ...valeurs }));
});
afterAll(() => essai.fermer());

const attendues = async (acteur: Acteur) =>
  (await decisionsAttendues(essai.base, acteur, AUJOURDHUI)).map(({ texte, suite }) => [texte, suite]);

test('ce qu’une décision demande à un service se voit chez lui, le plus pressant d’abord, comme au suivi de l’instance', async () => {
  expect(await attendues(dnum)).toEqual([
    ['Renoncer aux lignes analogiques', 'en_retard'],
    ['Un seul numéro par département', 'en_cours'],
  ]);
  expect(await attendues(drh)).toEqual([['Un seul numéro par département', 'en_cours']]);
  expect(await attendues(etranger)).toEqual([]);
  const suivi = await decisionsDeLInstance(essai.base, bcam, instance, AUJOURDHUI);
  expect(suivi.map(({ suite }) => suite)).toEqual(['en_cours', 'en_retard', 'sans_objet']);
});

test('la suite donnée est dite par le service responsable ou le secrétariat, une fois ; la décision est alors appliquée', async () => {
  const { services, base } = essai;
  const [numero, lignes] = await decisionsDeLInstance(base, bcam, instance, AUJOURDHUI);
  const dire = (acteur: Acteur, decision: string, suite = 'Lignes coupées.') =>
    direLaSuite(services, acteur, { reunion, decision, suite });
  const cible = lignes?.id ?? '';
  expect(await dire(etranger, cible)).toMatchObject({ refus: { regle: 'instance.lire.membre' } });
  expect(await dire(drh, cible)).toMatchObject({ refus: { regle: 'instance.suite.responsable' } });
  expect(await dire(dnum, cible, ' ')).toMatchObject({ refus: { champs: { suite: expect.any(String) } } });
  const dites = await Promise.all([dire(dnum, cible), dire(bcam, cible, 'Fait.')]);
  expect(dites.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await attendues(dnum)).toEqual([['Un seul numéro par département', 'en_cours']]);
  reussi(await dire(drh, numero?.id ?? '', 'Numéros ouverts dans 101 départements.'));
  expect(await attendues(dnum)).toEqual([]);
});

test('les instances, réunions et décisions se cherchent, pour qui les lit', async () => {
  const trouver = async (acteur: Acteur, q: string) =>
    (await rechercherInstances(essai.base, acteur, q)).map(({ cle }) => cle.split(' ')[0]);
  expect(await trouver(dnum, 'irritants')).toEqual(['instance']);
  expect(await trouver(dnum, 'ligne analogique')).toEqual(['decision']);
  expect(await trouver(dnum, 'téléphonie')).toEqual(['reunion']);
  expect(await trouver(etranger, 'téléphonie')).toEqual([]);
});

test('un plan montre les comités qui le suivent, à qui les lit', async () => {
  const suivent = await instancesQuiSuivent(essai.base, dnum, { plan }, AUJOURDHUI);
  expect(suivent).toMatchObject([{ nom: 'Comité des irritants', prochaine: null, derniere: { id: reunion } }]);
  expect(await instancesQuiSuivent(essai.base, etranger, { plan }, AUJOURDHUI)).toEqual([]);
});

test('d’une décision prise sur une réforme on va à la réforme et à ses indicateurs', async () => {
  const { services, base } = essai;
  const { id: reforme } = await uneReforme(essai);
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  const suivante = reussi(
    await planifierReunion(services, bcam, instance, { jour: '2022-02-14', heure: '14:30', duree: '90', lieu: '' }),
  );
  const point = services.ids.nouveau();
  await base
    .insertInto('point_de_reunion')
    .values({
      id: point,
      reunion_id: suivante,
      rang: 90,
      intitule: 'Une réforme qui diverge',
      motif: 'divergente',
      reforme_id: reforme,
      cree_le: essai.horloge.maintenant(),
    })
    .execute();
  reussi(await ouvrirSeance(services, bcam, suivante));
  reussi(await prendreDecision(services, bcam, suivante, { point, genre: 'orientation', texte: 'Revoir la cible' }));
  const suivi = await decisionsDeLInstance(base, ditp, instance, AUJOURDHUI);
  expect(suivi.find(({ texte }) => texte === 'Revoir la cible')?.reforme?.href).toBe(`/reformes/${reforme}`);
});
