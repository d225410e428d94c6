import { afterAll, beforeAll, expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import type { Jour } from '#socle/valeurs';
import { creerInstance } from '../commandes/creer-instance.ts';
import { annulerReunion, planifierReunion } from '../commandes/reunions.ts';
import { prochainesReunions } from './pour-accueil.ts';

const JOUR = '2022-02-15' as Jour;

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(() => essai.fermer());

test('l’accueil dit les réunions du mois des instances que l’on lit, ni les annulées ni les lointaines', async () => {
  const { services, base } = essai;
  const bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  const dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
  const finistere = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  const creer = async (nom: string, jours: readonly string[]) => {
    const commun = { heure: '14:30', duree: '90', lieu: 'Salle Érignac' };
    const instance = reussi(
      await creerInstance(services, bcam, {
        nom,
        niveau: 'suivi',
        secretariat: 'mi-bcam',
        presidence: 'BCAM',
        territoire: 'FR',
        cadence: 'mensuelle',
        membres: 'DNUM',
        plans: [],
        ...commun,
      }),
    );
    const reunions: string[] = [];
    for (const jour of jours)
      reunions.push(reussi(await planifierReunion(services, bcam, instance, { jour, ...commun })));
    return reunions;
  };
  const [annulee] = await creer('Comité mensuel', ['2022-02-17', '2022-03-03', '2022-04-07']);
  await creer('Comité de l’automne', ['2022-09-22']);
  await creer('Groupe de travail', ['2022-02-16']);
  reussi(await annulerReunion(services, bcam, annulee ?? '', { motif: 'Salle fermée' }));

  const lues = await prochainesReunions(base, dnum, JOUR);
  expect(lues.map(({ instanceNom, moment }) => [instanceNom, moment.replace(/\s/g, ' ')])).toEqual([
    ['Groupe de travail', '16 février 2022 à 14 h 30'],
    ['Comité mensuel', '3 mars 2022 à 14 h 30'],
  ]);
  expect(await prochainesReunions(base, finistere, JOUR)).toEqual([]);
});
