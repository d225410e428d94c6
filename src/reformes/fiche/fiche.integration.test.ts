import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { ecrireEnBase, unIndicateur, valeurs } from '#indicateurs/essais';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { type Jour, lireJour } from '#socle/valeurs';
import { TERRITOIRES, type Territoire } from '#territoires';
import { declarerMeteo } from '../commandes/declarer-meteo.ts';
import { ecrireAnalyse } from '../commandes/ecrire-analyse.ts';
import { type ReformeDEssai, uneReforme, unSuivi } from '../essais/reformes.ts';
import { lireReformeSansPolitique } from '../lectures/reformes.ts';
import { composerReforme } from './commandes/composer-reforme.ts';
import { ajouterContact, retirerContact } from './commandes/contacts.ts';
import { delierPlan, lierPlan } from './commandes/liens.ts';
import { changerDEtat, modifierReforme } from './commandes/modifier-reforme.ts';
import { effetDeLaComposition } from './composition.ts';
import { donneesDeLaSituation } from './donnees-de-la-situation.ts';
import { lireAnalyses } from './lectures/analyses.ts';
import { lireContacts } from './lectures/contacts.ts';
import { historiqueDeLaReforme } from './lectures/historique.ts';
import { liensDeLaReforme, liensDuPlan } from './lectures/liens.ts';

let essai: Essai;
let ditp: Acteur;
let equipe: Acteur;
let prefet: Acteur;
let fibre: ReformeDEssai;
const au = lireJour('2022-02-15') as Jour;

beforeAll(async () => {
  essai = await ouvrirEssai();
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  equipe = await creerActeur(essai, 'chef_de_projet', 'mefsin-dge');
  prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  fibre = await uneReforme(essai, { nom: 'Fibre', equipe: 'mefsin-dge' });
  await unSuivi(essai, fibre, 'D29', { va: '60' });
  await unSuivi(essai, fibre, 'D35', { va: '80' });
});
afterAll(() => essai.fermer());

const territoire = (code: string): Territoire => {
  const trouve = TERRITOIRES.find((un) => un.code === code);
  if (trouve === undefined) throw new Error(code);
  return trouve;
};

async function reformeLue(id = fibre.id) {
  const lue = await lireReformeSansPolitique(essai.base, id);
  if (lue === null) throw new Error(id);
  return lue;
}

const saisieDe = async (id?: string) => {
  const { nom, theme, equipe: service, services, mailles, version } = await reformeLue(id);
  return { nom, theme, equipe: service, services, mailles, version };
};

