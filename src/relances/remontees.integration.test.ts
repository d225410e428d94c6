import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { ajouterQuestion, creerRemontee, envoyerRemontee, relancerRemontee } from '#enquetes/commandes';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { auMatinDu, courriersEcrits, donnerAdresse } from './essais/plan-suivi.ts';
import { relancer } from './relancer.ts';

let essai: Essai;
let bcam: Acteur;
let prefet29: Acteur;
let prefet35: Acteur;
beforeEach(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  prefet29 = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  prefet35 = await creerActeur(essai, 'prefet_departement', 'd35-prefecture', 'D35');
  for (const acteur of [prefet29, prefet35]) await donnerAdresse(essai, acteur);
});
afterEach(() => essai.fermer());

/** Closes on Tuesday 1 March: its reminder, three days before, is of the Friday. */
async function envoyee(plus: Readonly<Record<string, string>> = {}): Promise<string> {
  const saisie = { titre: 'Cartes agent', reseau: 'prefectures', territoire: 'FR', fermeLe: '2022-03-01', ...plus };
  const id = reussi(await creerRemontee(essai.services, bcam, saisie));
  const question = { version: '1', genre: 'nombre', intitule: 'Agents', obligatoire: 'oui' };
  reussi(await ajouterQuestion(essai.services, bcam, id, question));
  reussi(await envoyerRemontee(essai.services, bcam, id, { version: '2' }));
  return id;
}

const aRepondu = (remontee: string, organisation: string) =>
  essai.base
    .updateTable('remontee_cible')
    .set({ repondu: true })
    .where('remontee_id', '=', remontee)
    .where('organisation_id', '=', organisation)
    .execute();

const relances = (remontee: string) =>
  essai.base
    .selectFrom('remontee_relance')
    .select(['jour', 'courriels', 'auteur'])
    .where('remontee_id', '=', remontee)
    .execute();

test('avant la fermeture, ceux qui n’ont pas répondu sont relancés une fois ; qui la suit le voit', async () => {
  const id = await envoyee();
  await aRepondu(id, 'd35-prefecture');
  expect(await auMatinDu(essai, '2022-02-24')).toBe(0);
  expect(await auMatinDu(essai, '2022-02-25')).toBe(1);
  const [courrier] = await courriersEcrits(essai);
  expect(courrier).toMatchObject({ compte: prefet29.compte, sujet: 'Rappel : 1 remontée à remplir' });
  expect(courrier?.texte).toContain(`/remontees/${id}`);
  expect(courrier?.texte).toContain('à remplir avant le 1er mars 2022 au soir');
  expect(await relances(id)).toEqual([{ jour: '2022-02-25', courriels: 1, auteur: null }]);
  expect(await relancerRemontee(essai.services, bcam, id)).toMatchObject({ ok: false });
  // On the Monday, it is part of what awaits one this week.
  expect(await auMatinDu(essai, '2022-02-28')).toBe(1);
  expect(await auMatinDu(essai, '2022-03-01')).toBe(0);
});

test('jamais relancée si on l’a réglé ainsi ; relancée à la main ces jours-là, pas une seconde fois', async () => {
  await envoyee({ relanceAvant: '' });
  const id = await envoyee({ titre: 'Parc automobile' });
  essai.horloge.regler('2022-02-25T05:30:00Z');
  reussi(await relancerRemontee(essai.services, bcam, id));
  expect(await auMatinDu(essai, '2022-02-25')).toBe(0);
  expect(await creerRemontee(essai.services, bcam, { titre: 'X', relanceAvant: '99' })).toMatchObject({
    refus: { champs: { relanceAvant: expect.stringContaining('de 1 à 60') } },
  });
});

test('anonyme, elle relance de même, et la trace ne dit rien d’une réponse', async () => {
  const id = await envoyee({ anonyme: 'oui' });
  expect(await auMatinDu(essai, '2022-02-25')).toBe(2);
  expect(await relances(id)).toEqual([{ jour: '2022-02-25', courriels: 2, auteur: null }]);
});

test('relancée à la main pendant que Jalon relance : aucun ne casse l’autre, personne n’est relancé deux fois par Jalon', async () => {
  const id = await envoyee();
  essai.horloge.regler('2022-02-25T06:05:00Z');
  const [jalon, main] = await Promise.all([relancer(essai.services), relancerRemontee(essai.services, bcam, id)]);
  expect(jalon).toBeLessThanOrEqual(2);
  expect(main.ok || main.refus.regle).toBeTruthy();
  expect(await relances(id)).toHaveLength(1);
});
