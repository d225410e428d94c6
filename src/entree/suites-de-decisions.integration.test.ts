import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { creerPlan } from '#plans/commandes';
import type { Jour } from '#socle/valeurs';
import { creerInstance } from '../instances/commandes/creer-instance.ts';
import { prendreDecision } from '../instances/commandes/decisions.ts';
import { direLaSuite } from '../instances/commandes/dire-la-suite.ts';
import { ordonnerReunion } from '../instances/commandes/ordre-du-jour.ts';
import { validerReleve } from '../instances/commandes/releve.ts';
import { planifierReunion } from '../instances/commandes/reunions.ts';
import { ouvrirSeance } from '../instances/commandes/seance.ts';
import { trouverDecision } from '../instances/lectures/decision.ts';
import { decisionsAttendues, decisionsDeLInstance } from '../instances/lectures/decisions-suivies.ts';
import { trouverInstance } from '../instances/lectures/instances.ts';
import { nommerDecisions } from '../instances/lectures/noms.ts';
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
  const { decisions: suivi } = await decisionsDeLInstance(essai.base, bcam, instance, AUJOURDHUI);
  expect(suivi.map(({ suite }) => suite)).toEqual(['en_cours', 'en_retard', 'sans_objet']);
});

test('la suite donnée est dite par le service responsable ou le secrétariat, une fois ; la décision est alors appliquée', async () => {
  const { services, base } = essai;
  const {
    decisions: [numero, lignes],
  } = await decisionsDeLInstance(base, bcam, instance, AUJOURDHUI);
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
  const { decisions: suivi } = await decisionsDeLInstance(base, ditp, instance, AUJOURDHUI);
  expect(suivi.find(({ texte }) => texte === 'Revoir la cible')?.reforme?.href).toBe(`/reformes/${reforme}`);
});