describe('modifier une réforme', () => {
  test('seule la DITP le fait', async () => {
    const rendu = await modifierReforme(essai.services, equipe, fibre.id, { ...(await saisieDe()), nom: 'Autre nom' });
    expect(rendu).toMatchObject({ ok: false, refus: { regle: 'reforme.configurer.profil' } });
  });

  test('une saisie fautive dit chaque champ ; un ministère inconnu est refusé', async () => {
    const saisie = { ...(await saisieDe()), nom: ' ', mailles: [] };
    expect(await modifierReforme(essai.services, ditp, fibre.id, saisie)).toMatchObject({
      ok: false,
      refus: { champs: { nom: 'Donnez un nom à la réforme.', mailles: 'Choisissez au moins une maille.' } },
    });
    const inconnu = { ...(await saisieDe()), ministere: 'mefsin-dge' };
    expect(await modifierReforme(essai.services, ditp, fibre.id, inconnu)).toMatchObject({
      ok: false,
      refus: { regle: 'reforme.rattachement' },
    });
  });

  test('deux personnes en même temps : la seconde est prévenue, rien n’est écrasé', async () => {
    const saisie = await saisieDe();
    reussi(await modifierReforme(essai.services, ditp, fibre.id, { ...saisie, nom: 'Très haut débit' }));
    expect(await modifierReforme(essai.services, ditp, fibre.id, { ...saisie, nom: 'Fibre pour tous' })).toMatchObject({
      ok: false,
      refus: { nature: 'conflit', regle: 'reforme.version' },
    });
    expect((await reformeLue()).nom).toBe('Très haut débit');
  });

  test('quitter un niveau retire ses indicateurs de ce niveau, et ses taux', async () => {
    const id = (await uneReforme(essai, { nom: 'Bientôt nationale' })).id;
    reussi(await modifierReforme(essai.services, ditp, id, { ...(await saisieDe(id)), mailles: ['national'] }));
    const { panier } = await reformeLue(id);
    const { rows: parts } = await lignesDuPanier(panier);
    expect(parts).toEqual([{ maille: 'national' }]);
  });

  test('publier, archiver, rouvrir ; archivée, elle ne change plus', async () => {
    const { id } = await uneReforme(essai, { nom: 'En préparation', etat: 'brouillon' });
    reussi(await changerDEtat(essai.services, ditp, id, 'publier'));
    reussi(await changerDEtat(essai.services, ditp, id, 'publier'));
    reussi(await changerDEtat(essai.services, ditp, id, 'archiver'));
    for (const refuse of [
      await modifierReforme(essai.services, ditp, id, await saisieDe(id)),
      await composerReforme(essai.services, ditp, id, { version: (await reformeLue(id)).version, lignes: [] }),
    ])
      expect(refuse).toMatchObject({ ok: false, refus: { regle: 'reforme.archivee' } });
    reussi(await changerDEtat(essai.services, ditp, id, 'rouvrir'));
    const actes = await essai.base
      .selectFrom('journal')
      .select('charge')
      .where('objet_id', '=', id)
      .where('acte', '=', 'reforme.modifier')
      .orderBy('sequence')
      .execute();
    expect(actes.map(({ charge }) => JSON.parse(charge).etat)).toEqual(['active', 'archivee', 'active']);
  });
});

async function lignesDuPanier(panier: number) {
  const rows = await essai.base.selectFrom('panier_indicateur').select('maille').where('panier', '=', panier).execute();
  return { rows };
}

describe('composer les indicateurs', () => {
  const ligne = (indicateur: number, national: string, regional: string, departemental: string) => ({
    indicateur,
    national,
    regional,
    departemental,
  });

  test('chaque poids fautif est nommé, et rien n’est écrit', async () => {
    const { version } = await reformeLue();
    const lignes = [ligne(fibre.indicateur, 'beaucoup', '-5', '100'), ligne(999_999, '', '', '10')];
    const rendu = await composerReforme(essai.services, ditp, fibre.id, { version, lignes });
    expect(rendu.ok ? {} : rendu.refus.champs).toEqual({
      [`poids.${fibre.indicateur}.national`]: '« beaucoup » n’est pas un poids : écrivez un nombre, comme 60 ou 12,5.',
      [`poids.${fibre.indicateur}.regional`]: expect.stringContaining('ne peut pas être négatif'),
      'poids.999999.departemental': 'Cet indicateur n’existe pas ou n’existe plus : retirez-le.',
    });
    expect((await reformeLue()).version).toBe(version);
  });

  test('l’aperçu annonce ce que l’enregistrement fait, sans rien écrire', async () => {
    const second = await unIndicateur(essai.services, { identifiant: 'second', nom: 'Second indicateur' });
    await ecrireEnBase(
      essai.services,
      valeurs(second, 'D29 vi 2020-01-01 0\nD29 va 2022-01-31 100\nD29 vc 2022-12-31 100'),
    );
    const lignes = [ligne(fibre.indicateur, '100', '100', '60'), ligne(second, '', '', '40')];
    const reforme = await reformeLue();
    const avant = await situations();
    const effet = reussi(await effetDeLaComposition(essai.base, reforme, lignes, au));
    expect(await situations()).toEqual(avant);
    // D29 : 60 × 60 % + 40 × 100 % = 76 ; D35, sans second indicateur, n’a plus de taux.
    expect(effet.exemples).toContainEqual({ lieu: 'Finistère', avant: '60\u00a0%', apres: '76\u00a0%' });
    expect(effet.exemples).toContainEqual({ lieu: 'Ille-et-Vilaine', avant: '80\u00a0%', apres: 'sans taux' });
    expect(effet).toMatchObject({ perdent: 1, gagnent: 0 });
    expect(effet.totaux).toContainEqual({ maille: 'departemental', total: '100', avertissement: null });
    reussi(await composerReforme(essai.services, ditp, fibre.id, { version: reforme.version, lignes }));
    const apres = new Map((await situations()).map(({ territoire: code, taux_global }) => [code, taux_global]));
    expect([apres.get('D29'), apres.get('D35')]).toEqual(['76', null]);
    expect(
      await composerReforme(essai.services, ditp, fibre.id, { version: reforme.version, lignes: [] }),
    ).toMatchObject({ ok: false, refus: { nature: 'conflit' } });
  });

  async function situations() {
    const { panier } = await reformeLue();
    return essai.base
      .selectFrom('situation_de_panier')
      .select(['territoire', 'taux_global'])
      .where('panier', '=', panier)
      .orderBy('territoire')
      .execute();
  }
});

