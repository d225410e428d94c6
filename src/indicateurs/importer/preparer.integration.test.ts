import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { ecrireEnBase, unIndicateur, valeurs } from '../essais/en-base.ts';
import { lignesADire } from '../lectures/lignes-deposees.ts';
import { pointsDesSeries, seriesDeposees } from '../lectures/series-deposees.ts';
import { appliquerImport, lancerImport } from './appliquer.ts';
import { ecarterSerie } from './ecarter.ts';
import { tenirLImport } from './interrompus.ts';
import { recevoirFichier } from './recevoir.ts';
import { relireImport } from './relire.ts';
import { trouverImport } from './trouver.ts';

/** Tuesday 15 February 2022. */
let essai: Essai;
let chef: Acteur;
let autre: Acteur;
let rang = 0;

beforeAll(async () => {
  essai = await ouvrirEssai();
  chef = await creerActeur(essai, 'chef_de_projet', 'mi-dnum');
  autre = await creerActeur(essai, 'chef_de_projet', 'mi-bcam');
});
afterAll(() => essai.fermer());

const ENTETE = 'identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur';

function formulaire(lignes: readonly string[], nom = 'valeurs.csv'): FormData {
  const donnees = new FormData();
  donnees.set('fichier', new File([[ENTETE, ...lignes].join('\n')], nom, { type: 'text/csv' }));
  return donnees;
}

async function fibre(): Promise<{ numero: number; identifiant: string }> {
  rang += 1;
  const identifiant = `fibre-${rang}`;
  return { identifiant, numero: await unIndicateur(essai.services, { identifiant, responsable: 'mi-dnum' }) };
}

async function deposer(lignes: readonly string[]): Promise<string> {
  const id = reussi(await recevoirFichier(essai.services, chef, formulaire(lignes)));
  await expect.poll(async () => reussi(await trouverImport(essai.services, chef, id)).etat).not.toBe('lecture');
  return id;
}

const lire = async (id: string) => reussi(await trouverImport(essai.services, chef, id));

describe('déposer par la page', () => {
  test('sans fichier, le champ le dit ; rien n’est gardé', async () => {
    expect(await recevoirFichier(essai.services, chef, new FormData())).toMatchObject({
      refus: { nature: 'invalide', champs: { fichier: 'Choisissez le fichier de valeurs.' } },
    });
  });

  test('les indicateurs inconnus sont nommés, avec ce que chacun apporterait', async () => {
    const id = await deposer([
      'inconnu-a;D29;;2022-01-31;va;1',
      'inconnu-a;D35;;2022-01-31;va;1',
      'inconnu-b;D29;;2022-01-31;va;1',
    ]);
    expect((await lire(id)).bilan?.fichier.inconnus).toEqual([
      { identifiant: 'inconnu-a', valeurs: 2 },
      { identifiant: 'inconnu-b', valeurs: 1 },
    ]);
  });
});

describe('relire', () => {
  test('seul qui a déposé relit', async () => {
    const { identifiant } = await fibre();
    const id = await deposer([`${identifiant};D29;;2022-01-31;va;77`]);
    expect(await relireImport(essai.services, autre, id)).toMatchObject({ refus: { nature: 'introuvable' } });
  });

  test('l’indicateur créé entre-temps est reconnu, et l’ancienne page n’importe plus', async () => {
    const id = await deposer(['cree-apres;D29;;2022-01-31;va;77']);
    expect((await lire(id)).bilan?.fichier.refusees).toBe(1);
    await unIndicateur(essai.services, { identifiant: 'cree-apres', responsable: 'mi-dnum' });
    reussi(await relireImport(essai.services, chef, id));
    const relu = await lire(id);
    expect(relu).toMatchObject({ etat: 'lu', version: 2, bilan: { effet: { nouvelles: 1 } } });
    expect(await appliquerImport(essai.services, chef, id, { motif: '', version: 1 })).toMatchObject({
      refus: { regle: 'valeurs.importer.deja' },
    });
    expect(reussi(await lancerImport(essai.services, chef, id, { motif: '', version: 2 }))).toMatchObject({
      nouvelles: 1,
    });
    expect(await relireImport(essai.services, chef, id)).toMatchObject({ refus: { regle: 'valeurs.relire.etat' } });
  });
});

describe('écarter une série', () => {
  test('ses valeurs sont refusées et dites, le reste s’importe ; une page d’avant ne décide plus', async () => {
    const { identifiant, numero } = await fibre();
    const histoire = Array.from({ length: 6 }, (_, i) => `D29 va 2021-0${i + 1}-28 ${100 + i}`).join('\n');
    await ecrireEnBase(essai.services, valeurs(numero, histoire));
    const id = await deposer([`${identifiant};D29;;2021-12-31;va;900`, `${identifiant};D35;;2021-12-31;va;50`]);
    expect((await lire(id)).bilan?.effet).toMatchObject({ aConfirmer: 1, motifDemande: true, nouvelles: 2 });
    const [douteuse] = await seriesDeposees(essai.base, id, { vue: 'douteuses', saut: 0, limite: 5 });
    expect(douteuse).toMatchObject({ territoire: 'D29', type: 'va' });
    const points = await pointsDesSeries(essai.base, id, douteuse ? [douteuse] : []);
    expect(points.get(`${numero}-D29-va`)?.proposes).toEqual([{ jour: '2021-12-31', valeur: '900', avant: null }]);
    const champs = { numero: String(numero), territoire: 'D29', type: 'va', version: '1' };
    expect(await ecarterSerie(essai.services, autre, id, champs)).toMatchObject({ refus: { nature: 'introuvable' } });
    reussi(await ecarterSerie(essai.services, chef, id, champs));
    expect(await ecarterSerie(essai.services, chef, id, champs)).toMatchObject({ refus: { nature: 'conflit' } });
    const vu = await lire(id);
    expect(vu.bilan).toMatchObject({
      fichier: { refusees: 1, pretes: 1 },
      effet: { aConfirmer: 0, motifDemande: false, nouvelles: 1 },
    });
    expect(await lignesADire(essai.base, id, { etat: 'refusee', limite: 10 })).toMatchObject([{ regle: 'ecartee' }]);
    expect(reussi(await lancerImport(essai.services, chef, id, { motif: '', version: 2 }))).toMatchObject({
      nouvelles: 1,
    });
  });
});

test('une écriture interrompue est dite et se reprend ; tant que quelqu’un écrit, l’import n’est pas rendu', async () => {
  const { identifiant } = await fibre();
  const id = await deposer([`${identifiant};D29;;2022-01-31;va;77`]);
  await essai.base.updateTable('import_de_valeurs').set({ etat: 'application' }).where('id', '=', id).execute();
  expect((await lire(id)).etat, 'à l’instant').toBe('application');
  essai.horloge.avancer(6_000);
  await essai.base.transaction().execute(async (transaction) => {
    await tenirLImport(transaction, id);
    expect((await lire(id)).etat, 'quelqu’un écrit').toBe('application');
  });
  expect(await lire(id)).toMatchObject({ etat: 'lu', refus: expect.stringContaining('rien n’a été enregistré') });
  expect(reussi(await lancerImport(essai.services, chef, id, { motif: '', version: 1 }))).toMatchObject({
    nouvelles: 1,
  });
  expect((await lire(id)).etat).toBe('applique');
});
