import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { envoyee, lire, repondre } from '../essais/remontees.ts';
import { fichiersDeLaCible, fichiersRecus, ouvrirFichier } from '../lectures/fichiers.ts';
import { lireEtatDeReponse } from '../lectures/reponses.ts';
import { lireResultats } from '../lectures/resultats.ts';
import { peutLireFichier } from '../politique.ts';
import { presenterQuestion } from '../presentation.ts';
import { creerRemontee } from './creer-remontee.ts';
import { modifierRemontee } from './modifier-remontee.ts';
import { ajouterQuestion } from './questions.ts';
import { enregistrerBrouillon, envoyerReponse } from './repondre.ts';
import { fermerRemontee } from './suivre-remontee.ts';

let essai: Essai;
let bcam: Acteur;
let prefet29: Acteur;
let prefet35: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  prefet29 = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  prefet35 = await creerActeur(essai, 'prefet_departement', 'd35-prefecture', 'D35');
});
afterAll(() => essai.fermer());

const QUESTIONS = [
  { genre: 'nombre', intitule: 'Agents', obligatoire: 'oui' },
  { genre: 'fichier', intitule: 'État des livraisons', obligatoire: 'oui' },
];
const depot = (nom: string, contenu = '%PDF-1.7\nétat') => ({
  nom,
  typeMime: 'text/html',
  octets: new TextEncoder().encode(contenu),
});
const visee = (remontee: string) => ({ remontee, organisation: 'd29-prefecture' });

async function enMain(id: string) {
  const { cibles } = await lire(essai, bcam, id);
  const cible = cibles.find(({ organisation }) => organisation === 'd29-prefecture');
  if (cible === undefined) throw new Error('sans cible');
  return { cible, etat: await lireEtatDeReponse(essai.base, cible.id) };
}

async function documents(): Promise<number> {
  return (await essai.base.selectFrom('document_source').select('id').execute()).length;
}

test('jamais dans une remontée anonyme : un fichier désigne son auteur', async () => {
  const saisie = { titre: 'Secrète', reseau: 'prefectures', territoire: 'FR', fermeLe: '2022-03-01' };
  const anonyme = reussi(await creerRemontee(essai.services, bcam, { ...saisie, anonyme: 'oui' }));
  expect(
    await ajouterQuestion(essai.services, bcam, anonyme, { version: '1', genre: 'fichier', intitule: 'État' }),
  ).toMatchObject({ refus: { champs: { genre: expect.stringContaining('désigneraient') } } });
  const nommee = reussi(await creerRemontee(essai.services, bcam, saisie));
  reussi(await ajouterQuestion(essai.services, bcam, nommee, { version: '1', genre: 'fichier', intitule: 'État' }));
  expect(
    await modifierRemontee(essai.services, bcam, nommee, { ...saisie, anonyme: 'oui', version: '2' }),
  ).toMatchObject({ refus: { regle: 'remontee.anonyme.fichier', champs: { anonyme: expect.any(String) } } });
});

test('un fichier est du type que disent ses octets ; une page web, un vide sont refusés sous leur question', async () => {
  const id = await envoyee(essai, bcam, {}, QUESTIONS);
  const avant = await documents();
  for (const mauvais of [depot('a.pdf', '<html><script>alert(1)</script></html>'), depot('vide.pdf', '')])
    expect(
      await envoyerReponse(essai.services, prefet29, visee(id), { vu: '0.0', q1: '3' }, { q2: mauvais }),
    ).toMatchObject({ refus: { champs: { q2: expect.any(String) } } });
  expect(await repondre(essai, id, prefet29, { q1: '3' })).toMatchObject({
    refus: { champs: { q2: expect.stringContaining('obligatoire') } },
  });
  // The identifier of a file is never taken from the form.
  expect(await repondre(essai, id, prefet29, { q1: '3', q2: '01890000-0000-7000-8000-000000000000' })).toMatchObject({
    refus: { champs: { q2: expect.any(String) } },
  });
  expect(await documents()).toBe(avant);
});

