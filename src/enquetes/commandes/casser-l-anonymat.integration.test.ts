import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { envoyee, lire } from '../essais/remontees.ts';
import { feuillesDeResultats } from '../feuilles-de-resultats.ts';
import { donneesDesRemontees } from '../lectures/donnees-personnelles.ts';
import { lireCibles } from '../lectures/remontees.ts';
import { regionDe } from '../lectures/reponses.ts';
import { lireResultats } from '../lectures/resultats.ts';
import { presenterQuestion } from '../presentation.ts';
import { ANONYMES_AU_MOINS } from '../regles/anonymat.ts';
import { deleguerReponse } from './deleguer.ts';
import { exporterResultats } from './exporter-resultats.ts';
import { enregistrerBrouillon, envoyerReponse } from './repondre.ts';
import { deplacerFermeture, fermerRemontee, publierResultats, relancerRemontee } from './suivre-remontee.ts';

/** Tries to find who answered what in an anonymous remontée, with the whole database, then with all that is published. */

let essai: Essai;
let bcam: Acteur;
let repondant: Acteur;
let id: string;
/** In the order of arrival: who answered what; what the attacks look for. */
const arrivees: { organisation: string; region: string; agents: string; mot: string }[] = [];
const JOUR_DES_REPONSES = '2022-02-20';

beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  repondant = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  id = await envoyee(essai, bcam, { anonyme: 'oui' }, [
    { genre: 'nombre', intitule: 'Agents', obligatoire: 'oui' },
    { genre: 'pourcentage', intitule: 'Équipés', poids: 'q1' },
    { genre: 'oui_non', intitule: 'Satisfaits' },
    { genre: 'texte', intitule: 'Pourquoi' },
  ]);
  reussi(await deleguerReponse(essai.services, repondant, visee('d29-prefecture'), { delegueA: 'd29-sgcd' }));
  await enregistrerBrouillon(essai.services, repondant, visee('d29-prefecture'), { vu: '0.0', q1: '900001' });
  essai.horloge.regler(`${JOUR_DES_REPONSES}T08:00:00Z`);
  const cibles = await lireCibles(essai.base, id);
  const tirees = cibles.filter((_, rang) => (rang * 37) % 101 < 62).sort((a, b) => tirage(a.id) - tirage(b.id));
  for (const [rang, { organisation, territoire }] of tirees.entries()) {
    const [agents, mot] = [String(700_001 + rang * 13), `indice${rang}x`];
    const acteur = { ...repondant, organisation, organisations: [organisation] };
    const saisie = {
      q1: agents,
      ...(rang % 4 === 0 ? {} : { q2: String(rang) }),
      ...(rang % 3 === 0 ? {} : { q3: rang % 2 === 0 ? 'oui' : 'non' }),
      ...(rang % 5 === 0 ? { q4: mot } : {}),
    };
    reussi(await envoyerReponse(essai.services, acteur, visee(organisation), saisie));
    arrivees.push({ organisation, region: regionDe(territoire), agents, mot });
    essai.horloge.avancer(97_000);
  }
  essai.horloge.regler('2022-02-21T08:00:00Z');
  reussi(await relancerRemontee(essai.services, bcam, id));
});
afterAll(() => essai.fermer());

const visee = (organisation: string) => ({ remontee: id, organisation });
const tirage = (cle: number) => (cle * 7919) % 1009;

