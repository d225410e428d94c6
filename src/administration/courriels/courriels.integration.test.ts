import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { deposerCourriel } from '#socle/courrier';
import type { Jour } from '#socle/valeurs';
import { essayerLeCourrier } from './essayer.ts';
import { type CriteresDeCourriels, listerCourriels, trouverCourriel } from './lectures.ts';
import { renvoyerCourriel } from './renvoyer.ts';

let essai: Essai;
let ditp: Acteur;
let prefet: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai();
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
});
afterAll(() => essai.fermer());

const TOUS: CriteresDeCourriels = { etat: null, destinataire: null, du: null, au: null, page: 1 };
const REFUS = { ok: false, refus: { nature: 'interdit', regle: 'comptes.national' } };

describe('la boîte d’envoi est aux administrateurs nationaux', () => {
  test('un préfet ne la lit pas, n’essaie pas l’envoi, ne renvoie rien', async () => {
    const id = await deposer('refus', 'agent@exemple.gouv.fr');
    await abandonner(id);
    expect(await listerCourriels(essai.base, prefet, TOUS)).toMatchObject(REFUS);
    expect(await trouverCourriel(essai.base, prefet, id)).toMatchObject(REFUS);
    expect(await renvoyerCourriel(essai.services, prefet, id)).toMatchObject(REFUS);
    expect(await essayerLeCourrier(essai.services, prefet, { adresse: 'a@exemple.gouv.fr' })).toMatchObject(REFUS);
    expect((await lignes(ditp)).map(({ sujet, etat }) => [sujet, etat])).toEqual([['refus', 'abandonne']]);
  });

  test('un jeton de la DITP n’est pas la DITP', async () => {
    const machine: Acteur = { ...ditp, genre: 'machine', portees: ['plans.lire'] };
    expect(await listerCourriels(essai.base, machine, TOUS)).toMatchObject({ ok: false });
  });
});

describe('chercher', () => {
  beforeAll(async () => {
    essai.horloge.avancer(60_000);
    await deposer('Brest', 'jean-paul.kermarrec@finistere.exemple.gouv.fr');
    essai.horloge.regler('2022-02-15T23:30:00Z');
    await deposer('Minuit', 'anne@rhone.exemple.gouv.fr');
  });

  test('par un mot de l’adresse, plusieurs, ou l’adresse entière', async () => {
    const sujets = async (destinataire: string) =>
      (await lignes(ditp, { destinataire })).map(({ sujet }) => sujet).sort();
    expect(await sujets('Kermarrec')).toEqual(['Brest']);
    expect(await sujets('finistere paul')).toEqual(['Brest']);
    expect(await sujets('jean-paul.kermarrec@finistere.exemple.gouv.fr')).toEqual(['Brest']);
    expect(await sujets('kerma')).toEqual([]);
    expect(await sujets('rhone')).toEqual(['Minuit']);
  });

  test('par état et par jour de Paris : 23 h 30 UTC le 15 février est le 16', async () => {
    expect((await lignes(ditp, { etat: 'attente' })).map(({ sujet }) => sujet)).toEqual(['Minuit', 'Brest']);
    expect((await lignes(ditp, { du: '2022-02-16' as Jour })).map(({ sujet }) => sujet)).toEqual(['Minuit']);
    expect((await lignes(ditp, { au: '2022-02-15' as Jour })).map(({ sujet }) => sujet)).toEqual(['Brest', 'refus']);
  });
});

describe('renvoyer un courriel abandonné', () => {
  test('il repart de zéro, une fois : la seconde demande est dite inutile', async () => {
    const id = await deposer('à renvoyer', 'agent@exemple.gouv.fr');
    await abandonner(id);
    const resultats = await Promise.all([1, 2].map(() => renvoyerCourriel(essai.services, ditp, id)));
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1);
    expect(resultats.find(({ ok }) => !ok)).toMatchObject({ refus: { regle: 'courriel.renvoyer.etat' } });
    expect(reussi(await trouverCourriel(essai.base, ditp, id))).toMatchObject({
      etat: 'attente',
      essais: 0,
      erreur: null,
    });
    const actes = await essai.base
      .selectFrom('journal')
      .select(['acte', 'auteur'])
      .where('objet_id', '=', id)
      .execute();
    expect(actes).toEqual([{ acte: 'courriel.renvoyer', auteur: ditp.compte }]);
  });

  test('un courriel inconnu, même mal nommé, est introuvable', async () => {
    expect(await renvoyerCourriel(essai.services, ditp, 'nimporte')).toMatchObject({
      refus: { regle: 'courriel.introuvable' },
    });
  });
});

describe('essayer l’envoi', () => {
  test('une adresse incomplète est refusée, rien n’est déposé', async () => {
    const avant = (await lignes(ditp)).length;
    expect(await essayerLeCourrier(essai.services, ditp, { adresse: 'agent' })).toMatchObject({
      refus: { champs: { adresse: 'Cette adresse n’est pas complète. Écrivez-la comme prenom.nom@exemple.gouv.fr.' } },
    });
    expect(await lignes(ditp)).toHaveLength(avant);
  });

  test('le courriel attend dans la boîte, et le journal ne dit pas à qui', async () => {
    const { courriel } = reussi(await essayerLeCourrier(essai.services, ditp, { adresse: ' Essai@exemple.gouv.fr' }));
    expect(reussi(await trouverCourriel(essai.base, ditp, courriel))).toMatchObject({
      adresse: 'essai@exemple.gouv.fr',
      etat: 'attente',
    });
    const [acte] = await essai.base.selectFrom('journal').selectAll().where('objet_id', '=', courriel).execute();
    expect(acte?.acte).toBe('courriel.essayer');
    expect(JSON.stringify(acte)).not.toContain('essai@');
  });
});

async function lignes(acteur: Acteur, criteres: Partial<CriteresDeCourriels> = {}) {
  return reussi(await listerCourriels(essai.base, acteur, { ...TOUS, ...criteres })).courriels;
}

function deposer(sujet: string, adresse: string): Promise<string> {
  return deposerCourriel(essai.base, essai.services, {
    cle: sujet,
    genre: 'essai',
    compte: null,
    adresse,
    message: { sujet, paragraphes: ['Bonjour.'], raison: 'Essai.' },
  });
}

async function abandonner(id: string): Promise<void> {
  await essai.base
    .updateTable('courriel')
    .set({ abandonne_le: essai.horloge.maintenant(), prochain_essai_le: null, essais: 9, erreur: 'Refusé.' })
    .where('id', '=', id)
    .execute();
}
