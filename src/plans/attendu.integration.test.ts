import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { corrigerNote } from './commandes/corriger-note.ts';
import { creerAction } from './commandes/creer-action.ts';
import { creerPlan } from './commandes/creer-plan.ts';
import { noterAction } from './commandes/noter-action.ts';
import { declinaisonsAttendues } from './deploiement/attendues.ts';
import { declinerAction } from './deploiement/decliner.ts';
import { noterDeclinaison } from './deploiement/noter-declinaison.ts';
import { listerMentions } from './lectures/mentions.ts';
import { listerAttendu, organisationsAttendues } from './lectures/pour-accueil.ts';
import { trouverService } from './lectures/service.ts';

let essai: Essai;
let bcam: Acteur;
let dnum: Acteur;
let finistere: Acteur;
let plan: string;

beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
  finistere = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  plan = await creer('Cartes d’agent', 'equipe');
  await ajouter(plan, 'Doter tous les agents', 'fin 2021');
  await ajouter(plan, 'Former les référents', '28 février 2022');
  await ajouter(plan, 'Tenir l’annuaire à jour', 'fin 2023');
});
afterAll(() => essai.fermer());

const attendu = (acteur: Acteur, organisations = acteur.organisations, marque: 'en_retard' | null = null) =>
  listerAttendu(
    essai.base,
    acteur,
    { organisations, marque, page: 1 },
    { jour: aujourdhui(essai.horloge), passe: false },
  );

describe('ce que l’on attend d’un service', () => {
  test('ses actions ouvertes, les plus pressantes d’abord, avec le compte de chaque sorte', async () => {
    const lu = await attendu(dnum);
    expect(lu.actions.map(({ intitule }) => intitule)).toEqual([
      'Doter tous les agents',
      'Former les référents',
      'Tenir l’annuaire à jour',
    ]);
    expect(lu.bilan).toEqual({ total: 3, en_retard: 1, proche: 1, silencieuse: 0 });
    expect(lu.actions[0]).toMatchObject({ planTitre: 'Cartes d’agent', notable: true, vue: '', derniere: null });
    expect((await attendu(dnum, dnum.organisations, 'en_retard')).nombre).toBe(1);
  });

  test('qui ne lit pas le plan n’en voit ni les actions, ni le nombre, ni le service dans la liste', async () => {
    const service = await trouverService(essai.base, 'mi-dnum');
    expect(service).toMatchObject({ libelle: 'DNUM' });
    const lu = await attendu(finistere, service?.organisations);
    expect(lu).toMatchObject({ nombre: 0, actions: [], bilan: { total: 0 } });
    expect(await organisationsAttendues(essai.base, finistere)).toEqual([]);
    expect(await organisationsAttendues(essai.base, bcam)).toContainEqual({
      id: 'mi-dnum',
      libelle: 'DNUM',
      nombre: 3,
    });
    expect(await trouverService(essai.base, 'inconnu')).toBeNull();
  });

  test('qui lit un plan sans en tenir les actions les voit, sans formulaire', async () => {
    const partage = await creer('Plan partagé', 'administration');
    await ajouter(partage, 'Raccorder les sites', 'fin 2021');
    const vues = (await attendu(finistere, ['mi-dnum'])).actions;
    expect(vues).toMatchObject([{ intitule: 'Raccorder les sites', notable: false }]);
    expect((await attendu(bcam, ['mi-dnum'])).actions.every(({ notable }) => notable)).toBe(true);
  });

  test('le nombre à côté d’un service est celui de sa page, services du dessous compris', async () => {
    for (const pilotes of ['BCAM', 'BCAM\nDMATES', 'DMATES'])
      await ajouter(plan, `Confiée à ${pilotes}`, 'fin 2023', pilotes);
    const services = await organisationsAttendues(essai.base, bcam);
    const comptes = Object.fromEntries(services.map(({ id, nombre }) => [id, nombre]));
    expect(comptes).toMatchObject({ 'mi-bcam': 2, 'mi-dmates': 3 });
    for (const { id, nombre } of services) {
      const service = await trouverService(essai.base, id);
      expect([id, (await attendu(bcam, service?.organisations)).nombre]).toEqual([id, nombre]);
    }
  });

  test('une action terminée n’est plus attendue', async () => {
    const action = await ajouter(plan, 'Choisir le fournisseur', 'fin 2021');
    expect((await attendu(dnum)).actions.map(({ id }) => id)).toContain(action);
    reussi(await noterAction(essai.services, dnum, { plan, action }, { statut: 'terminee', sansPiece: 'Choix oral' }));
    expect((await attendu(dnum)).actions.map(({ id }) => id)).not.toContain(action);
  });
});

