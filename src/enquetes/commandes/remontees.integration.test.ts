import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { envoyee as envoyeeDans, lire as lireDans, repondre as repondreDans, SAISIE } from '../essais/remontees.ts';
import { remonteesARemplir, reponsesDemandees } from '../lectures/a-remplir.ts';
import { donneesDesRemontees } from '../lectures/donnees-personnelles.ts';
import { rechercherRemontees } from '../lectures/recherche.ts';
import { nommerRemontees, remonteesTenues, trouverRemontee } from '../lectures/remontees.ts';
import { lireEtatDeReponse } from '../lectures/reponses.ts';
import { lireResultats } from '../lectures/resultats.ts';
import { presenterQuestion } from '../presentation.ts';
import { creerRemontee } from './creer-remontee.ts';
import { deleguerReponse } from './deleguer.ts';
import { envoyerRemontee } from './envoyer-remontee.ts';
import { abandonnerRemontee, modifierRemontee } from './modifier-remontee.ts';
import { ajouterQuestion, monterQuestion, retirerQuestion } from './questions.ts';
import { enregistrerBrouillon, envoyerReponse } from './repondre.ts';
import { deplacerFermeture, fermerRemontee, publierResultats, relancerRemontee } from './suivre-remontee.ts';

let essai: Essai;
let bcam: Acteur;
let prefet29: Acteur;
let prefet35: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  prefet29 = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  prefet35 = await creerActeur(essai, 'prefet_departement', 'd35-prefecture', 'D35');
  for (const { compte } of [prefet29, prefet35]) await ecrireCourriel(compte);
});
afterAll(() => essai.fermer());

async function ecrireCourriel(compte: string): Promise<void> {
  await essai.base
    .updateTable('compte')
    .set({ courriel: `${compte.toLowerCase()}@exemple.gouv.fr` })
    .where('id', '=', compte)
    .execute();
}

const envoyee = (plus: Record<string, string> = {}) => envoyeeDans(essai, bcam, plus);
const lire = (acteur: Acteur, id: string) => lireDans(essai, acteur, id);
const repondre = (id: string, acteur: Acteur, saisie: Record<string, string>, organisation?: string) =>
  repondreDans(essai, id, acteur, saisie, organisation);

test('qui lit sans écrire n’envoie pas de remontée ; un préfet n’interroge que son territoire', async () => {
  const cabinet = await creerActeur(essai, 'cabinet', 'mi');
  const sgcd = await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
  expect(await creerRemontee(essai.services, cabinet, SAISIE)).toMatchObject({
    refus: { regle: 'remontee.creer.profil' },
  });
  expect(await creerRemontee(essai.services, sgcd, SAISIE)).toMatchObject({
    refus: { regle: 'remontee.creer.profil' },
  });
  expect(await creerRemontee(essai.services, prefet29, SAISIE)).toMatchObject({
    refus: { regle: 'remontee.creer.territoire' },
  });
  reussi(await creerRemontee(essai.services, prefet29, { ...SAISIE, territoire: 'D29', reseau: 'sgcd' }));
});

test('une saisie fautive dit quoi corriger', async () => {
  expect(await creerRemontee(essai.services, bcam, { ...SAISIE, titre: '', fermeLe: '2022-01-01' })).toMatchObject({
    refus: { champs: { titre: 'Donnez un titre à la remontée.' } },
  });
  for (const [plus, champ] of [
    [{ fermeLe: '2022-01-01' }, 'fermeLe'],
    [{ fermeLe: '' }, 'fermeLe'],
    [{ territoire: 'D999' }, 'territoire'],
    [{ reseau: 'tous' }, 'reseau'],
  ] as const)
    expect(await creerRemontee(essai.services, bcam, { ...SAISIE, ...plus })).toMatchObject({
      ok: false,
      refus: { champs: { [champ]: expect.any(String) } },
    });
});

