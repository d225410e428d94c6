import { describe, expect, test } from 'vitest';
import type { Ligne } from './essais/attentes.ts';
import { lireSeule, planDu } from './essais/attentes.ts';

// The plans the offices write are dated; without one, « immédiat » and « 11 mai » say nothing.
const PLAN_DE_NOVEMBRE_2021 = planDu('2021-11-01');

function lit(titre: string, lignes: readonly Ligne[]): void {
  describe(titre, () => {
    test.each(lignes)('« %s » : %s, du %s au %s', (texte, nature, debut, fin) => {
      expect(lireSeule(texte, PLAN_DE_NOVEMBRE_2021)).toMatchObject({ texte, nature, debut, fin });
    });
  });
}

lit('les expressions des plans réels', [
  ['15 février 2024', 'date', '2024-02-15', '2024-02-15'],
  ['30/06/2023', 'date', '2023-06-30', '2023-06-30'],
  ['11 mai', 'date', '2022-05-11', '2022-05-11'],
  ['1er semestre 2022', 'periode', '2022-01-01', '2022-06-30'],
  ['2ème semestre 2016', 'periode', '2016-07-01', '2016-12-31'],
  ['Deuxième semestre 2022', 'periode', '2022-07-01', '2022-12-31'],
  ['1er trimestre 2024', 'periode', '2024-01-01', '2024-03-31'],
  ['3e Trimestre 2023', 'periode', '2023-07-01', '2023-09-30'],
  ['Octobre / novembre 2021', 'periode', '2021-10-01', '2021-11-30'],
  ['En janvier 2022', 'periode', '2022-01-01', '2022-01-31'],
  ['Mars 2016', 'periode', '2016-03-01', '2016-03-31'],
  ['novembre 2021', 'periode', '2021-11-01', '2021-11-30'],
  ['Début 2024', 'periode', '2024-01-01', '2024-03-31'],
  ['Fin 2023', 'periode', '2023-10-01', '2023-12-31'],
  ['Automne 2023', 'periode', '2023-09-21', '2023-12-20'],
  ['Rentrée 2023', 'periode', '2023-09-01', '2023-09-30'],
  ['2022', 'periode', '2022-01-01', '2022-12-31'],
  ['En gestion 2022', 'periode', '2022-01-01', '2022-12-31'],
  ['2016/18', 'periode', '2016-01-01', '2018-12-31'],
  ['2016/2017', 'periode', '2016-01-01', '2017-12-31'],
  ['2023 et 2024', 'periode', '2023-01-01', '2024-12-31'],
  ['Au plus tard fin 2021', 'au_plus_tard', null, '2021-12-31'],
  ['D’ici la fin 2021', 'au_plus_tard', null, '2021-12-31'],
  ['avant le 31 décembre 2024', 'au_plus_tard', null, '2024-12-31'],
  ['A partir du 4ème trimestre 2023', 'a_partir_de', '2023-10-01', null],
  ['A partir de la rentrée 2023', 'a_partir_de', '2023-09-01', null],
  ['A partir de l’automne 2023', 'a_partir_de', '2023-09-21', null],
  ['Immédiat', 'immediat', '2021-11-01', null],
  ['sans délai', 'immediat', '2021-11-01', null],
  ['En cours', 'en_cours', null, null],
  ['à définir', 'a_definir', null, null],
  ['n/a', 'a_definir', null, null],
  ['', 'a_definir', null, null],
]);

