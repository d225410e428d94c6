import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { entier } from '#socle/valeurs';
import { EN_SOMME, ecrireEnBase, unIndicateur, valeurs } from '../indicateurs/essais/en-base.ts';
import { ecrireNouvelleReforme } from '../reformes/commandes/creer-reforme.ts';
import { ouvrirIndicateur } from '../reformes/pages/indicateurs/acces.ts';
import { chargerFiche } from '../reformes/pages/indicateurs/charger-fiche.ts';
import { traiterFiche } from '../reformes/pages/indicateurs/traiter-fiche.ts';

/** Tuesday 15 February 2022. */
let essai: Essai;
let ditp: Acteur;
let equipe: Acteur;
let prefet29: Acteur;
let prefetBretagne: Acteur;
let fibre: string;
let isole: string;

beforeAll(async () => {
  essai = await ouvrirEssai();
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  equipe = await creerActeur(essai, 'chef_de_projet', 'mi-bcam');
  prefet29 = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  prefetBretagne = await creerActeur(essai, 'prefet_region', 'r53-prefecture', 'R53');
  for (const [acteur, courriel] of [
    [equipe, 'equipe@exemple.gouv.fr'],
    [prefet29, 'prefet29@exemple.gouv.fr'],
  ] as const) {
    await essai.base.updateTable('compte').set({ courriel }).where('id', '=', acteur.compte).execute();
  }
  const numero = await unIndicateur(essai.services, { identifiant: 'fibre', ...EN_SOMME });
  const seul = await unIndicateur(essai.services, { identifiant: 'isole' });
  await ecrireEnBase(
    essai.services,
    valeurs(
      numero,
      `D29 vi 2020-12-31 20
       D29 vc 2023-12-31 80
       D29 va 2021-12-31 50
       D35 vi 2020-12-31 10
       D35 vc 2023-12-31 60
       D35 va 2021-12-31 5`,
    ),
  );
  await ecrireEnBase(essai.services, valeurs(seul, 'D29 va 2021-12-31 1'));
  const parts = (['regional', 'departemental'] as const).map((maille) => ({
    indicateur: numero,
    maille,
    poids: entier(1),
  }));
  const saisie = {
    nom: 'Très haut débit',
    description: null,
    theme: 'Numérique',
    ministere: null,
    equipe: 'mi-bcam',
    services: [],
    mailles: ['regional' as const, 'departemental' as const],
    meteoJours: 90,
    etat: 'active' as const,
  };
  await essai.base.transaction().execute(async (transaction) => {
    reussi(await ecrireNouvelleReforme(transaction, essai.services, ditp, saisie, { parts }));
  });
  fibre = await idDe('fibre');
  isole = await idDe('isole');
});
afterAll(() => essai.fermer());

async function idDe(identifiant: string): Promise<string> {
  const { id } = await essai.base
    .selectFrom('indicateur')
    .select('id')
    .where('identifiant', '=', identifiant)
    .executeTakeFirstOrThrow();
  return id;
}

async function fiche(acteur: Acteur, id: string, adresse = '') {
  const ouvert = await ouvrirIndicateur(essai.base, acteur, id);
  return chargerFiche(essai.services, acteur, ouvert, new URLSearchParams(adresse));
}

async function envoyer(acteur: Acteur, champs: Record<string, string>) {
  return traiterFiche(essai.services, acteur, await ouvrirIndicateur(essai.base, acteur, fibre), champs);
}

const courriels = () =>
  essai.base.selectFrom('courriel').select(['adresse', 'genre', 'texte']).orderBy('cree_le').orderBy('id').execute();

describe('ce que chacun lit', () => {
  test('le préfet de département, le sien ; un autre, demandé par l’adresse, est refusé', async () => {
    const vue = await fiche(prefet29, fibre);
    expect(vue.situations.map(({ territoire }) => territoire)).toEqual(['D29']);
    expect(vue.ouvert).toMatchObject({ code: 'D29', propose: true });
    expect(vue.ecrit).toBe(false);
    await expect(fiche(prefet29, fibre, 'territoire=D35')).rejects.toMatchObject({
      init: { status: 403 },
      data: { refus: { regle: 'indicateur.lire.territoire' } },
    });
  });

  test('le préfet de région, la région et ses départements', async () => {
    const vue = await fiche(prefetBretagne, fibre, 'maille=departemental');
    expect(vue.situations.map(({ territoire }) => territoire)).toEqual(['D22', 'D29', 'D35', 'D56']);
    expect(vue.ouvert).toMatchObject({ code: 'R53', propose: false, saisies: [] });
  });

  test('un indicateur d’aucune réforme : sa définition, aucune valeur ; la DITP le lit', async () => {
    expect(await fiche(prefet29, isole)).toMatchObject({ nombre: 0, situations: [], ouvert: null, propositions: [] });
    expect((await fiche(ditp, isole)).nombre).toBe(101);
  });

  test('l’équipe de la réforme lit partout et écrit', async () => {
    expect(await fiche(equipe, fibre)).toMatchObject({ nombre: 101, ecrit: true });
  });
});