test('un brouillon se compose, à deux sans s’écraser, et ne part pas vide', async () => {
  const id = reussi(await creerRemontee(essai.services, bcam, SAISIE));
  expect(await envoyerRemontee(essai.services, bcam, id, { version: '1' })).toMatchObject({
    refus: { regle: 'remontee.envoyer.questions' },
  });
  const question = (intitule: string, version: number, plus: Record<string, string> = {}) =>
    ajouterQuestion(essai.services, bcam, id, { version: String(version), genre: 'nombre', intitule, ...plus });
  reussi(await question('Agents', 1));
  expect(await question('Autre', 1)).toMatchObject({ refus: { regle: 'remontee.version' } });
  expect(await question('Choix', 2, { genre: 'choix', choix: 'Un seul' })).toMatchObject({
    refus: { champs: { choix: expect.any(String) } },
  });
  reussi(await question('Équipés', 2, { genre: 'pourcentage', poids: 'q1' }));
  expect(await retirerQuestion(essai.services, bcam, id, { version: '3', question: 'q1' })).toMatchObject({
    refus: { regle: 'remontee.question.poids' },
  });
  reussi(await monterQuestion(essai.services, bcam, id, { version: '3', question: 'q2' }));
  expect((await lire(bcam, id)).remontee.questions.map(({ intitule }) => intitule)).toEqual(['Équipés', 'Agents']);
  expect(await modifierRemontee(essai.services, prefet29, id, { ...SAISIE, version: '4' })).toMatchObject({
    refus: { regle: 'remontee.tenir' },
  });
  expect(await trouverRemontee(essai.base, prefet29, id, aujourdhui(essai.horloge))).toMatchObject({
    refus: { regle: 'remontee.lire' },
  });
  reussi(await modifierRemontee(essai.services, bcam, id, { ...SAISIE, titre: 'Cartes', version: '4' }));
  reussi(await abandonnerRemontee(essai.services, bcam, id));
  expect(await trouverRemontee(essai.base, bcam, id, aujourdhui(essai.horloge))).toMatchObject({
    refus: { nature: 'introuvable' },
  });
});

test('envoyée aux 101 départements, elle écrit une fois à qui répond, et ne change plus', async () => {
  const id = await envoyee();
  const { remontee, cibles } = await lire(bcam, id);
  expect([remontee.attendues, new Set(cibles.map(({ territoire }) => territoire)).size]).toEqual([101, 101]);
  const courriels = () =>
    essai.base
      .selectFrom('courriel')
      .select(['genre', 'compte_id'])
      .where('cle', 'like', `remontee:${id}:%`)
      .orderBy('compte_id')
      .execute();
  expect(await courriels()).toEqual([
    { genre: 'remontee.envoyer', compte_id: prefet29.compte },
    { genre: 'remontee.envoyer', compte_id: prefet35.compte },
  ]);
  expect(await retirerQuestion(essai.services, bcam, id, { version: '4', question: 'q1' })).toMatchObject({
    refus: { regle: 'remontee.envoyee' },
  });
  // Reminders: only those who have not answered, once a day, never the others.
  reussi(await repondre(id, prefet29, { q1: '12' }));
  expect(await relancerRemontee(essai.services, prefet29, id)).toMatchObject({ refus: { regle: 'remontee.tenir' } });
  expect(reussi(await relancerRemontee(essai.services, bcam, id))).toBe(1);
  expect(await relancerRemontee(essai.services, bcam, id)).toMatchObject({
    refus: { regle: 'remontee.relancer.jour' },
  });
  expect((await courriels()).filter(({ genre }) => genre === 'remontee.relancer')).toEqual([
    { genre: 'remontee.relancer', compte_id: prefet35.compte },
  ]);
});