lit('les jours', [
  ['1er juin 2023', 'date', '2023-06-01', '2023-06-01'],
  ['premier juin 2023', 'date', '2023-06-01', '2023-06-01'],
  ['vendredi 15 mars 2024', 'date', '2024-03-15', '2024-03-15'],
  ['30.06.23', 'date', '2023-06-30', '2023-06-30'],
  ['15/3/24', 'date', '2024-03-15', '2024-03-15'],
  ['1-2-2023', 'date', '2023-02-01', '2023-02-01'],
  ['2023-06-30', 'date', '2023-06-30', '2023-06-30'],
  ['2023-06-30 00:00:00', 'date', '2023-06-30', '2023-06-30'],
  ['15-mars-24', 'date', '2024-03-15', '2024-03-15'],
  ['le 15 mars 2024 à 14 h 30', 'date', '2024-03-15', '2024-03-15'],
  ['29 février 2024', 'date', '2024-02-29', '2024-02-29'],
]);

lit('les semaines, de la norme ISO', [
  ['S12 2025', 'periode', '2025-03-17', '2025-03-23'],
  ['semaine 12 de 2025', 'periode', '2025-03-17', '2025-03-23'],
  ['12e semaine 2025', 'periode', '2025-03-17', '2025-03-23'],
  ['sem. 12 2025', 'periode', '2025-03-17', '2025-03-23'],
  ['2025-W12', 'periode', '2025-03-17', '2025-03-23'],
  ['S01 2025', 'periode', '2024-12-30', '2025-01-05'],
  ['S12-S14 2025', 'periode', '2025-03-17', '2025-04-06'],
  ['semaine du 12 mars 2024', 'periode', '2024-03-11', '2024-03-17'],
]);

lit('les mois', [
  ['06/2023', 'periode', '2023-06-01', '2023-06-30'],
  ['2023-06', 'periode', '2023-06-01', '2023-06-30'],
  ['juin 23', 'periode', '2023-06-01', '2023-06-30'],
  ['06/23', 'periode', '2023-06-01', '2023-06-30'],
  ['mars-24', 'periode', '2024-03-01', '2024-03-31'],
  ['courant mars 2023', 'periode', '2023-03-01', '2023-03-31'],
  ['au mois de mars 2023', 'periode', '2023-03-01', '2023-03-31'],
  ['début mars 2023', 'periode', '2023-03-01', '2023-03-10'],
  ['mi-mars 2023', 'periode', '2023-03-11', '2023-03-20'],
  ['à la fin du mois de février 2024', 'periode', '2024-02-21', '2024-02-29'],
  ['1ère quinzaine de mars 2023', 'periode', '2023-03-01', '2023-03-15'],
  ['deuxième quinzaine d’octobre 2022', 'periode', '2022-10-16', '2022-10-31'],
]);

lit('les trimestres, semestres et quadrimestres', [
  ['T2 2024', 'periode', '2024-04-01', '2024-06-30'],
  ['2T24', 'periode', '2024-04-01', '2024-06-30'],
  ['T2/2024', 'periode', '2024-04-01', '2024-06-30'],
  ['2024-T2', 'periode', '2024-04-01', '2024-06-30'],
  ['1er T 2023', 'periode', '2023-01-01', '2023-03-31'],
  ['4è trim. 2023', 'periode', '2023-10-01', '2023-12-31'],
  ['IVe trimestre 2023', 'periode', '2023-10-01', '2023-12-31'],
  ['quatrième trimestre 2023', 'periode', '2023-10-01', '2023-12-31'],
  ['premier trimestre 2023', 'periode', '2023-01-01', '2023-03-31'],
  ['dernier trimestre 2023', 'periode', '2023-10-01', '2023-12-31'],
  ['fin T3 2023', 'periode', '2023-09-01', '2023-09-30'],
  ['début du 2e trimestre 2023', 'periode', '2023-04-01', '2023-04-30'],
  ['milieu du 2e trimestre 2023', 'periode', '2023-05-01', '2023-05-31'],
  ['1S 2025', 'periode', '2025-01-01', '2025-06-30'],
  ['second semestre 2023', 'periode', '2023-07-01', '2023-12-31'],
  ['2nd semestre 2023', 'periode', '2023-07-01', '2023-12-31'],
  ['1er semestre de l’année 2022', 'periode', '2022-01-01', '2022-06-30'],
  ['2023 : 1er semestre', 'periode', '2023-01-01', '2023-06-30'],
  ['fin du 1er semestre 2022', 'periode', '2022-05-01', '2022-06-30'],
  ['1er quadrimestre 2023', 'periode', '2023-01-01', '2023-04-30'],
  ['première moitié de 2024', 'periode', '2024-01-01', '2024-06-30'],
]);