test('une autre réponse fautive ne perd pas le fichier : il est gardé en brouillon, puis part avec la réponse', async () => {
  const id = await envoyee(essai, bcam, {}, QUESTIONS);
  const faute = await envoyerReponse(
    essai.services,
    prefet29,
    visee(id),
    { vu: '0.0', q1: 'beaucoup' },
    { q2: depot('état.pdf') },
  );
  expect(faute).toMatchObject({ refus: { champs: { q1: expect.any(String) } } });
  const { cible, etat } = await enMain(id);
  const brouillon = etat.brouillon?.contenu.q2 ?? '';
  expect((await fichiersDeLaCible(essai.base, cible.id)).get(brouillon)?.nom).toBe('état.pdf');
  // Whoever keeps the remontée does not open a draft; nor does another service, ever.
  const vu = async () => (await lire(essai, bcam, id)).remontee;
  const ouvert = await ouvrirFichier(essai.base, id, brouillon);
  expect([ouvert?.envoye, ouvert?.type]).toEqual([false, 'application/pdf']);
  expect(peutLireFichier(bcam, await vu(), { cible, envoye: false }).permis).toBe(false);
  expect(peutLireFichier(prefet29, await vu(), { cible, envoye: false }).permis).toBe(true);
  expect(peutLireFichier(prefet35, await vu(), { cible, envoye: true }).permis).toBe(false);
  expect(await fichiersRecus(essai.base, id)).toEqual([]);

  reussi(await repondre(essai, id, prefet29, { q1: '12' }));
  expect(await fichiersRecus(essai.base, id)).toMatchObject([{ id: brouillon, nom: 'état.pdf', question: 'q2' }]);
  expect((await ouvrirFichier(essai.base, id, brouillon))?.envoye).toBe(true);
  expect(peutLireFichier(bcam, await vu(), { cible, envoye: true }).permis).toBe(true);
  const { remontee, cibles } = await lire(essai, bcam, id);
  const { questions } = reussi(await lireResultats(essai.base, bcam, remontee, cibles));
  expect(questions.map((une) => presenterQuestion(une, 101, false).chiffre)).toEqual(['12', '1\u00a0fichier']);
  const autre = await envoyee(essai, bcam, {}, QUESTIONS);
  expect(await ouvrirFichier(essai.base, autre, brouillon)).toBeNull();
  expect(await ouvrirFichier(essai.base, id, 'x')).toBeNull();
});

test('un fichier remplacé dans un brouillon est oublié ; celui d’une réponse envoyée reste', async () => {
  const id = await envoyee(essai, bcam, {}, QUESTIONS);
  const avant = await documents();
  const garder = async (fichiers: Record<string, ReturnType<typeof depot>>, plus: Record<string, string> = {}) => {
    const { etat } = await enMain(id);
    reussi(
      await enregistrerBrouillon(essai.services, prefet29, visee(id), { vu: etat.vu, q1: '4', ...plus }, fichiers),
    );
  };
  await garder({ q2: depot('un.pdf') });
  await garder({ q2: depot('deux.pdf') });
  expect(await documents()).toBe(avant + 1);
  await garder({});
  expect((await enMain(id)).etat.brouillon?.contenu.q2).toBeDefined();
  await garder({}, { 'q2-retirer': 'oui' });
  expect(await documents()).toBe(avant);
  await garder({ q2: depot('trois.pdf') });
  reussi(await repondre(essai, id, prefet29, { q1: '4' }));
  await garder({ q2: depot('quatre.pdf') });
  expect(await documents()).toBe(avant + 2);
  // Closed while typing: the file is kept as well.
  reussi(await fermerRemontee(essai.services, bcam, id));
  const { etat } = await enMain(id);
  const tard = await envoyerReponse(
    essai.services,
    prefet29,
    visee(id),
    { vu: etat.vu, q1: '5' },
    { q2: depot('cinq.pdf') },
  );
  expect(reussi(tard)).toBe('trop_tard');
  const { cible, etat: apres } = await enMain(id);
  expect((await fichiersDeLaCible(essai.base, cible.id)).get(apres.brouillon?.contenu.q2 ?? '')?.nom).toBe('cinq.pdf');
});
