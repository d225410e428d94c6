import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { creerAction } from './commandes/creer-action.ts';
import { creerPlan } from './commandes/creer-plan.ts';
import { noterAction } from './commandes/noter-action.ts';
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

async function ajouter(cible: string, intitule: string, echeances: string): Promise<string> {
  return reussi(await creerAction(essai.services, bcam, cible, { intitule, pilotes: 'DNUM', echeances }));
}