lit('les saisons et la rentrée', [
  ['printemps 2024', 'periode', '2024-03-21', '2024-06-20'],
  ['été 2023', 'periode', '2023-06-21', '2023-09-20'],
  ['hiver 2023-2024', 'periode', '2023-12-21', '2024-03-20'],
  ['hiver 2023/24', 'periode', '2023-12-21', '2024-03-20'],
  ['rentrée scolaire 2023', 'periode', '2023-09-01', '2023-09-30'],
  ['Rentrée 2023-2024', 'periode', '2023-09-01', '2023-09-30'],
  ['année scolaire 2023-2024', 'periode', '2023-09-01', '2024-08-31'],
]);

lit('les années', [
  ['mi-2024', 'periode', '2024-06-01', '2024-07-31'],
  ['courant 2023', 'periode', '2023-01-01', '2023-12-31'],
  ['dans le courant de l’année 2023', 'periode', '2023-01-01', '2023-12-31'],
  ['exercice budgétaire 2022', 'periode', '2022-01-01', '2022-12-31'],
  ['fin d’année 2023', 'periode', '2023-10-01', '2023-12-31'],
  ['sur la période 2022-2024', 'periode', '2022-01-01', '2024-12-31'],
  ['2022-2024', 'periode', '2022-01-01', '2024-12-31'],
  ['2023-24', 'periode', '2023-01-01', '2024-12-31'],
  ['2022, 2023 et 2024', 'periode', '2022-01-01', '2024-12-31'],
]);

lit('les intervalles', [
  ['entre mars et juin 2023', 'periode', '2023-03-01', '2023-06-30'],
  ['de mars à juin 2023', 'periode', '2023-03-01', '2023-06-30'],
  ['du 3 au 7 avril 2023', 'periode', '2023-04-03', '2023-04-07'],
  ['le 5 et 6 avril 2022', 'periode', '2022-04-05', '2022-04-06'],
  ['15-20/03/2023', 'periode', '2023-03-15', '2023-03-20'],
  ['du 01/01/2024 au 30/06/2024', 'periode', '2024-01-01', '2024-06-30'],
  ['mars-avril 2022', 'periode', '2022-03-01', '2022-04-30'],
  ['nov. 2021 – janv. 2022', 'periode', '2021-11-01', '2022-01-31'],
  ['novembre à février 2023', 'periode', '2022-11-01', '2023-02-28'],
  ['du 15 novembre au 15 janvier 2024', 'periode', '2023-11-15', '2024-01-15'],
  ['1er et 2e trimestres 2023', 'periode', '2023-01-01', '2023-06-30'],
  ['T3 2023 - T1 2024', 'periode', '2023-07-01', '2024-03-31'],
  ['fin 2023 - début 2024', 'periode', '2023-10-01', '2024-03-31'],
  ['à partir de mars 2023 et jusqu’à fin 2024', 'periode', '2023-03-01', '2024-12-31'],
]);

lit('les termes à ne pas dépasser : le jour nommé est compris', [
  ['d’ici à fin juin 2023', 'au_plus_tard', null, '2023-06-30'],
  ['pour le 30 juin 2023', 'au_plus_tard', null, '2023-06-30'],
  ['jusqu’au 30 juin 2023', 'au_plus_tard', null, '2023-06-30'],
  ['au plus tard au 1er semestre 2023', 'au_plus_tard', null, '2023-06-30'],
  ['fin 2023 au plus tard', 'au_plus_tard', null, '2023-12-31'],
  ['date limite : 30/06/2023', 'au_plus_tard', null, '2023-06-30'],
  ['à l’horizon 2030', 'au_plus_tard', null, '2030-12-31'],
  ['d’ici l’été 2023', 'au_plus_tard', null, '2023-06-20'],
  ['avant l’été 2023', 'au_plus_tard', null, '2023-06-20'],
]);