test('l’analyse : une version s’ajoute, qui part d’une version dépassée est prévenu', async () => {
  const ecrire = (synthese: string, depuis: string) =>
    ecrireAnalyse(essai.services, prefet, fibre.id, { territoire: 'D29', synthese, depuis });
  reussi(await ecrire('Première', ''));
  const [premiere] = await lireAnalyses(essai.base, fibre.id, 'D29');
  reussi(await ecrire('Deuxième', premiere?.id ?? ''));
  expect(await ecrire('Troisième', premiere?.id ?? '')).toMatchObject({
    ok: false,
    refus: { nature: 'conflit', regle: 'analyse.conflit' },
  });
  const versions = await lireAnalyses(essai.base, fibre.id, 'D29');
  expect(versions.map(({ synthese, auteur }) => [synthese, auteur])).toEqual([
    ['Deuxième', prefet.nom],
    ['Première', prefet.nom],
  ]);
});

test('les contacts : l’équipe les tient, chacun lit ceux de ses territoires', async () => {
  const saisie = { fonction: 'Référente', territoire: 'D35', courriel: 'fibre@exemple.gouv.fr' };
  expect(await ajouterContact(essai.services, prefet, fibre.id, saisie)).toMatchObject({
    ok: false,
    refus: { regle: 'reforme.tenir.equipe' },
  });
  expect(await ajouterContact(essai.services, equipe, fibre.id, { fonction: 'Sans adresse' })).toMatchObject({
    ok: false,
    refus: { champs: { courriel: expect.stringContaining('un courriel ou un téléphone') } },
  });
  reussi(await ajouterContact(essai.services, equipe, fibre.id, saisie));
  reussi(
    await ajouterContact(essai.services, equipe, fibre.id, { fonction: 'Chef de projet', telephone: '01 02 03 04 05' }),
  );
  const fonctions = async (codes: string[]) =>
    (await lireContacts(essai.base, fibre.id, codes)).map(({ fonction }) => fonction);
  expect(await fonctions(['D29'])).toEqual(['Chef de projet']);
  expect(await fonctions(['D35'])).toEqual(['Chef de projet', 'Référente']);
  const [premier] = await lireContacts(essai.base, fibre.id, []);
  reussi(await retirerContact(essai.services, equipe, fibre.id, premier?.id ?? ''));
  reussi(await retirerContact(essai.services, equipe, fibre.id, premier?.id ?? ''));
  expect(await fonctions([])).toEqual([]);
});

