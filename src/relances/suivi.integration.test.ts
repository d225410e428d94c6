import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { choisirCourriers } from './commandes/choisir-courriers.ts';
import { conservationDesRelances } from './conservation.ts';
import {
  ajouterAction,
  auMatinDu,
  creerPlanDEssai,
  donnerAdresse,
  preparerSuivi,
  regler,
} from './essais/plan-suivi.ts';
import { donneesDesRelances } from './lectures/donnees-personnelles.ts';
import { lireMesCourriers } from './lectures/mes-courriers.ts';
import { bilanDesRelances, pilotesInjoignables, relancesDuPlan } from './lectures/relances-du-plan.ts';

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
let plan: string;
let autre: string;
beforeEach(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  ({ bcam, dnum, plan } = await preparerSuivi(essai));
  autre = await creerPlanDEssai(essai, bcam, 'Accueil');
  await ajouterAction(essai, bcam, plan, 'Doter les agents', '15 mars 2022');
  await ajouterAction(essai, bcam, autre, 'Ouvrir un guichet', '15 mars 2022');
  for (const un of [plan, autre]) await regler(essai, bcam, un);
});
afterEach(() => essai.fermer());

const lire = (deQui: string, revenus = false) => relancesDuPlan(essai.base, { plan: deQui, revenus, page: 1 });

describe('qui a été relancé de quoi', () => {
  test('le plan montre la personne, le jour et ses propres actions, jamais celles d’un autre plan du même courrier', async () => {
    await auMatinDu(essai, '2022-03-08');
    const { relances, nombre } = await lire(plan);
    expect(nombre).toBe(1);
    expect(relances).toMatchObject([
      { jour: '2022-03-08', personne: dnum.nom, service: 'DNUM', etat: 'en_attente', mentions: [{ genre: 'avant' }] },
    ]);
    expect(JSON.stringify(relances)).not.toContain('Ouvrir un guichet');
    expect(await bilanDesRelances(essai.base, plan, aujourdhui(essai.horloge))).toEqual({
      courriers: 1,
      personnes: 1,
      revenus: 0,
    });
  });

  test('un courrier qui revient se voit, du côté du plan et de la personne, sans les mots du serveur', async () => {
    await auMatinDu(essai, '2022-03-08');
    expect((await lire(plan, true)).nombre).toBe(0);
    await essai.base
      .updateTable('courriel')
      .set({ prochain_essai_le: null, abandonne_le: new Date(), erreur: '550 inconnu@exemple.gouv.fr', essais: 1 })
      .execute();
    const { relances } = await lire(plan, true);
    expect(relances).toMatchObject([{ etat: 'revenu' }]);
    expect(JSON.stringify(relances)).not.toContain('550');
    expect((await lireMesCourriers(essai.base, dnum.personne)).recus).toMatchObject([{ etat: 'revenu' }]);
    expect((await bilanDesRelances(essai.base, plan, aujourdhui(essai.horloge))).revenus).toBe(1);
  });

  test('effacé de la boîte d’envoi au bout de 90 jours, le courrier reste dans le suivi', async () => {
    await auMatinDu(essai, '2022-03-08');
    await essai.base.deleteFrom('courriel').execute();
    expect((await lire(plan)).relances).toMatchObject([{ etat: 'oublie' }]);
  });

  test('les pilotes à qui l’on ne peut pas écrire sont dits', async () => {
    expect(await pilotesInjoignables(essai.base, plan)).toEqual([]);
    await essai.base.updateTable('compte').set({ courriel: null }).where('id', '=', dnum.compte).execute();
    expect(await pilotesInjoignables(essai.base, plan)).toEqual([{ libelle: 'DNUM', actions: 1 }]);
  });
});

describe('données personnelles', () => {
  test('l’export donne les relances reçues, les courriers coupés et les règles écrites, de cette personne seulement', async () => {
    const collegue = await creerActeur(essai, 'service_deconcentre', 'mi-dnum');
    await donnerAdresse(essai, collegue);
    reussi(await choisirCourriers(essai.services, dnum, { genres: ['avant', 'apres'] }));
    await auMatinDu(essai, '2022-03-08');
    const nombres = async (compte: string) =>
      Object.fromEntries(
        (await donneesDesRelances(essai.base, [compte])).map(({ cle, lignes }) => [cle, lignes.length]),
      );
    expect(await nombres(dnum.compte)).toEqual({
      relances_recues: 2,
      courriers_de_relance: 1,
      courriers_coupes: 5,
      regles_de_relance: 0,
    });
    expect(await nombres(bcam.compte)).toMatchObject({ relances_recues: 0, regles_de_relance: 2 });
  });

  test('au bout d’un an les traces partent ; le choix d’une personne effacée part avec elle', async () => {
    reussi(await choisirCourriers(essai.services, dnum, {}));
    await essai.base.deleteFrom('courrier_coupe').where('genre', '=', 'avant').execute();
    await auMatinDu(essai, '2022-03-08');
    expect(await conservationDesRelances.purger(essai.services)).toBe(0);
    essai.horloge.regler('2023-03-09T03:17:00Z');
    await essai.base.updateTable('compte').set({ efface_le: new Date() }).where('id', '=', dnum.compte).execute();
    expect(await conservationDesRelances.purger(essai.services)).toBe(7);
    for (const table of ['courrier_de_relance', 'relance', 'courrier_coupe'] as const)
      expect(await essai.base.selectFrom(table).selectAll().execute(), table).toEqual([]);
  });
});