lit('les départs sans terme', [
  ['à compter du 1er janvier 2024', 'a_partir_de', '2024-01-01', null],
  ['dès septembre 2023', 'a_partir_de', '2023-09-01', null],
  ['depuis 2020', 'a_partir_de', '2020-01-01', null],
  ['pas avant 2024', 'a_partir_de', '2024-01-01', null],
  ['après l’été 2023', 'a_partir_de', '2023-09-21', null],
  ['2023 et au-delà', 'a_partir_de', '2023-01-01', null],
]);

lit('ce qui n’est pas une date', [
  ['au fil de l’eau', 'permanent', null, null],
  ['en continu', 'permanent', null, null],
  ['en continu jusqu’à fin 2023', 'permanent', null, '2023-12-31'],
  ['chaque trimestre', 'recurrent', null, null],
  ['mensuel', 'recurrent', null, null],
  ['bi-annuel', 'recurrent', null, null],
  ['tous les six mois', 'recurrent', null, null],
  ['deux fois par an', 'recurrent', null, null],
  ['en juin de chaque année', 'recurrent', null, null],
  ['comité de suivi trimestriel', 'recurrent', null, null],
  ['mensuel à partir de janvier 2022', 'recurrent', '2022-01-01', null],
  ['après validation en comité', 'conditionnel', null, null],
  ['sous réserve des crédits 2023', 'conditionnel', null, null],
  ['dès la parution du décret', 'conditionnel', null, null],
  ['sous 3 mois', 'relatif', null, null],
  ['dans les 15 jours', 'relatif', null, null],
  ['Trois mois après publication', 'relatif', null, null],
  ['d’ici un an', 'relatif', null, null],
  ['T0 + 6 mois', 'relatif', null, null],
  ['J+30', 'relatif', null, null],
  ['dès que possible', 'immediat', '2021-11-01', null],
  ['Mise en œuvre immédiate', 'immediat', '2021-11-01', null],
  ['en cours de déploiement', 'en_cours', null, null],
  ['en cours depuis mars 2021', 'en_cours', '2021-03-01', null],
  ['à préciser', 'a_definir', null, null],
  ['date à fixer avec la DNUM', 'a_definir', null, null],
  ['?', 'a_definir', null, null],
  ['-', 'a_definir', null, null],
  ['sans objet', 'sans_objet', null, null],
  ['néant', 'sans_objet', null, null],
  ['fait', 'sans_objet', null, null],
  ['réalisé', 'sans_objet', null, null],
]);

lit('l’orthographe, les exposants et les espaces ne changent rien', [
  ['4 ^{ème} trimestre 2023', 'periode', '2023-10-01', '2023-12-31'],
  ['1 er trimestre 2024', 'periode', '2024-01-01', '2024-03-31'],
  ['1ᵉʳ trimestre\u00a02024', 'periode', '2024-01-01', '2024-03-31'],
  ['1 er trim. 2024', 'periode', '2024-01-01', '2024-03-31'],
  ['FIN\u202f2023', 'periode', '2023-10-01', '2023-12-31'],
  ['fevrier 2023', 'periode', '2023-02-01', '2023-02-28'],
  ['fevirer 2023', 'periode', '2023-02-01', '2023-02-28'],
  ['sept 2023', 'periode', '2023-09-01', '2023-09-30'],
  ['déc. 2023', 'periode', '2023-12-01', '2023-12-31'],
  ['« Fin 2023 ».', 'periode', '2023-10-01', '2023-12-31'],
]);