describe('une décision demandée à un service qui n’est pas du comité', () => {
  const NUMERO = 'Publier un numéro unique pour les agents';
  const CORRESPONDANT = 'Désigner un correspondant par département';
  let dgafp: Acteur;
  let finistere: Acteur;
  let loire: Acteur;
  let tenue: string;
  let numero: string;
  let correspondant: string;

  const lire = (acteur: Acteur, id: string) => trouverDecision(essai.base, acteur, id, AUJOURDHUI);

  beforeAll(async () => {
    const { services, base } = essai;
    dgafp = await creerActeur(essai, 'pilote', 'fp-dgafp');
    finistere = await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
    loire = await creerActeur(essai, 'service_deconcentre', 'd44-sgcd', 'D44');
    for (const { compte } of [dgafp, finistere, loire, drh, dnum])
      await base
        .updateTable('compte')
        .set({ courriel: `${compte.toLowerCase()}@exemple.gouv.fr` })
        .where('id', '=', compte)
        .execute();
    const bretonne = reussi(
      await creerInstance(services, bcam, {
        nom: 'Comité breton tenu au secret',
        niveau: 'suivi',
        secretariat: 'mi-bcam',
        presidence: 'BCAM',
        territoire: 'R53',
        cadence: 'mensuelle',
        heure: '14:30',
        duree: '90',
        membres: 'DNUM',
      }),
    );
    tenue = reussi(
      await planifierReunion(services, bcam, bretonne, { jour: '2022-02-11', heure: '14:30', duree: '90', lieu: '' }),
    );
    reussi(await ordonnerReunion(services, bcam, tenue, { verbe: 'ajouter', intitule: 'Téléphonie' }));
    reussi(await ouvrirSeance(services, bcam, tenue));
    const [point] = await pointsDeLaReunion(base, tenue);
    for (const [genre, texte, responsable] of [
      ['arbitrage', NUMERO, 'DGAFP, DNUM'],
      ['orientation', CORRESPONDANT, 'les SGC-D'],
      ['information', 'Bilan de la DGAFP lu', 'DGAFP'],
    ] as const)
      reussi(await prendreDecision(services, bcam, tenue, { point: point?.id ?? '', genre, texte, responsable }));
    const prises = await base.selectFrom('decision').select(['id', 'texte']).where('reunion_id', '=', tenue).execute();
    const celle = (texte: string) => prises.find((une) => une.texte === texte)?.id ?? '';
    [numero, correspondant] = [celle(NUMERO), celle(CORRESPONDANT)];
    reussi(await validerReleve(services, bcam, tenue));
  });

  test('elle seule se lit : ni le comité, ni les autres décisions ; les voisins n’en lisent rien', async () => {
    const refus = { refus: { nature: 'interdit', regle: 'instance.lire.membre' } };
    const { instanceId } = reussi(await lire(dgafp, numero)).decision;
    expect(reussi(await lire(dgafp, numero))).toMatchObject({
      decision: { texte: NUMERO, responsable: 'DGAFP, DNUM' },
      membre: false,
      dicible: 'decision',
    });
    expect(reussi(await lire(finistere, correspondant))).toMatchObject({ membre: false, dicible: 'service' });
    expect(await lire(dgafp, correspondant)).toMatchObject(refus);
    expect(await lire(finistere, numero)).toMatchObject(refus);
    // « Les SGC-D » of a Breton committee are not that of Loire-Atlantique.
    expect(await lire(loire, correspondant)).toMatchObject(refus);
    expect(await lire(drh, numero)).toMatchObject(refus);
    expect(reussi(await lire(dnum, correspondant))).toMatchObject({ membre: true, dicible: null });
    expect(await trouverInstance(essai.base, dgafp, instanceId)).toMatchObject(refus);
    expect(await lire(dgafp, 'inconnue')).toMatchObject({ refus: { nature: 'introuvable' } });
  });

  test('elle est attendue de lui, trouvée et nommée par lui, et par lui seul', async () => {
    expect((await attendues(dgafp)).map(([texte]) => texte)).toEqual([NUMERO]);
    expect((await attendues(finistere)).map(([texte]) => texte)).toEqual([CORRESPONDANT]);
    expect(await attendues(loire)).toEqual([]);
    const trouver = async (acteur: Acteur) =>
      (await rechercherInstances(essai.base, acteur, 'correspondant')).map(({ href }) => href);
    expect(await trouver(finistere)).toEqual([`/decisions/${correspondant}`]);
    expect(await trouver(loire)).toEqual([]);
    expect(await trouver(dgafp)).toEqual([]);
    const nommer = async (acteur: Acteur) => [
      ...(await nommerDecisions(essai.base, acteur, [numero, correspondant])).keys(),
    ];
    expect(await nommer(dgafp)).toEqual([numero]);
    expect(await nommer(loire)).toEqual([]);
  });

  test('le relevé validé le lui écrit, une fois, sans rien d’autre de la réunion ; les membres ont le leur', async () => {
    const courriels = await essai.base
      .selectFrom('courriel')
      .select(['compte_id', 'genre', 'texte'])
      .where('cle', 'like', `%${tenue}%`)
      .execute();
    const recus = (genre: string) => courriels.filter((un) => un.genre === genre);
    expect(recus('releve.valider').map(({ compte_id }) => compte_id)).toEqual([dnum.compte]);
    expect(
      recus('decision.demander')
        .map(({ compte_id }) => compte_id)
        .sort(),
    ).toEqual([dgafp.compte, finistere.compte].sort());
    const sien = recus('decision.demander').find(({ compte_id }) => compte_id === dgafp.compte)?.texte ?? '';
    expect(sien).toContain(NUMERO);
    expect(sien).toContain(`/decisions/${numero}`);
    expect(sien).not.toMatch(/correspondant|Bilan|Téléphonie/);
  });

  test('il y dit ce qu’il a fait : elle ne lui est plus demandée, et le comité le lit', async () => {
    const { services } = essai;
    const dire = (acteur: Acteur, decision: string, suite = 'Correspondant désigné.') =>
      direLaSuite(services, acteur, { reunion: tenue, decision, suite });
    expect(await dire(loire, correspondant)).toMatchObject({ refus: { regle: 'instance.lire.membre' } });
    expect(await dire(finistere, numero)).toMatchObject({ refus: { regle: 'instance.lire.membre' } });
    expect(await dire(loire, services.ids.nouveau())).toMatchObject({ refus: { regle: 'instance.lire.membre' } });
    expect(await dire(finistere, correspondant, ' ')).toMatchObject({
      refus: { champs: { suite: 'Dites ce qui a été fait.' } },
    });
    reussi(await dire(dgafp, numero, 'Numéro ouvert.'));
    expect(await attendues(dgafp)).toEqual([]);
    expect(reussi(await lire(dgafp, numero))).toMatchObject({
      decision: { suite: 'appliquee', suiteDonnee: { texte: 'Numéro ouvert.' } },
      dicible: null,
    });
  });

  test('demandée à tout un réseau, chacun y répond pour son service, une fois ; elle reste ouverte pour les autres', async () => {
    const { services, base } = essai;
    const collegue = await creerActeur(essai, 'prefet_departement', 'd29-sgcd', 'D29');
    const morbihan = await creerActeur(essai, 'service_deconcentre', 'd56-sgcd', 'D56');
    // The préfet answers for the only SGC-D below.
    const prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
    expect(reussi(await lire(prefet, correspondant))).toMatchObject({
      dicible: 'service',
      service: expect.stringMatching(/Finistère/),
    });
    expect((await attendues(prefet)).map(([texte]) => texte)).toEqual([CORRESPONDANT]);
    const dire = (acteur: Acteur) =>
      direLaSuite(services, acteur, {
        reunion: tenue,
        decision: correspondant,
        suite: `Désigné, ${acteur.territoire}.`,
      });
    const dites = await Promise.all([dire(finistere), dire(collegue)]);
    expect(dites.filter(({ ok }) => ok)).toHaveLength(1);
    expect(dites.find(({ ok }) => !ok)).toMatchObject({ refus: { regle: 'decision.suite.deja', nature: 'conflit' } });
    expect(await attendues(finistere)).toEqual([]);
    expect((await attendues(morbihan)).map(([texte]) => texte)).toEqual([CORRESPONDANT]);
    reussi(await dire(morbihan));
    expect(await attendues(prefet)).toEqual([]);
    const vues = async (acteur: Acteur) => reussi(await lire(acteur, correspondant)).reponses.map(({ texte }) => texte);
    expect(await vues(finistere)).toEqual(['Désigné, D29.']);
    expect(await vues(bcam)).toEqual(['Désigné, D29.', 'Désigné, D56.']);
    const { decision, dicible } = reussi(await lire(bcam, correspondant));
    expect([decision.suite, decision.reponses, dicible]).toEqual(['en_cours', 2, 'decision']);
    // A network is not closed by one of its services, only by the committee.
    reussi(await direLaSuite(services, bcam, { reunion: tenue, decision: correspondant, suite: 'Tous désignés.' }));
    expect(await attendues(morbihan)).toEqual([]);
    const actes = await base.selectFrom('journal').select('acte').where('acte', '=', 'decision.repondre').execute();
    expect(actes).toHaveLength(2);
  });
});