test('les plans liés se voient des deux côtés, de qui lit l’un et l’autre', async () => {
  const bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  const plan = await unPlan('mefsin-dge', 'administration');
  const ferme = await unPlan('d44-prefecture', 'equipe');
  expect(await lierPlan(essai.services, bcam, fibre.id, { plan })).toMatchObject({ ok: false });
  expect(await lierPlan(essai.services, equipe, fibre.id, { plan: ferme })).toMatchObject({
    ok: false,
    refus: { champs: { plan: expect.stringContaining('Vous ne lisez pas ce plan') } },
  });
  const doubles = await Promise.all([1, 2].map(() => lierPlan(essai.services, equipe, fibre.id, { plan })));
  expect(doubles.map(({ ok }) => ok)).toEqual([true, true]);
  // Links stand in the order of the clock, which tests hold still.
  essai.horloge.avancer(60_000);
  reussi(await lierPlan(essai.services, ditp, fibre.id, { plan: ferme }));
  expect((await liensDeLaReforme(essai.base, equipe, fibre.id)).map((lien) => lien.plan.id)).toEqual([plan]);
  expect((await liensDeLaReforme(essai.base, ditp, fibre.id)).map((lien) => lien.plan.id)).toEqual([plan, ferme]);
  expect((await liensDuPlan(essai.base, equipe, plan)).map(({ reforme }) => reforme.id)).toEqual([fibre.id]);
  // Reads the plan, not the reform.
  expect(await liensDuPlan(essai.base, bcam, plan)).toEqual([]);
  const [lien] = await liensDuPlan(essai.base, equipe, plan);
  reussi(await delierPlan(essai.services, equipe, fibre.id, lien?.id ?? ''));
  expect(await liensDuPlan(essai.base, equipe, plan)).toEqual([]);
});

async function unPlan(proprietaire: string, diffusion: string): Promise<string> {
  const id = essai.services.ids.nouveau();
  await essai.base
    .insertInto('plan')
    .values({
      id,
      titre: `Plan de ${proprietaire}`,
      genre: 'plan_d_actions',
      proprietaire_id: proprietaire,
      territoire_code: proprietaire === 'd44-prefecture' ? 'D44' : 'FR',
      diffusion,
      etat: 'actif',
      cree_le: essai.horloge.maintenant(),
      cree_par: ditp.compte,
    })
    .execute();
  return id;
}

test('l’historique se borne aux territoires demandés', async () => {
  reussi(await declarerMeteo(essai.services, ditp, fibre.id, { territoire: 'D35', meteo: 'orage', phrase: 'Bloquée' }));
  const lieux = async (territoires: string[]) =>
    (await historiqueDeLaReforme(essai.base, prefet, fibre.id, { limite: 100, saut: 0, territoires })).map(
      ({ territoire: code }) => code,
    );
  expect(await lieux(['D29'])).not.toContain('D35');
  expect(await lieux(['D29', 'D35'])).toContain('D35');
});

test('la situation : phrase, explication du taux, indicateurs expliqués et signés, divergence en une phrase', async () => {
  const mdph = await uneReforme(essai, { nom: 'MDPH' });
  await unSuivi(essai, mdph, 'D29', { va: '20' });
  reussi(
    await declarerMeteo(essai.services, prefet, mdph.id, {
      territoire: 'D29',
      meteo: 'soleil',
      phrase: 'Tout va bien',
    }),
  );
  const reforme = await reformeLue(mdph.id);
  const demande = {
    acteur: prefet,
    reforme,
    territoire: territoire('D29'),
    lisibles: ['D29'],
    regard: { jour: au, passe: false },
    versions: 1,
  };
  const vue = await donneesDeLaSituation(essai.base, demande);
  expect(vue.phrase).toMatchObject({
    tete: '20\u00a0%',
    suites: [expect.stringContaining('sous la trajectoire'), expect.anything()],
  });
  expect(vue.meteo.actuelle?.divergence).toBe(
    'Météo «\u00a0soleil\u00a0», mais l’indicateur est 49,5\u00a0points sous sa trajectoire',
  );
  expect(vue.explicationDuTaux?.formule).toContain('moyenne des taux de ses indicateurs');
  const [indicateur] = vue.indicateurs;
  expect(indicateur?.suivi?.chiffres.map(({ nom }) => nom)).toContain('Dernière valeur');
  const valeur = indicateur?.suivi?.chiffres.find(({ nom }) => nom === 'Dernière valeur');
  expect(valeur?.explication.entrees.map(({ terme }) => terme)).toContain('donnée par');
  expect(vue.meteo.taux).toEqual([{ jour: '2022-01-31', valeur: '20' }]);
  expect(vue.meteo.fiabilite.phrase).toMatch(/^Trop peu de météos passées/);
});
