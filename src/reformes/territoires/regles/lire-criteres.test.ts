import { describe, expect, test } from 'vitest';
import { lireCriteres } from './lire-criteres.ts';

const lire = (texte: string) =>
  lireCriteres(
    texte
      .trim()
      .split('\n')
      .map((ligne, rang) => ({ numero: rang + 1, cellules: ligne.trim().split(';') })),
    2022,
  );
const fautes = (texte: string) => {
  const lus = lire(`critere;territoire;valeur;annee;source\n${texte}`);
  return lus.ok ? [] : lus.fautes;
};

describe('lire un tableau de critères', () => {
  test('chaque ligne donne un chiffre, son année et sa source ; les nombres s’écrivent comme on les écrit', () => {
    expect(
      lire(`Critère;Territoire;Valeur;Année;Source
        population;29;918 000;2020;INSEE
        part_urbaine;D2A;41,2 %;2020;INSEE`),
    ).toEqual({
      ok: true,
      valeurs: [
        { critere: 'part_urbaine', territoire: 'D2A', valeur: '41.2', annee: 2020, source: 'INSEE' },
        { critere: 'population', territoire: 'D29', valeur: '918000', annee: 2020, source: 'INSEE' },
      ],
    });
  });
  test.each([
    ['bonheur;29;12;2020;INSEE', /^Ligne 2 : « bonheur » n’est pas un critère déclaré/],
    ['population;R53;12;2020;INSEE', /n’est pas un département/],
    ['population;99;12;2020;INSEE', /« 99 » n’est pas un département/],
    ['population;29;beaucoup;2020;INSEE', /« beaucoup » n’est pas un nombre/],
    ['population;29;0;2020;INSEE', /ne peut pas valoir 0/],
    ['population;29;-4;2020;INSEE', /ne peut pas valoir -4/],
    ['part_urbaine;29;141;2020;INSEE', /ne dépasse pas 100 %/],
    ['population;29;12;2023;INSEE', /« 2023 » n’est pas une année entre 1990 et 2022/],
    ['population;29;12;2020;', /dites la source/],
    ['population;29;12;2020;A\npopulation;D29;13;2020;B', /^Ligne 3 : ce critère est déjà donné plus haut/],
  ])('« %s » est refusé, avec la ligne et ce qu’il faut écrire', (ligne, attendu) => {
    expect(fautes(ligne)).toEqual([expect.stringMatching(attendu)]);
  });
  test('toutes les fautes sont dites, pas seulement la première', () => {
    expect(fautes('population;99;12;2020;A\npopulation;29;x;2020;A')).toHaveLength(2);
  });
  test('sans en-têtes ou sans ligne, le dit', () => {
    expect(lire('population;29;12')).toMatchObject({ ok: false, fautes: [expect.stringContaining('critere')] });
    expect(lire('critere;territoire;valeur;annee;source')).toMatchObject({ ok: false });
  });
});