test('un réseau entier et un comité nombreux sont prévenus sans que personne ne manque', async () => {
  const autre = await ouvrirEssai();
  try {
    const { services, base } = autre;
    const secretaire = await creerActeur(autre, 'responsable_de_plan', 'mi-bcam');
    const ouvrir = (organisation: RawBuilder<unknown>, profil: string, nombre: number) =>
      sql`
      insert into compte (id, nom, profil, organisation_id, territoire_code, courriel, demonstration, cree_le)
      select o.id || '-' || n, 'Agent ' || n, ${profil}, o.id, o.territoire_code, o.id || '-' || n || '@exemple.gouv.fr', true,
        now()
      from organisation o cross join generate_series(1, ${nombre}::int) n where o.id in (${organisation})`.execute(
        base,
      );
    await ouvrir(
      sql`select membre_id from organisation_membre where collectif_id = 'collectif-sgcd'`,
      'service_deconcentre',
      6,
    );
    await ouvrir(sql`select unnest('{mi-dnum,mi-drh}'::text[])`, 'pilote', 150);
    const nationale = reussi(
      await creerInstance(services, secretaire, {
        nom: 'Comité national',
        niveau: 'suivi',
        secretariat: 'mi-bcam',
        presidence: 'BCAM',
        territoire: 'FR',
        cadence: 'mensuelle',
        heure: '14:30',
        duree: '90',
        membres: 'DNUM\nDRH',
      }),
    );
    const seance = reussi(
      await planifierReunion(services, secretaire, nationale, {
        jour: '2022-02-11',
        heure: '14:30',
        duree: '90',
        lieu: '',
      }),
    );
    reussi(await ordonnerReunion(services, secretaire, seance, { verbe: 'ajouter', intitule: 'Téléphonie' }));
    reussi(await ouvrirSeance(services, secretaire, seance));
    const [point] = await pointsDeLaReunion(base, seance);
    const decision = { genre: 'orientation', texte: 'Désigner un correspondant', responsable: 'les SGC-D' };
    reussi(await prendreDecision(services, secretaire, seance, { point: point?.id ?? '', ...decision }));
    reussi(await validerReleve(services, secretaire, seance));
    const { rows } = await sql<{ genre: string; nombre: number; services: number }>`
      select k.genre, count(*)::int as nombre, count(distinct c.organisation_id)::int as services
      from courriel k join compte c on c.id = k.compte_id group by 1 order by 1`.execute(base);
    const { sgcd } = await base
      .selectFrom('organisation_membre')
      .select(({ fn }) => fn.countAll<number>().as('sgcd'))
      .where('collectif_id', '=', 'collectif-sgcd')
      .executeTakeFirstOrThrow();
    expect(Number(sgcd)).toBeGreaterThan(90);
    expect(rows).toEqual([
      { genre: 'decision.demander', nombre: 6 * Number(sgcd), services: Number(sgcd) },
      { genre: 'releve.valider', nombre: 300, services: 2 },
    ]);
  } finally {
    await autre.fermer();
  }
});