test('une réponse a un brouillon, s’envoie, se corrige par ajout ; à deux, personne n’écrase l’autre', async () => {
  const id = await envoyee();
  const visee = { remontee: id, organisation: 'd29-prefecture' };
  expect(await envoyerReponse(essai.services, prefet35, visee, { q1: '3' })).toMatchObject({
    refus: { regle: 'remontee.repondre.service' },
  });
  reussi(await enregistrerBrouillon(essai.services, prefet29, visee, { vu: '0.0', q1: 'à compter' }));
  expect(await enregistrerBrouillon(essai.services, prefet29, visee, { vu: '0.0', q1: '3' })).toMatchObject({
    refus: { regle: 'remontee.reponse.version' },
  });
  expect(await repondre(id, prefet29, { q1: 'à compter' })).toMatchObject({
    ok: false,
    refus: { champs: { q1: expect.any(String) } },
  });
  expect(await reponsesDemandees(essai.base, prefet29, aujourdhui(essai.horloge))).toContainEqual(
    expect.objectContaining({ repondu: false, brouillon: true, remontee: expect.objectContaining({ id }) }),
  );
  expect(reussi(await repondre(id, prefet29, { q1: '1 200', q2: 'oui' }))).toBe('envoyee');
  expect(reussi(await repondre(id, prefet29, { q1: '1 250', q2: 'oui' }))).toBe('envoyee');
  const { remontee, cibles } = await lire(bcam, id);
  const etat = await lireEtatDeReponse(
    essai.base,
    cibles.find(({ organisation }) => organisation === 'd29-prefecture')?.id ?? 0,
  );
  expect([etat.envois, etat.envoyee?.contenu, etat.brouillon]).toEqual([2, { q1: '1250', q2: 'oui' }, null]);
  const { questions } = reussi(await lireResultats(essai.base, bcam, remontee, cibles));
  const [agents] = questions.map((une) => presenterQuestion(une, 101, false));
  expect([agents?.chiffre, agents?.fiabilite]).toEqual(['1\u202f250', expect.stringContaining('n = 1 sur 101')]);
  // Not published: those who answered do not read the results.
  expect(await lireResultats(essai.base, prefet29, remontee, cibles)).toMatchObject({
    refus: { regle: 'remontee.resultats.publication' },
  });
  const sections = await donneesDesRemontees(essai.base, [prefet29.compte]);
  expect(sections.find(({ cle }) => cle === 'reponses_aux_remontees')?.lignes.length).toBeGreaterThanOrEqual(2);
});

test('une réponse se confie à un service du département, qui répond alors', async () => {
  const id = await envoyee();
  const sgcd = await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
  await ecrireCourriel(sgcd.compte);
  const visee = { remontee: id, organisation: 'd29-prefecture' };
  expect(await trouverRemontee(essai.base, sgcd, id, aujourdhui(essai.horloge))).toMatchObject({ ok: false });
  expect(await deleguerReponse(essai.services, prefet29, visee, { delegueA: 'd35-sgcd' })).toMatchObject({
    refus: { champs: { delegueA: expect.any(String) } },
  });
  reussi(await deleguerReponse(essai.services, prefet29, visee, { delegueA: 'd29-sgcd' }));
  expect(await deleguerReponse(essai.services, sgcd, visee, { delegueA: '' })).toMatchObject({
    refus: { regle: 'remontee.deleguer' },
  });
  // Whoever passed it on knows where it is; whoever received it has it to fill in.
  const au = aujourdhui(essai.horloge);
  const avancement = async (acteur: Acteur) =>
    (await remonteesARemplir(essai.base, acteur, au)).find(({ href }) => href.includes(id))?.avancement;
  expect(await avancement(prefet29)).toMatch(/^confiée à .+, qui n’a pas encore répondu$/);
  expect(await avancement(sgcd)).toBeNull();
  reussi(await enregistrerBrouillon(essai.services, sgcd, visee, { vu: '0.0', q1: '39' }));
  expect(await avancement(prefet29)).toMatch(/, qui a commencé la réponse$/);
  expect(await avancement(sgcd)).toBe('brouillon à envoyer');
  expect(reussi(await repondre(id, sgcd, { q1: '40' }, 'd29-prefecture'))).toBe('envoyee');
  expect(await avancement(prefet29)).toBeUndefined();
  const confie = await essai.base
    .selectFrom('courriel')
    .select('compte_id')
    .where('cle', 'like', `remontee:${id}:delegation%`)
    .execute();
  expect(confie).toEqual([{ compte_id: sgcd.compte }]);
  reussi(await deleguerReponse(essai.services, prefet29, visee, { delegueA: '' }));
  expect(await repondre(id, sgcd, { q1: '41' }, 'd29-prefecture')).toMatchObject({ ok: false });
});