describe('ce qui est dit', () => {
  test('les chiffres d’un département, avec leur calcul', async () => {
    const { ouvert } = await fiche(ditp, fibre, 'territoire=D29');
    expect(ouvert?.chiffres[0]).toMatchObject({ texte: '50\u00a0%' });
    expect(ouvert?.chiffres[0]?.explication.calcul).toContain('100 × (50 − 20) ÷ (80 − 20)');
    expect(ouvert?.serie.attendu).toEqual([
      { jour: '2020-12-31', valeur: '20' },
      { jour: '2023-12-31', valeur: '80' },
    ]);
  });

  test('une région dont des départements manquent est partielle, et dit lesquels', async () => {
    const { ouvert } = await fiche(ditp, fibre, 'territoire=R53');
    expect(ouvert?.chiffres[0]?.texte).toContain('partiel');
    expect(ouvert?.chiffres[0]?.explication.notes.join(' ')).toContain('Morbihan');
  });

  test('les mots de la phrase comptent et filtrent', async () => {
    const vue = await fiche(ditp, fibre, 'voir=recul');
    expect(vue.comptes.find((compte) => compte.vue === 'recul')?.nombre).toBe(1);
    expect(vue.situations.map(({ territoire }) => territoire)).toEqual(['D35']);
  });

  test('un jour d’avant, rien n’était connu, et rien ne s’y écrit', async () => {
    const vue = await fiche(equipe, fibre, 'territoire=D29&au=2022-02-01');
    expect(vue).toMatchObject({ ecrit: false, regard: { passe: true } });
    expect(vue.ouvert).toMatchObject({ faits: [], propose: false });
    expect(vue.situations.find(({ territoire }) => territoire === 'D29')?.taux.texte).toBe('non mesuré');
  });
});

describe('saisir et proposer', () => {
  const VALEUR = { territoire: 'D29', type: 'va', jour: '2022-01-31', valeur: '52' };

  test('ni le préfet ne saisit, ni la région ne propose', async () => {
    expect(await envoyer(prefet29, { ...VALEUR, intention: 'saisir' })).toMatchObject({
      refus: { nature: 'interdit', regle: 'valeur.ecrire.equipe' },
    });
    expect(await envoyer(prefetBretagne, { ...VALEUR, intention: 'proposer' })).toMatchObject({
      refus: { nature: 'interdit', regle: 'valeur.proposer.profil' },
    });
    expect(await envoyer(prefet29, { ...VALEUR, territoire: 'D35', intention: 'proposer' })).toMatchObject({
      refus: { nature: 'interdit' },
    });
    expect(await courriels()).toEqual([]);
  });

  test('une proposition prévient l’équipe, sa réponse prévient le préfet, sans dire la valeur', async () => {
    expect(reussi(await envoyer(prefet29, { ...VALEUR, intention: 'proposer' }))).toBe('proposee');
    expect(await courriels()).toMatchObject([{ adresse: 'equipe@exemple.gouv.fr', genre: 'valeur.proposer' }]);
    const [proposition] = (await fiche(equipe, fibre)).propositions;
    expect(proposition).toMatchObject({ territoire: 'D29', valeur: '52\u00a0logements', etat: 'ouverte' });
    const id = proposition?.id ?? '';
    const sansMotif = await envoyer(equipe, { intention: 'refuser', proposition: id });
    expect(sansMotif).toMatchObject({ refus: { champs: { [`motif-${id}`]: expect.any(String) } } });
    expect(
      reussi(await envoyer(equipe, { intention: 'refuser', proposition: id, [`motif-${id}`]: 'Source inconnue' })),
    ).toBe('refusee');
    const reponse = (await courriels()).find(({ genre }) => genre === 'proposition.refuser');
    expect(reponse).toMatchObject({ adresse: 'prefet29@exemple.gouv.fr' });
    expect(reponse?.texte).not.toContain('52\u00a0');
    expect((await fiche(prefet29, fibre)).propositions).toMatchObject([
      { etat: 'refusee', reponse: 'Source inconnue' },
    ]);
  });

  test('une rectification garde l’ancienne valeur, le motif et l’auteur', async () => {
    reussi(await envoyer(equipe, { ...VALEUR, intention: 'saisir' }));
    const sansMotif = await envoyer(equipe, { ...VALEUR, valeur: '53', intention: 'saisir' });
    expect(sansMotif).toMatchObject({ refus: { champs: { motif: expect.any(String) } } });
    reussi(await envoyer(equipe, { ...VALEUR, valeur: '53', motif: 'Erreur de saisie', intention: 'saisir' }));
    const { ouvert } = await fiche(prefet29, fibre);
    expect(ouvert?.faits[0]).toMatchObject({
      valeur: '53\u00a0logements',
      avant: '52\u00a0logements',
      motif: 'Erreur de saisie',
      auteur: 'chef_de_projet, mi-bcam',
    });
  });
});