describe('deux personnes donnent des nouvelles de la même action', () => {
  test('la seconde est prévenue, sa saisie n’est pas écrite ; après lecture, elle l’est', async () => {
    const action = await ajouter(plan, 'Écrire le guide', 'fin 2022');
    const cible = { plan, action };
    const vueDe = async () => (await attendu(dnum)).actions.find(({ id }) => id === action)?.vue ?? 'absente';
    const vue = await vueDe();
    expect(vue).toBe('');
    essai.horloge.avancer(60_000);
    reussi(await noterAction(essai.services, bcam, cible, { texte: 'Le plan du guide est prêt.', vue }));
    essai.horloge.avancer(60_000);
    const saisie = { statut: 'en_cours', texte: 'Deux chapitres écrits.' };
    expect(await noterAction(essai.services, dnum, cible, { ...saisie, vue })).toMatchObject({
      ok: false,
      refus: { nature: 'conflit', regle: 'action.noter.entre_temps' },
    });
    const relue = (await attendu(dnum)).actions.find(({ id }) => id === action);
    expect(relue?.derniere).toMatchObject({ texte: 'Le plan du guide est prêt.', auteur: bcam.nom });
    reussi(await noterAction(essai.services, dnum, cible, { ...saisie, vue: await vueDe() }));
    const notes = await essai.base
      .selectFrom('note_avancement')
      .select('texte')
      .where('action_id', '=', action)
      .execute();
    expect(notes).toHaveLength(2);
  });
});

describe('ce que l’on attend d’un territoire', () => {
  const attendues = (acteur: Acteur) => declinaisonsAttendues(essai.base, acteur, 1, aujourdhui(essai.horloge));

  test('les actions déclinées chez soi, dans les plans que l’on lit, tant qu’elles ne sont pas closes', async () => {
    const ouvert = await creer('Plan décliné', 'administration');
    const action = await ajouter(ouvert, 'Installer les lecteurs', 'fin 2022');
    const reservee = await ajouter(plan, 'Décliner sans ouvrir', 'fin 2022');
    for (const cible of [
      { plan: ouvert, action },
      { plan, action: reservee },
    ])
      reussi(
        await declinerAction(essai.services, bcam, cible, {
          maille: 'departemental',
          portee: 'liste',
          liste: 'Finistère ; 56',
        }),
      );
    const loire = await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
    const cabinet = await creerActeur(essai, 'cabinet', 'mi');
    for (const acteur of [loire, cabinet, bcam, dnum]) expect((await attendues(acteur)).nombre).toBe(0);
    const [une] = (await attendues(finistere)).montrees;
    expect(une).toMatchObject({ intitule: 'Installer les lecteurs', nom: 'Finistère', vue: '', statut: null });
    expect((await attendues(finistere)).nombre).toBe(1);
    const cible = { plan: ouvert, action, declinaison: une?.id ?? '' };
    reussi(await noterDeclinaison(essai.services, finistere, cible, { statut: 'terminee', sansPiece: 'Vu sur place' }));
    expect((await attendues(finistere)).nombre).toBe(0);
  });

  test('une action close ou retirée du plan n’est plus attendue de personne', async () => {
    const ouvert = await creer('Plan à clore', 'administration');
    const action = await ajouter(ouvert, 'Poser les bornes', 'fin 2022');
    reussi(
      await declinerAction(essai.services, bcam, { plan: ouvert, action }, { maille: 'departemental', portee: 'tous' }),
    );
    expect((await attendues(finistere)).nombre).toBe(1);
    const close = { statut: 'terminee', sansPiece: 'Vu sur place' };
    reussi(await noterAction(essai.services, bcam, { plan: ouvert, action }, close));
    expect((await attendues(finistere)).nombre).toBe(0);
  });
});

