import { describe, expect, test } from 'vitest';
import { lireLignes } from '#tableur';
import { d, le, simple } from '../essais/valeurs.ts';
import { faireLeBilan } from './bilan.ts';
import { lireFichierDeValeurs } from './lire-fichier.ts';
import type { ContexteDeLecture, FichierDeValeurs, IndicateurConnu } from './modele.ts';
import { verifierValeurs } from './verifier.ts';

async function fichier(texte: string, nom = 'valeurs.csv'): Promise<FichierDeValeurs> {
  const lignes = await lireLignes(new TextEncoder().encode(texte), nom);
  if (!lignes.ok) throw new Error(lignes.refus.message);
  const lu = lireFichierDeValeurs(lignes.valeur);
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
}

const FIBRE: IndicateurConnu = {
  numero: 1,
  identifiant: 'fibre',
  unite: '% des locaux',
  sens: 'hausse',
  mailles: ['national', 'departemental'],
  sansObjet: new Set(['D976']),
  cumule: false,
  estCalculee: (territoire) => territoire === 'FR',
};
const DELAI: IndicateurConnu = {
  ...FIBRE,
  numero: 2,
  identifiant: 'delai',
  unite: 'mois',
  sens: 'baisse',
  mailles: ['national', 'regional', 'departemental'],
  estCalculee: () => false,
};
const CONTEXTE: ContexteDeLecture = {
  au: le('2022-02-15'),
  indicateurs: new Map([
    ['fibre', FIBRE],
    ['delai', DELAI],
    ['ferme', { ...DELAI, numero: 3, identifiant: 'ferme' }],
  ]),
  ferme: ({ identifiant }) => (identifiant === 'ferme' ? 'Ce n’est pas le vôtre.' : null),
  initiale: (indicateur, territoire) => (indicateur === 2 && territoire === 'D35' ? d(4) : null),
};
const ENTETE = 'identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur';

async function lire(lignes: string) {
  const lu = await fichier(`${ENTETE}\n${lignes}`);
  return verifierValeurs(lu, CONTEXTE).map(({ ligne, etat, territoire, type, jour, valeur, regle, message }) => ({
    ligne,
    etat,
    valeur: valeur === null ? null : `${territoire} ${type} ${jour} ${valeur}`,
    regle,
    message: message && simple(message),
  }));
}

describe('le format du tableau de bord de l’État', () => {
  test('zones, types et nombres comme les gens les écrivent', async () => {
    const lues = await lire(
      [
        'fibre;D29;Finistère;2022-01-31;va;77,5',
        'fibre;d29;Finistère;31/12/2020;VI;22 %',
        'delai;FRANCE;France;2021-12;va;1\u202f234,5',
        'delai;R53;Bretagne;2023-12-31;vc;−3',
        'delai;D2A;Corse-du-Sud;2021-12-31 00:00:00;va;74396.0',
      ].join('\n'),
    );
    expect(lues.map(({ etat, valeur }) => [etat, valeur])).toEqual([
      ['prete', 'D29 va 2022-01-31 77.5'],
      ['prete', 'D29 vi 2020-12-31 22'],
      ['prete', 'FR va 2021-12-31 1234.5'],
      ['prete', 'R53 vc 2023-12-31 -3'],
      ['prete', 'D2A va 2021-12-31 74396'],
    ]);
  });

  test.each([
    ['velo;D29;;2022-01-31;va;1', 'indicateur_inconnu', /« velo » n’existe pas : vérifiez/],
    [';D29;;2022-01-31;va;1', 'indicateur_inconnu', /ne dit pas de quel indicateur/],
    ['ferme;D29;;2022-01-31;va;1', 'indicateur_ferme', /« ferme » : Ce n’est pas le vôtre/],
    ['fibre;D99;;2022-01-31;va;1', 'zone_inconnue', /« D99 » n’existe pas : écrivez FRANCE, R53 ou D29/],
    ['fibre;R53;;2022-01-31;va;1', 'maille_non_suivie', /n’est pas suivi par région/],
    ['fibre;D976;;2022-01-31;va;1', 'sans_objet', /sans objet dans ce territoire/],
    ['fibre;FRANCE;;2022-01-31;va;1', 'valeur_calculee', /est calculée à partir des territoires/],
    ['fibre;D29;;2022-01-31;vx;1', 'type_inconnu', /écrivez vi \(valeur initiale\)/],
    ['fibre;D29;;31/02/2022;va;1', 'date_illisible', /« 31\/02\/2022 » n’est pas une date/],
    ['fibre;D29;;2022-02-16;va;1', 'date_future', /16 février 2022 n’est pas encore passé/],
    ['fibre;D29;;2022-01-31;va;beaucoup', 'nombre_illisible', /« beaucoup » n’est pas un nombre/],
    ['fibre;D29;;2022-01-31;va;1.234,5', 'nombre_illisible', /n’est pas un nombre/],
    ['delai;D29;;2022-01-31;va;12 %', 'nombre_illisible', /« 12 % » n’est pas un nombre/],
    ['fibre;D29;;2022-01-31;va;', 'sans_valeur', /ni 0 ni retrait/],
  ])('%s est écartée, et dit pourquoi', async (ligne, regle, phrase) => {
    const [lue] = await lire(ligne);
    expect(lue).toMatchObject({ ligne: 2, valeur: null, regle });
    expect(lue?.message).toMatch(phrase);
  });

  test('la même valeur deux fois est prise une fois ; deux valeurs pour le même jour ne le sont pas', async () => {
    const lues = await lire(
      [
        'fibre;D29;;2022-01-31;va;77,5',
        'fibre;D29;;2022-01-31;va;77.50',
        'fibre;D35;;2022-01-31;va;80',
        'fibre;D35;;2022-01-31;va;81',
      ].join('\n'),
    );
    expect(lues.map(({ ligne, etat, regle }) => [ligne, etat, regle])).toEqual([
      [2, 'prete', null],
      [3, 'repetee', 'doublon'],
      [4, 'refusee', 'doublon_contradictoire'],
      [5, 'refusee', 'doublon_contradictoire'],
    ]);
    expect(lues[1]?.message).toBe('Répète la ligne 2 : prise une seule fois.');
    expect(lues[3]?.message).toBe(
      'Deux valeurs pour le même jour (ligne 4 : 80, ligne 5 : 81) : gardez la bonne, aucune n’est prise.',
    );
  });

  test('une cible du mauvais côté est prise, et signalée, que le départ vienne du fichier ou de la base', async () => {
    const lues = await lire(
      [
        'delai;D29;;2020-12-31;vi;4',
        'delai;D29;;2022-12-31;vc;5',
        'delai;D35;;2022-12-31;vc;5',
        'delai;D22;;2022-12-31;vc;5',
      ].join('\n'),
    );
    expect(lues.map(({ etat, regle }) => [etat, regle])).toEqual([
      ['prete', null],
      ['prete', 'cible_du_mauvais_cote'],
      ['prete', 'cible_du_mauvais_cote'],
      ['prete', null],
    ]);
    expect(lues[1]?.message).toMatch(
      /doit baisser, mais la cible \(5\) n’est pas en dessous de la valeur initiale \(4\)/,
    );
  });

  test('rien ne se perd : chaque ligne du fichier ressort une fois, dans son ordre', async () => {
    const lues = await lire(Array.from({ length: 50 }, (_, i) => `fibre;D${i};;2022-01-31;va;${i}`).join('\n'));
    expect(lues.map(({ ligne }) => ligne)).toEqual(Array.from({ length: 50 }, (_, i) => i + 2));
  });
});

