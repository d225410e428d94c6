import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { unIndicateur } from '#indicateurs/essais';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { creerAction, creerPlan } from '#plans/commandes';
import { envoyee, repondre } from '../essais/remontees.ts';
import { lireReprises } from '../lectures/reprises.ts';
import { noterResultat, verserResultat } from './reprendre-resultat.ts';
import { fermerRemontee, publierResultats } from './suivre-remontee.ts';

let essai: Essai;
let bcam: Acteur;
let ditp: Acteur;
let prefet: Acteur;
let plan: string;
let action: string;
beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  ({ plan, action } = await unPlan(bcam, 'mi-bcam'));
});
afterAll(() => essai.fermer());

async function unPlan(acteur: Acteur, proprietaire: string) {
  const id = reussi(
    await creerPlan(essai.services, acteur, {
      titre: `Cartes, ${proprietaire}`,
      genre: 'plan_d_actions',
      proprietaire,
      territoire: 'FR',
      diffusion: 'equipe',
      etat: 'actif',
    }),
  );
  return { plan: id, action: reussi(await creerAction(essai.services, acteur, id, { intitule: 'Doter les agents' })) };
}

const vise = (remontee: string, question = 'q1') => ({
  remontee,
  question,
  adresse: `https://jalon.exemple.gouv.fr/remontees/${remontee}/resultats#${question}`,
});

async function notes() {
  const lues = await essai.base
    .selectFrom('note_avancement as n')
    .leftJoin('piece_de_note as p', 'p.note_id', 'n.id')
    .select(['n.texte', 'p.adresse'])
    .where('n.action_id', '=', action)
    .orderBy('n.enregistre_le')
    .execute();
  return lues;
}

test('un résultat se reprend par qui tient la remontée et peut noter l’action, des deux côtés', async () => {
  const id = await envoyee(essai, bcam);
  const cible = { cible: `${plan}/${action}` };
  expect(await noterResultat(essai.services, bcam, vise(id), cible)).toMatchObject({
    refus: { regle: 'remontee.reprendre.vide' },
  });
  reussi(await repondre(essai, id, prefet, { q1: '12' }));
  expect(await noterResultat(essai.services, prefet, vise(id), cible)).toMatchObject({
    refus: { regle: 'remontee.tenir' },
  });
  for (const texte of ['', 'ailleurs', `${plan}/`, `${plan}/x`])
    expect(await noterResultat(essai.services, bcam, vise(id), { cible: texte })).toMatchObject({
      refus: { champs: { cible: 'Choisissez l’action.' } },
    });
  expect(await noterResultat(essai.services, bcam, vise(id, 'q9'), cible)).toMatchObject({
    refus: { regle: 'remontee.reprendre.question' },
  });
  // The plan of someone else: the note is refused, and nothing says that the result was quoted.
  const autre = await unPlan(ditp, 'mtect-spes');
  expect(await noterResultat(essai.services, bcam, vise(id), { cible: `${autre.plan}/${autre.action}` })).toMatchObject(
    { ok: false, refus: { nature: 'interdit' } },
  );
  expect(await lireReprises(essai.base, bcam, id)).toEqual([]);
  expect(await notes()).toEqual([]);
});

test('noté une seule fois, avec le chiffre, n, la couverture, la date et l’adresse ; les liens vont dans les deux sens', async () => {
  const id = await envoyee(essai, bcam);
  reussi(await repondre(essai, id, prefet, { q1: '1 250' }));
  const avant = (await notes()).length;
  const saisie = { cible: `${plan}/${action}`, mot: 'À suivre.' };
  // Twice at once, then once more: one note.
  const ensemble = await Promise.all([1, 2].map(() => noterResultat(essai.services, bcam, vise(id), saisie)));
  expect(ensemble.every(({ ok }) => ok)).toBe(true);
  reussi(await noterResultat(essai.services, bcam, vise(id), saisie));
  const [derniere, ...autres] = (await notes()).slice(avant);
  expect(autres).toEqual([]);
  expect(derniere?.texte?.replace(/[\u00a0\u202f]/g, ' ')).toBe(
    'Agents : 1 250 · n = 1 sur 101 (1 %) ; moyenne 1 250. Remontée « Cartes agent », au 15 février 2022 : 1 % des départements a répondu (1 sur 101).\n\nÀ suivre.',
  );
  expect(derniere?.adresse).toBe(vise(id).adresse);
  expect(await lireReprises(essai.base, bcam, id)).toMatchObject([
    { question: 'q1', vers: 'action', libelle: 'Doter les agents', href: `/plans/${plan}/actions/${action}` },
  ]);
  // Another figure may be quoted after the first.
  reussi(await repondre(essai, id, prefet, { q1: '1 300' }));
  reussi(await noterResultat(essai.services, bcam, vise(id), saisie));
  expect(await lireReprises(essai.base, bcam, id)).toHaveLength(2);
  const trace = await essai.base
    .selectFrom('journal')
    .select('charge')
    .where('objet_id', '=', id)
    .where('acte', '=', 'remontee.reprendre')
    .execute();
  expect(trace).toHaveLength(2);
  // Whoever was asked reads the results once published, not the plan they do not read.
  reussi(await fermerRemontee(essai.services, bcam, id));
  reussi(await publierResultats(essai.services, bcam, id));
  expect((await lireReprises(essai.base, prefet, id)).map(({ href }) => href)).toEqual([null, null]);
});

test('versé dans un indicateur avec sa source, par qui en écrit les valeurs ; un refus ne laisse rien', async () => {
  const id = await envoyee(essai, bcam);
  reussi(await repondre(essai, id, prefet, { q1: '2 671', q2: 'oui' }));
  const numero = await unIndicateur(essai.services, { mailles: ['national'] });
  const { id: indicateur } = await essai.base
    .selectFrom('indicateur')
    .select('id')
    .where('numero', '=', numero)
    .executeTakeFirstOrThrow();
  const saisie = { indicateur, jour: '2022-02-14' };
  expect(await verserResultat(essai.services, bcam, vise(id), saisie)).toMatchObject({
    refus: { regle: 'valeur.ecrire.equipe' },
  });
  expect(await verserResultat(essai.services, ditp, vise(id), { ...saisie, jour: '2030-01-01' })).toMatchObject({
    refus: { champs: { jour: expect.any(String) } },
  });
  expect(await lireReprises(essai.base, ditp, id)).toEqual([]);
  for (const _ of [1, 2]) reussi(await verserResultat(essai.services, ditp, vise(id), saisie));
  const valeurs = await essai.base
    .selectFrom('valeur')
    .select(['territoire', 'jour', 'valeur', 'source'])
    .where('indicateur', '=', numero)
    .execute();
  expect(valeurs).toMatchObject([
    { territoire: 'FR', valeur: '2671', source: expect.stringContaining(vise(id).adresse) },
  ]);
  expect(await lireReprises(essai.base, ditp, id)).toMatchObject([
    { vers: 'indicateur', href: `/indicateurs/${indicateur}` },
  ]);
});