test('fermée pendant la saisie : rien n’est perdu, et l’envoi suit la réouverture', async () => {
  const id = await envoyee();
  reussi(await fermerRemontee(essai.services, bcam, id));
  const visee = { remontee: id, organisation: 'd29-prefecture' };
  expect(reussi(await envoyerReponse(essai.services, prefet29, visee, { vu: '0.0', q1: '77' }))).toBe('trop_tard');
  const { cibles } = await lire(bcam, id);
  const cible = cibles.find(({ organisation }) => organisation === 'd29-prefecture');
  expect(cible?.repondu).toBe(false);
  expect((await lireEtatDeReponse(essai.base, cible?.id ?? 0)).brouillon?.contenu).toEqual({ q1: '77' });
  expect(await relancerRemontee(essai.services, bcam, id)).toMatchObject({ refus: { regle: 'remontee.ouverte' } });
  reussi(await publierResultats(essai.services, bcam, id));
  expect(await deplacerFermeture(essai.services, bcam, id, { fermeLe: '2022-01-01' })).toMatchObject({
    refus: { champs: {} },
  });
  reussi(await deplacerFermeture(essai.services, bcam, id, { fermeLe: '2022-03-15' }));
  expect(reussi(await repondre(id, prefet29, { q1: '77' }))).toBe('envoyee');
});

test('anonyme par construction : aucune ligne ne dit qui a répondu quoi, ni quand', async () => {
  const id = await envoyee({ anonyme: 'oui', territoire: 'R53' });
  const bretons = [];
  for (const dep of ['22', '29', '35', '56'])
    bretons.push(await creerActeur(essai, 'prefet_departement', `d${dep}-prefecture`, `D${dep}`));
  const [premier] = bretons;
  if (premier === undefined) throw new Error('sans préfet');
  const visee = { remontee: id, organisation: premier.organisation };
  expect(await enregistrerBrouillon(essai.services, premier, visee, { vu: '0.0', q1: '1' })).toMatchObject({
    refus: { regle: 'remontee.brouillon.anonyme' },
  });
  for (const [rang, prefet] of bretons.entries()) {
    expect(
      reussi(
        await envoyerReponse(
          essai.services,
          prefet,
          { remontee: id, organisation: prefet.organisation },
          { q1: String(rang) },
        ),
      ),
    ).toBe('envoyee');
    essai.horloge.avancer(60_000);
  }
  expect(await envoyerReponse(essai.services, premier, visee, { q1: '9' })).toMatchObject({
    refus: { regle: 'remontee.anonyme.une_fois' },
  });

  // What an intruder with the whole database finds: no column, no order, no transaction that ties an answer to a service.
  const colonnes = await sql<{ nom: string }>`select column_name as nom from information_schema.columns
    where table_name = 'remontee_reponse_anonyme' order by 1`.execute(essai.base);
  expect(colonnes.rows.map(({ nom }) => nom)).toEqual(['contenu', 'place', 'region_code', 'remontee_id']);
  const transactions = await sql<{ xmin: string }>`select distinct xmin::text from remontee_reponse_anonyme
    where remontee_id = ${id}`.execute(essai.base);
  expect(transactions.rows).toHaveLength(1);
  for (const table of ['remontee_reponse', 'remontee_brouillon']) {
    const { rows } = await sql<{ n: string }>`select count(*) as n from ${sql.table(table)} r
      join remontee_cible c on c.id = r.cible_id where c.remontee_id = ${id}`.execute(essai.base);
    expect(Number(rows[0]?.n), table).toBe(0);
  }
  const journal = await essai.base
    .selectFrom('journal')
    .select('acte')
    .where('objet_id', '=', id)
    .where(
      'auteur',
      'in',
      bretons.map(({ compte }) => compte),
    )
    .execute();
  expect(journal).toEqual([]);

  // Closed, its results are read; four answers publish nothing, and it never opens again.
  const { remontee, cibles } = await lire(bcam, id);
  expect(await lireResultats(essai.base, bcam, remontee, cibles)).toMatchObject({
    refus: { regle: 'remontee.resultats.anonyme' },
  });
  reussi(await fermerRemontee(essai.services, bcam, id));
  const fermee = await lire(bcam, id);
  const resultats = reussi(await lireResultats(essai.base, bcam, fermee.remontee, fermee.cibles));
  expect(resultats.reponses).toEqual([]);
  expect(resultats.questions.map(({ ensemble, regions }) => [ensemble, regions])).toEqual([
    [null, []],
    [null, []],
  ]);
  expect(await deplacerFermeture(essai.services, bcam, id, { fermeLe: '2022-03-15' })).toMatchObject({
    refus: { regle: 'remontee.anonyme.fermee' },
  });
  expect(await envoyerReponse(essai.services, prefet29, visee, { q1: '9' })).toMatchObject({ ok: false });
});

