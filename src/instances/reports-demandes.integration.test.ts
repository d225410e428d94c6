import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, etatsGardesEtFaits, ouvrirEssai, reussi } from '#outils-d-essai';
import { creerAction, creerPlan, demanderReport } from '#plans/commandes';
import { actionsSituees, demandesDeReport } from '#plans/lectures';
import type { Jour } from '#socle/valeurs';
import { creerInstance } from './commandes/creer-instance.ts';
import { prendreDecision } from './commandes/decisions.ts';
import { planifierReunion } from './commandes/reunions.ts';
import { ouvrirSeance } from './commandes/seance.ts';
import { pointsDeLaReunion } from './lectures/points.ts';
import { presenterPoints } from './lectures/presenter-points.ts';
import { trouverReunion } from './lectures/reunions.ts';

const PRESENT = { jour: '2022-02-15' as Jour, passe: false };

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
let instance: string;
let plan: string;

beforeAll(async () => {
  essai = await ouvrirEssai();
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
  plan = reussi(
    await creerPlan(essai.services, bcam, {
      titre: 'Cartes d’agent',
      genre: 'plan_d_actions',
      proprietaire: 'mi-bcam',
      territoire: 'FR',
      diffusion: 'administration',
      etat: 'actif',
      reportsAValider: 'oui',
    }),
  );
  instance = reussi(
    await creerInstance(essai.services, bcam, {
      nom: 'Comité des cartes',
      niveau: 'suivi',
      secretariat: 'mi-bcam',
      presidence: 'BCAM',
      territoire: 'FR',
      cadence: 'mensuelle',
      heure: '14:30',
      duree: '90',
      membres: 'DNUM',
      plans: [plan],
    }),
  );
});
afterAll(() => essai.fermer());

/** An action whose pilote asks for a report, and the session where the committee looks at it. */
async function enSeance(demandee = '30 juin 2022') {
  const { services, base } = essai;
  const action = reussi(
    await creerAction(services, bcam, plan, {
      intitule: 'Doter les agents de Quimper',
      pilotes: 'DNUM',
      echeances: '31 mars 2022',
    }),
  );
  reussi(
    await demanderReport(services, dnum, { plan, action }, { engagement: '1', echeance: demandee, motif: 'Livraison' }),
  );
  const reunion = reussi(
    await planifierReunion(services, bcam, instance, { jour: '2022-02-15', heure: '14:30', duree: '90', lieu: '' }),
  );
  reussi(await ouvrirSeance(services, bcam, reunion));
  const point = (await pointsDeLaReunion(base, reunion)).find((un) => un.action === action);
  const decider = (valeurs: Readonly<Record<string, string>>) =>
    prendreDecision(services, bcam, reunion, { point: point?.id ?? '', texte: 'Vu en comité.', ...valeurs });
  return { action, reunion, point, decider };
}

const reponses = async (action: string) =>
  (await demandesDeReport(essai.base, action, PRESENT)).map(({ reponse }) => reponse);
const terme = async (action: string) =>
  (await actionsSituees(essai.base, [plan], PRESENT, [action]))[0]?.situation.terme ?? null;

test('un report demandé est à l’ordre du jour, avec ce qui est demandé ; refusé, l’échéance reste et la raison est lue', async () => {
  const { action, reunion, point, decider } = await enSeance();
  expect(point).toMatchObject({ motif: 'report_demande', raison: 'Report demandé à « 30 juin 2022 ».' });
  const { reunion: vue } = reussi(await trouverReunion(essai.base, bcam, reunion));
  const presentes = await presenterPoints(essai.base, bcam, vue, PRESENT.jour);
  expect(presentes.find(({ id }) => id === point?.id)?.demandes).toMatchObject([{ motif: 'Livraison' }]);
  reussi(await decider({ genre: 'report_refuse', texte: 'Le calendrier tient.' }));
  expect(await terme(action)).toBe('2022-03-31');
  expect(await reponses(action)).toMatchObject([
    { acceptee: false, raison: expect.stringContaining('Le calendrier tient.') },
  ]);
  expect(await decider({ genre: 'report_refuse' })).toMatchObject({
    refus: { champs: { genre: expect.stringContaining('Aucune demande de report') } },
  });
});

test('accepté sans redire l’échéance, la demande est répondue et l’échéance reportée au même instant', async () => {
  const { action, reunion, decider } = await enSeance();
  reussi(await decider({ genre: 'report_accepte' }));
  expect(await terme(action)).toBe('2022-06-30');
  expect(await reponses(action)).toMatchObject([
    { acceptee: true, raison: expect.stringContaining('Comité des cartes') },
  ]);
  const points = await pointsDeLaReunion(essai.base, reunion);
  expect(points.flatMap(({ decisions }) => decisions)).toMatchObject([{ echeance: '30 juin 2022', fin: '2022-06-30' }]);
  const { gardes, faits } = await etatsGardesEtFaits(essai.base);
  expect(gardes).toEqual(faits);
});

test('le comité retient une autre échéance : la demande est refusée en le disant, et l’autre échéance est écrite', async () => {
  const { action, decider } = await enSeance();
  reussi(await decider({ genre: 'report_accepte', echeance: '30 avril 2022' }));
  expect(await terme(action)).toBe('2022-04-30');
  expect(await reponses(action)).toMatchObject([
    { acceptee: false, raison: expect.stringContaining('Une autre échéance est retenue : 30 avril 2022.') },
  ]);
});