test('un fichier sans les colonnes dit lesquelles il faut', async () => {
  const lignes = await lireLignes(new TextEncoder().encode('nom;valeur\nx;1\ny;2'), 'v.csv');
  const lu = lignes.ok ? lireFichierDeValeurs(lignes.valeur) : lignes;
  expect(lu).toMatchObject({ ok: false, refus: { regle: 'indicateur.import.colonnes' } });
});

test('une synthèse du baromètre donne départ, valeur et cible ; ses défauts sont comptés', async () => {
  const entete =
    'mesure,indicateur,id_indicateur,code_departement,libelle_departement,valeur_actuelle,date_valeur_actuelle,valeur_initiale,date_valeur_initiale,cible,date_cible,unite';
  const lu = await fichier(
    [
      entete,
      'Fibre,Locaux raccordables,fibre,29,Finistère,77.0,2022-01-31,22.0,2017-03-31,80.0,2022-12-31,%',
      'Fibre,Locaux raccordables à la fibre,fibre,29,Finistère,77.0,2022-01-31,22.0,2017-03-31,80.0,2022-12-31,%',
      'Fibre,Locaux raccordables,fibre,1,Ain,70.0,2020-12-31,22.0,2017-03-31,,,%',
      'Fibre,Locaux raccordables,fibre,35,Ille-et-Vilaine,70.0,2022-01-31,,,75.0,2021-12-31,%',
    ].join('\n'),
  );
  const verifiees = verifierValeurs(lu, CONTEXTE);
  expect(
    verifiees
      .filter(({ etat }) => etat === 'prete')
      .map(({ ligne, territoire, type }) => `${ligne} ${territoire} ${type}`),
  ).toEqual(['2 D29 vi', '2 D29 va', '2 D29 vc', '4 D01 vi', '4 D01 va', '5 D35 va', '5 D35 vc']);
  expect(faireLeBilan(lu, verifiees, CONTEXTE.au)).toMatchObject({
    lignes: 4,
    valeurs: 10,
    pretes: 7,
    repetees: 3,
    lignesEnDouble: 1,
    sansCible: 1,
    sansValeurInitiale: 1,
    ciblesEchues: 1,
    valeursAnciennes: 1,
    nomsMultiples: [{ identifiant: 'fibre', noms: ['Locaux raccordables', 'Locaux raccordables à la fibre'] }],
  });
});