describe('les notes qui mentionnent un service', () => {
  test('celles des plans qu’il lit, sauf celles qui ont été corrigées depuis', async () => {
    const action = await ajouter(plan, 'Prévenir', 'fin 2022');
    reussi(await noterAction(essai.services, bcam, { plan, action }, { texte: 'Voir avec @DNUM et les SGC-D.' }));
    const titres = async (acteur: Acteur) => (await listerMentions(essai.base, acteur, 1)).map(({ texte }) => texte);
    expect(await titres(dnum)).toEqual(['Voir avec @DNUM et les SGC-D.']);
    expect(await listerMentions(essai.base, dnum, 1)).toMatchObject([{ nommees: 'DNUM', planTitre: 'Cartes d’agent' }]);
    expect(await titres(finistere)).toEqual([]);
    const [note] = await essai.base
      .selectFrom('note_avancement')
      .select('id')
      .where('action_id', '=', action)
      .execute();
    reussi(await corrigerNote(essai.services, bcam, { plan, action }, { note: note?.id, texte: 'Voir avec la DRH.' }));
    expect(await titres(dnum)).toEqual([]);
  });

  test('une mention dans un plan que l’on ne lit pas ne se voit pas', async () => {
    const action = await ajouter(plan, 'Demander au préfet', 'fin 2022');
    reussi(
      await noterAction(essai.services, bcam, { plan, action }, { texte: 'À voir.', mention: ['d29-prefecture'] }),
    );
    expect(await listerMentions(essai.base, finistere, 1)).toEqual([]);
  });
});

test('après la correction d’une note, la suivante s’enregistre sans faux conflit', async () => {
  const action = await ajouter(plan, 'Relire', 'fin 2022');
  const vueDe = async () => (await attendu(dnum)).actions.find(({ id }) => id === action)?.vue ?? 'absente';
  reussi(await noterAction(essai.services, dnum, { plan, action }, { texte: 'Premier jet.', statut: 'en_cours' }));
  const [note] = await essai.base.selectFrom('note_avancement').select('id').where('action_id', '=', action).execute();
  essai.horloge.avancer(60_000);
  reussi(await corrigerNote(essai.services, dnum, { plan, action }, { note: note?.id, texte: 'Second jet.' }));
  const lue = (await attendu(dnum)).actions.find(({ id }) => id === action);
  expect(lue?.derniere).toMatchObject({ texte: 'Second jet.' });
  essai.horloge.avancer(60_000);
  reussi(await noterAction(essai.services, dnum, { plan, action }, { texte: 'Troisième.', vue: await vueDe() }));
});

async function creer(titre: string, diffusion: 'equipe' | 'administration'): Promise<string> {
  const saisie = {
    titre,
    genre: 'plan_d_actions',
    proprietaire: 'mi-bcam',
    territoire: 'FR',
    diffusion,
    etat: 'actif',
    dateDeReference: '2021-11-01',
  };
  return reussi(await creerPlan(essai.services, bcam, saisie));
}

async function ajouter(cible: string, intitule: string, echeances: string, pilotes = 'DNUM'): Promise<string> {
  return reussi(await creerAction(essai.services, bcam, cible, { intitule, pilotes, echeances }));
}
