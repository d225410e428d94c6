import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerInstance, planifierReunion } from '#instances';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { noterAction } from '#plans/commandes';
import { ouvrirBase } from '#socle/base';
import { choisirCourriers } from './commandes/choisir-courriers.ts';
import { reglerRelances } from './commandes/regler-relances.ts';
import {
  ajouterAction,
  auMatinDu,
  courriersEcrits,
  creerPlanDEssai,
  donnerAdresse,
  preparerSuivi,
  regler,
} from './essais/plan-suivi.ts';
import { relancer } from './relancer.ts';

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
let plan: string;
beforeEach(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  ({ bcam, dnum, plan } = await preparerSuivi(essai));
});
afterEach(() => essai.fermer());

const ajouter = (intitule: string, echeances: string, dans = plan) =>
  ajouterAction(essai, bcam, dans, intitule, echeances);

describe('qui règle les relances d’un plan', () => {
  const saisie = { version: '0', avant: '7' };

  test('son équipe seule ; qui pilote une action, non ; le journal le garde', async () => {
    await ajouter('Doter les agents', '15 mars 2022');
    expect(await reglerRelances(essai.services, dnum, plan, saisie)).toMatchObject({
      ok: false,
      refus: { nature: 'interdit' },
    });
    reussi(await reglerRelances(essai.services, bcam, plan, saisie));
    const actes = await essai.base.selectFrom('journal').select(['acte', 'objet_id', 'charge']).execute();
    expect(actes).toContainEqual({
      acte: 'relances.regler',
      objet_id: plan,
      charge: expect.stringContaining('"avant":7'),
    });
  });

  test('un nombre de jours impossible est dit, deux réglages en même temps ne s’écrasent pas', async () => {
    expect(await reglerRelances(essai.services, bcam, plan, { ...saisie, avant: '90' })).toMatchObject({
      refus: { champs: { avant: expect.stringContaining('de 1 à 60') } },
    });
    expect(await reglerRelances(essai.services, bcam, plan, { ...saisie, apres: '1' })).toMatchObject({
      refus: { champs: { puis: expect.stringContaining('tous les combien') } },
    });
    const deux = await Promise.all([1, 2].map(() => reglerRelances(essai.services, bcam, plan, saisie)));
    expect(deux.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('le courrier du jour', () => {
  test('un plan que personne n’a réglé ne relance personne', async () => {
    await ajouter('Doter les agents', '15 mars 2022');
    expect(await auMatinDu(essai, '2022-03-08')).toBe(0);
  });

  test('un seul courrier pour toutes les actions de tous les plans, avec un lien vers chacune', async () => {
    const doter = await ajouter('Doter les agents', '15 mars 2022');
    const former = await ajouter('Former les référents', '28 février 2022');
    const autre = await creerPlanDEssai(essai, bcam, 'Accueil des usagers');
    const guichet = await ajouter('Ouvrir un guichet', '11 mars 2022', autre);
    await regler(essai, bcam, plan);
    await regler(essai, bcam, autre);
    expect(await auMatinDu(essai, '2022-03-08')).toBe(1);
    expect(await auMatinDu(essai, '2022-03-08')).toBe(0);
    const [courrier, ...reste] = await courriersEcrits(essai);
    expect(reste).toEqual([]);
    expect(courrier).toMatchObject({ compte: dnum.compte, sujet: 'Rappel : 3 actions à tenir à jour' });
    for (const [id, de] of [
      [doter, plan],
      [former, plan],
      [guichet, autre],
    ])
      for (const forme of [courrier?.texte, courrier?.html]) expect(forme).toContain(`/plans/${de}/actions/${id}`);
    expect(courrier?.texte).toContain('en retard de 8 jours (échéance le 28 février 2022)');
    expect(courrier?.texte).toContain('à finir le 15 mars 2022, dans 7 jours');
    for (const chemin of ['/attendu', '/mes-courriers']) expect(courrier?.texte).toContain(chemin);
  });

  test('ni le samedi, ni le dimanche, ni un jour férié', async () => {
    await ajouter('Doter les agents', '1er mars 2022');
    await regler(essai, bcam, plan);
    for (const ferme of ['2022-03-05', '2022-03-06', '2022-04-18']) expect(await auMatinDu(essai, ferme)).toBe(0);
  });

  test('le lundi, la semaine : ce qui est en retard, finit cette semaine ou se tait, même sans règle', async () => {
    await ajouter('Doter les agents', '18 mars 2022');
    await ajouter('Former les référents', '25 mars 2022');
    expect(await auMatinDu(essai, '2022-03-14')).toBe(1);
    const [courrier] = await courriersEcrits(essai);
    expect(courrier?.sujet).toBe('Votre semaine du 14 mars 2022 : 1 action à tenir à jour');
    expect(courrier?.texte).toContain('Doter les agents');
    expect(courrier?.texte).not.toContain('Former les référents');
  });

  test('qui donne des nouvelles n’est plus dit silencieux, qui termine n’est plus relancé', async () => {
    const action = await ajouter('Doter les agents', '15 mars 2022');
    await regler(essai, bcam, plan);
    essai.horloge.regler('2022-03-07T10:00:00Z');
    reussi(await noterAction(essai.services, dnum, { plan, action }, { statut: 'terminee', sansPiece: 'oui' }));
    expect(await auMatinDu(essai, '2022-03-08')).toBe(0);
    expect(await auMatinDu(essai, '2022-03-16')).toBe(0);
  });
});

describe('chacun choisit', () => {
  test('un genre coupé se tait, les autres continuent ; la semaine aussi se coupe', async () => {
    await ajouter('Doter les agents', '15 mars 2022');
    await regler(essai, bcam, plan);
    reussi(await choisirCourriers(essai.services, dnum, { genres: ['apres', 'silence', 'comite', 'remontee'] }));
    for (const jour of ['2022-03-08', '2022-03-14']) expect(await auMatinDu(essai, jour)).toBe(0);
    expect(await auMatinDu(essai, '2022-03-16')).toBe(1);
    reussi(await choisirCourriers(essai.services, dnum, {}));
    expect(await auMatinDu(essai, '2022-03-23')).toBe(0);
    reussi(await choisirCourriers(essai.services, dnum, { genres: 'apres' }));
    expect(await auMatinDu(essai, '2022-03-24')).toBe(1);
    expect(await choisirCourriers(essai.services, dnum, { genres: ['inconnu'] })).toMatchObject({ ok: false });
  });
});

describe('un courrier ne dit que ce que son destinataire peut lire', () => {
  test('ni un brouillon, ni une action retirée, ni un plan archivé, ni un compte fermé', async () => {
    const brouillon = await creerPlanDEssai(essai, bcam, 'Plan secret', 'brouillon');
    await ajouter('Action secrète', '8 mars 2022', brouillon);
    await regler(essai, bcam, brouillon);
    expect(await auMatinDu(essai, '2022-03-07')).toBe(0);

    const action = await ajouter('Doter les agents', '8 mars 2022');
    await regler(essai, bcam, plan);
    await essai.base.updateTable('action').set({ retiree_le: new Date() }).where('id', '=', action).execute();
    expect(await auMatinDu(essai, '2022-03-08')).toBe(0);

    await ajouter('Former les référents', '10 mars 2022');
    await essai.base.updateTable('plan').set({ etat: 'archive' }).where('id', '=', plan).execute();
    expect(await auMatinDu(essai, '2022-03-09')).toBe(0);
    await essai.base.updateTable('plan').set({ etat: 'actif' }).where('id', '=', plan).execute();
    await essai.base.updateTable('compte').set({ ferme_le: new Date() }).where('id', '=', dnum.compte).execute();
    expect(await auMatinDu(essai, '2022-03-10')).toBe(0);
  });

  test('un collègue d’un autre service, ou qui ne fait que lire, n’en reçoit rien', async () => {
    await donnerAdresse(essai, bcam);
    await donnerAdresse(essai, await creerActeur(essai, 'cabinet', 'mi-dnum'));
    await ajouter('Doter les agents', '15 mars 2022');
    await regler(essai, bcam, plan);
    expect(await auMatinDu(essai, '2022-03-08')).toBe(1);
    expect((await courriersEcrits(essai)).map(({ compte }) => compte)).toEqual([dnum.compte]);
  });

  test('avant un comité, l’action est demandée ; le nom du comité n’est dit qu’à qui le lit', async () => {
    const action = await ajouter('Doter les agents', '30 juin 2022');
    await regler(essai, bcam, plan, { comite: '5' });
    const creer = (nom: string, membres: string) =>
      creerInstance(essai.services, bcam, {
        nom,
        niveau: 'suivi',
        secretariat: 'mi-bcam',
        presidence: 'BCAM',
        territoire: 'FR',
        cadence: 'mensuelle',
        heure: '14:30',
        duree: '90',
        lieu: '',
        membres,
        plans: [plan],
      });
    const ferme = reussi(await creer('Comité restreint', 'DGAFP'));
    const ouvert = reussi(await creer('Comité de suivi', 'DNUM'));
    const tenir = (instance: string, jour: string) =>
      planifierReunion(essai.services, bcam, instance, { jour, heure: '14:30', duree: '90', lieu: '' });
    reussi(await tenir(ferme, '2022-03-10'));
    reussi(await tenir(ouvert, '2022-03-16'));
    expect(await auMatinDu(essai, '2022-03-03')).toBe(0);
    // The deadline of the committee is Saturday the fifth: said on the Friday before.
    expect(await auMatinDu(essai, '2022-03-04')).toBe(1);
    expect(await auMatinDu(essai, '2022-03-08')).toBe(0);
    expect(await auMatinDu(essai, '2022-03-11')).toBe(1);
    const [premier, second] = await courriersEcrits(essai);
    expect(premier?.texte).toContain(`/plans/${plan}/actions/${action}`);
    expect(premier?.texte).toContain('un comité qui suit ce plan le 10 mars 2022');
    expect(premier?.texte).not.toContain('Comité restreint');
    expect(second?.texte).toContain('« Comité de suivi » le 16 mars 2022');
  });
});

describe('exactement une fois', () => {
  test('deux programmes en même temps, vingt personnes : vingt courriers, vingt traces', async () => {
    await ajouter('Doter les agents', '15 mars 2022');
    await regler(essai, bcam, plan);
    await essai.base
      .insertInto('compte')
      .values(
        Array.from({ length: 19 }, (_, rang) => ({
          id: `agent-${rang}`,
          nom: `Agent ${rang}`,
          profil: 'pilote',
          organisation_id: 'mi-dnum',
          territoire_code: 'FR',
          courriel: `agent-${rang}@exemple.gouv.fr`,
          cree_le: essai.horloge.maintenant(),
        })),
      )
      .execute();
    essai.horloge.regler('2022-03-08T06:05:00Z');
    const bases = [1, 2].map(() => ouvrirBase(essai.adresse, { connexions: 2 }));
    const bilans = await Promise.all(bases.map((base) => relancer({ ...essai.services, base })));
    await Promise.all(bases.map((base) => base.destroy()));
    expect(bilans.reduce((somme, ecrits) => somme + ecrits, 0)).toBe(20);
    expect(await courriersEcrits(essai)).toHaveLength(20);
    expect(await essai.base.selectFrom('courriel').select('cle').execute()).toHaveLength(20);
    expect(await essai.base.selectFrom('relance').select('genre').execute()).toHaveLength(20);
  });

  test('arrêté au milieu, le travail reprend où il en était ; un échec n’empêche pas les autres', async () => {
    const collegue = await creerActeur(essai, 'service_deconcentre', 'mi-dnum');
    await donnerAdresse(essai, collegue);
    await ajouter('Doter les agents', '15 mars 2022');
    await regler(essai, bcam, plan);
    essai.horloge.regler('2022-03-08T06:05:00Z');
    let appels = 0;
    const defaillant = {
      ...essai.services,
      ids: {
        ...essai.services.ids,
        nouveau: () => {
          appels += 1;
          if (appels === 2) throw new Error('coupé');
          return essai.services.ids.nouveau();
        },
      },
    };
    await expect(relancer(defaillant)).rejects.toThrow('coupé');
    expect(await courriersEcrits(essai)).toHaveLength(1);
    expect(await essai.base.selectFrom('courriel').select('cle').execute()).toHaveLength(1);
    expect(await relancer(essai.services)).toBe(1);
    expect(await courriersEcrits(essai)).toHaveLength(2);
  });
});