/** Every row of every table, as text. */
async function toutesLesLignes(): Promise<{ table: string; texte: string }[]> {
  const { rows: tables } = await sql<{ nom: string }>`select table_name as nom from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(essai.base);
  const lignes = [];
  for (const { nom } of tables) {
    const { rows } = await sql<{ texte: string }>`select to_jsonb(t)::text as texte from ${sql.table(nom)} t`.execute(
      essai.base,
    );
    lignes.push(...rows.map(({ texte }) => ({ table: nom, texte })));
  }
  return lignes;
}

async function lignesAnonymes() {
  return essai.base
    .selectFrom('remontee_reponse_anonyme')
    .select(['place', 'region_code as region', 'contenu'])
    .where('remontee_id', '=', id)
    .orderBy('place')
    .execute();
}

async function publie() {
  const { remontee, cibles } = await lire(essai, bcam, id);
  const resultats = reussi(await lireResultats(essai.base, bcam, remontee, cibles));
  return {
    resultats,
    presente: resultats.questions.map((une) => presenterQuestion(une, remontee.attendues, true)),
    feuilles: feuillesDeResultats(remontee, cibles, resultats),
    remontee,
  };
}

test('avec toute la base : ce qui est répondu n’est qu’à un endroit, sans nom et sans heure', async () => {
  const lignes = await toutesLesLignes();
  const ou = (indice: string) => [...new Set(lignes.filter(({ texte }) => texte.includes(indice)).map((l) => l.table))];
  for (const { agents, mot } of arrivees) {
    expect(ou(agents)).toEqual(['remontee_reponse_anonyme']);
    expect(ou(mot).filter((table) => table !== 'remontee_reponse_anonyme')).toEqual([]);
  }
  // The draft of an anonymous remontée was refused: it is nowhere. The day of the answers neither, in no table.
  expect(ou('900001')).toEqual([]);
  expect(ou(JOUR_DES_REPONSES)).toEqual([]);
  const reponses = lignes.filter(({ table }) => table === 'remontee_reponse_anonyme').map(({ texte }) => texte);
  for (const texte of reponses) expect(texte).not.toMatch(/prefecture|essai-|\d{4}-\d{2}-\d{2}/);
  const donnees = await donneesDesRemontees(essai.base, [repondant.compte]);
  expect(JSON.stringify(donnees)).not.toMatch(/70\d{4}|indice/);
});

test('avec toute la base : ni la place, ni la transaction, ni la région d’une réponse ne disent de qui elle est', async () => {
  const lignes = await lignesAnonymes();
  const rangs = lignes.map(({ contenu }) => (Number((contenu as { q1: string }).q1) - 700_001) / 13);
  // Far from the order of arrival and from its reverse: a draw gives a correlation of 0, give or take 0.13.
  expect(Math.abs(correlation(rangs))).toBeLessThan(0.6);
  const { rows } = await sql<{ n: number }>`select count(distinct xmin::text)::int as n from remontee_reponse_anonyme
    where remontee_id = ${id}`.execute(essai.base);
  expect(rows).toEqual([{ n: 1 }]);
  const interrogees = new Map<string, number>();
  for (const { territoire } of await lireCibles(essai.base, id))
    interrogees.set(regionDe(territoire), (interrogees.get(regionDe(territoire)) ?? 0) + 1);
  for (const { region } of lignes)
    expect(region === 'FR' || (interrogees.get(region) ?? 0) >= ANONYMES_AU_MOINS, region).toBe(true);
});

test('tant qu’elle est ouverte, rien ne se lit : on ne compare pas avant et après', async () => {
  const { remontee, cibles } = await lire(essai, bcam, id);
  expect(await lireResultats(essai.base, bcam, remontee, cibles)).toMatchObject({
    refus: { regle: 'remontee.resultats.anonyme' },
  });
  reussi(await fermerRemontee(essai.services, bcam, id));
  expect(await deplacerFermeture(essai.services, bcam, id, { fermeLe: '2022-03-15' })).toMatchObject({
    refus: { regle: 'remontee.anonyme.fermee' },
  });
});

test('avec tout ce qui est publié : aucune somme ni différence ne porte sur moins de cinq réponses', async () => {
  const { resultats, presente } = await publie();
  expect(resultats.reponses).toEqual([]);
  for (const { question, ensemble, regions } of resultats.questions) {
    const tailles = regions.map(({ resume }) => resume.n);
    const total = ensemble?.n ?? 0;
    expect(regions.length, question.intitule).toBeLessThanOrEqual(13);
    // Every sum of published cuts, and the whole less every sum of them.
    for (let choix = 0; choix < 2 ** tailles.length; choix++) {
      const somme = tailles.reduce((reste, n, rang) => reste + ((choix >> rang) & 1 ? n : 0), 0);
      for (const reste of [somme, total - somme])
        if (reste !== 0) expect(reste, question.intitule).toBeGreaterThanOrEqual(ANONYMES_AU_MOINS);
    }
    // What is kept back comes from two régions at least, unless one holds five answers.
    const montrees = new Set(regions.map(({ region }) => region));
    const repondu = arrivees.filter((_, rang) => dit(question.cle, rang));
    const cachees = repondu.filter(({ region }) => !montrees.has(region));
    const parts = new Set(cachees.map(({ region }) => region));
    expect(cachees.length === 0 || parts.size > 1 || cachees.length >= ANONYMES_AU_MOINS).toBe(true);
    if (ensemble?.genre === 'pourcentage') expect(ensemble.poids).toBeNull();
  }
  // Texts are never cut by région, and are not in the order they came in.
  const textes = presente.flatMap((une) => une.textes);
  expect(textes.length).toBeGreaterThanOrEqual(ANONYMES_AU_MOINS);
  expect(textes).not.toEqual(arrivees.filter((_, rang) => rang % 5 === 0).map(({ mot }) => mot));
});

test('les fichiers emportés ne disent rien de plus que la page, et le journal non plus', async () => {
  const { feuilles, remontee, presente } = await publie();
  expect(feuilles.map(({ nom }) => nom)).toEqual(['Résultats']);
  const montrees = presente.flatMap(({ regions }) => regions);
  expect(feuilles[0].lignes).toHaveLength(presente.length + montrees.length);
  const csv = await exporterResultats(essai.services, bcam, remontee, { feuilles, format: 'csv' });
  for (const { agents, organisation } of arrivees)
    for (const indice of [agents, organisation]) expect(new TextDecoder().decode(csv)).not.toContain(indice);
  const journal = await essai.base.selectFrom('journal').selectAll().where('objet_id', '=', id).execute();
  expect(journal.filter(({ acte }) => acte === 'remontee.repondre')).toEqual([]);
  const courriels = await essai.base.selectFrom('courriel').selectAll().execute();
  expect(JSON.stringify(courriels)).not.toMatch(/70\d{4}|indice/);
});

test('entre deux publications, rien ne diffère ; et la base oublie la région de celles qui étaient trop peu', async () => {
  const avant = await publie();
  reussi(await publierResultats(essai.services, bcam, id));
  const apres = await publie();
  expect(JSON.stringify(apres.presente)).toBe(JSON.stringify(avant.presente));
  const parRegion = new Map<string, number>();
  for (const { region } of await lignesAnonymes()) parRegion.set(region, (parRegion.get(region) ?? 0) + 1);
  for (const [region, n] of parRegion) expect(region === 'FR' || n >= ANONYMES_AU_MOINS, `${region} : ${n}`).toBe(true);
  expect([...parRegion.values()].reduce((somme, n) => somme + n, 0)).toBe(arrivees.length);
});

/** Whether the answer that came at this rank said something to this question. */
function dit(cle: string, rang: number): boolean {
  if (cle === 'q2') return rang % 4 !== 0;
  if (cle === 'q3') return rang % 3 !== 0;
  return cle === 'q1' || rang % 5 === 0;
}

/** Of a series with its own order: 1 when it goes up all along, −1 when it goes down. */
function correlation(serie: readonly number[]): number {
  const n = serie.length;
  const milieu = (n - 1) / 2;
  const centres = serie.map((valeur) => valeur - serie.reduce((somme, v) => somme + v, 0) / n);
  const produit = centres.reduce((somme, ecart, rang) => somme + ecart * (rang - milieu), 0);
  const normes = centres.reduce((somme, ecart) => somme + ecart ** 2, 0) * ((n * (n * n - 1)) / 12);
  return produit / Math.sqrt(normes);
}