test('l’ordre des réponses anonymes est tiré au sort : il ne suit pas l’arrivée', async () => {
  const id = await envoyee({ anonyme: 'oui' });
  const { cibles } = await lire(bcam, id);
  const ditp = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  for (const [rang, { organisation }] of cibles.slice(0, 20).entries()) {
    const acteur = { ...ditp, organisation, organisations: [organisation] };
    reussi(await envoyerReponse(essai.services, acteur, { remontee: id, organisation }, { q1: String(rang) }));
  }
  const places = await essai.base
    .selectFrom('remontee_reponse_anonyme')
    .select(['place', 'contenu'])
    .where('remontee_id', '=', id)
    .orderBy('place')
    .execute();
  const arrivees = places.map(({ contenu }) => Number((contenu as { q1: string }).q1));
  expect(arrivees.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, rang) => rang));
  expect(arrivees).not.toEqual(arrivees.toSorted((a, b) => a - b));
});

test('chacun ne voit que les siennes : la liste, les noms', async () => {
  const id = await envoyee({ territoire: 'D29' });
  const au = aujourdhui(essai.horloge);
  const autre = await creerActeur(essai, 'responsable_de_plan', 'mtect-spes');
  expect((await remonteesTenues(essai.base, bcam, au)).map((une) => une.id)).toContain(id);
  expect((await remonteesTenues(essai.base, autre, au)).map((une) => une.id)).not.toContain(id);
  expect((await nommerRemontees(essai.base, prefet29, [id])).get(id)?.libelle).toBe('Cartes agent');
  expect((await nommerRemontees(essai.base, prefet35, [id])).size).toBe(0);
  const trouvees = async (acteur: Acteur, q: string) =>
    (await rechercherRemontees(essai.base, acteur, q)).map((trouvee) => trouvee.id);
  expect(await trouvees(prefet29, 'carte agents')).toContain(id);
  expect(await trouvees(prefet35, 'carte agents')).not.toContain(id);
  expect(await trouvees(autre, 'carte')).toEqual([]);
  expect(await trouvees(bcam, 'introuvable')).toEqual([]);
  expect((await reponsesDemandees(essai.base, prefet35, au)).map(({ remontee }) => remontee.id)).not.toContain(id);
});
