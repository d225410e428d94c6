import { describe, expect, test } from 'vitest';
import type { Reperes } from './echeance.ts';
import { le, lireSeule, planDu, SANS_REPERE } from './essais/attentes.ts';

const PLAN_2021_2022: Reperes = { reference: null, periode: { debut: le('2021-09-01'), fin: le('2022-08-31') } };

describe('une année non écrite se déduit et se dit', () => {
  test('« 11 mai » d’un plan daté du 30 avril 2020 : le 11 mai 2020', () => {
    const lue = lireSeule('11 mai', planDu('2020-04-30'));
    expect(lue).toMatchObject({ nature: 'date', debut: '2020-05-11', ambigu: false });
    expect(lue.hypotheses).toEqual(['année déduite de la date du plan : 2020']);
  });

  test('« 1er septembre » d’un plan de décembre 2022 : la prochaine occurrence, en 2023', () => {
    expect(lireSeule('1er septembre', planDu('2022-12-01')).debut).toBe('2023-09-01');
  });

  test('« Deuxième semestre » d’un plan d’octobre 2023 : le semestre en cours', () => {
    expect(lireSeule('Deuxième semestre', planDu('2023-10-15'))).toMatchObject({
      debut: '2023-07-01',
      fin: '2023-12-31',
    });
  });

  test('« de mars à juin » d’un plan d’avril 2023 : l’intervalle en cours, non celui de 2024', () => {
    expect(lireSeule('de mars à juin', planDu('2023-04-10'))).toMatchObject({ debut: '2023-03-01', fin: '2023-06-30' });
  });

  test('« 29 février » d’un plan de 2021 : le prochain qui existe, en 2024', () => {
    expect(lireSeule('29 février', planDu('2021-11-01')).debut).toBe('2024-02-29');
  });

  test('la période du plan décide quand une seule année y tient', () => {
    const lue = lireSeule('mars', PLAN_2021_2022);
    expect(lue).toMatchObject({ debut: '2022-03-01', ambigu: false });
    expect(lue.hypotheses).toEqual(['année déduite de la période du plan : 2022']);
  });

  test('deux années tiennent dans la période du plan : rien n’est deviné sans date, et la date ne lève pas le doute', () => {
    const deuxAns = { debut: le('2021-01-01'), fin: le('2022-12-31') };
    expect(lireSeule('mars', { reference: null, periode: deuxAns })).toMatchObject({
      debut: null,
      fin: null,
      ambigu: true,
    });
    expect(lireSeule('mars', { reference: le('2021-06-01'), periode: deuxAns })).toMatchObject({
      debut: '2022-03-01',
      ambigu: true,
    });
  });

  test('sans date de plan, la nature est lue, les jours restent vides', () => {
    for (const texte of ['11 mai', 'Deuxième semestre', 'd’ici l’été', 'à partir de septembre', 'entre mars et juin']) {
      expect(lireSeule(texte, SANS_REPERE)).toMatchObject({ debut: null, fin: null, ambigu: true });
    }
    expect(lireSeule('Immédiat', SANS_REPERE)).toMatchObject({ nature: 'immediat', debut: null, ambigu: true });
  });

  test('un jour tout juste passé laisse un doute : « 11 mai » d’un plan daté du 13 mai', () => {
    expect(lireSeule('11 mai', planDu('2020-05-13'))).toMatchObject({ debut: '2021-05-11', ambigu: true });
  });
});

describe('ce qu’un autre lirait autrement est signalé', () => {
  test.each([
    ['S1 2025', '2025-01-01', '2025-06-30'],
    ['hiver 2023', '2023-12-21', '2024-03-20'],
    ['2ème semestre 2016\n2017', '2016-07-01', '2017-12-31'],
    ['Avril 2016 /2017', '2016-04-01', '2017-12-31'],
    ['mars ou avril 2022', '2022-03-01', '2022-04-30'],
    ['mars / septembre 2022', '2022-03-01', '2022-09-30'],
    ['d’ici mars 2023', null, '2023-03-31'],
    ['avant mars 2023', null, '2023-02-28'],
    ['d’ici la rentrée 2023', null, '2023-08-31'],
    ['fin 2023 (à confirmer)', '2023-10-01', '2023-12-31'],
    ['vers mars 2023', '2023-03-01', '2023-03-31'],
    ['lundi 15 mars 2024', '2024-03-15', '2024-03-15'],
    ['Fin 2023 sous réserve de validation', '2023-10-01', '2023-12-31'],
  ])('« %s » : du %s au %s, avec une hypothèse', (texte, debut, fin) => {
    const lue = lireSeule(texte, planDu('2021-11-01'));
    expect(lue).toMatchObject({ debut, fin, ambigu: true });
    expect(lue.hypotheses.length).toBeGreaterThan(0);
  });

  test('une convention se dit sans rien demander : « Début 2024 » va de janvier à mars', () => {
    expect(lireSeule('Début 2024', SANS_REPERE)).toMatchObject({
      ambigu: false,
      hypotheses: ['le début d’une année va de janvier à mars'],
    });
    expect(lireSeule('Au plus tard fin 2021', SANS_REPERE).hypotheses).toEqual([]);
    expect(lireSeule('A partir de la rentrée 2023', SANS_REPERE).hypotheses).toEqual([]);
  });

  test('« Installation des 2021 » : des mots manquent, l’année est supposée et le texte gardé', () => {
    expect(lireSeule('Installation des 2021', planDu('2021-11-01'))).toMatchObject({
      texte: 'Installation des 2021',
      nature: 'periode',
      debut: '2021-01-01',
      fin: '2021-12-31',
      ambigu: true,
      hypotheses: ['seuls les mots « 2021 » sont lus comme une échéance'],
    });
  });
});

describe('rien n’est deviné', () => {
  test.each([
    'loi de finances 2024',
    'Budget 2023',
    '2022 agents formés',
    '3 réunions en 2022',
    '50 % en 2022',
    '2023 : 50 %, 2024 : 100 %',
    'cf. note du 12 mars 2021',
    'décret n° 2021-123 du 5 février 2021',
    'Réunion du 15 mars 2024',
    'le plan a été validé en 2020',
    'bientôt',
    'à la discrétion du préfet',
    'voir feuille de route',
    '12345',
    'page 12',
  ])('« %s » reste un texte', (texte) => {
    expect(lireSeule(texte, planDu('2021-11-01'))).toMatchObject({ texte, nature: 'inconnue', debut: null, fin: null });
  });

  test.each([
    '31/02/2024',
    '29/02/2023',
    '2023-02-30',
    '31 juin',
    '32 janvier 2023',
    '35/14/2023',
    '13/2023',
    '5e trimestre 2023',
    '3e semestre 2023',
    'S53 2025',
    'du 5 au 31 février 2023',
    '2024-2022',
  ])('« %s » n’existe pas : signalé, jamais corrigé', (texte) => {
    expect(lireSeule(texte, planDu('2021-11-01'))).toMatchObject({ nature: 'invalide', debut: null, fin: null });
  });
});
