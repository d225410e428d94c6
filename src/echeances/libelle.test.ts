import { expect, test } from 'vitest';
import { lireSeule, planDu, SANS_REPERE } from './essais/attentes.ts';
import { libelleDEcheance } from './libelle.ts';

test.each([
  ['1er semestre 2022', 'du 1er janvier au 30 juin 2022'],
  ['mars 2016', 'du 1er au 31 mars 2016'],
  ['nov. 2021 – janv. 2022', 'du 1er novembre 2021 au 31 janvier 2022'],
  ['15 février 2024', 'le 15 février 2024'],
  ['Au plus tard fin 2021', 'au plus tard le 31 décembre 2021'],
  ['A partir du 4ème trimestre 2023', 'à partir du 1er octobre 2023'],
  ['Immédiat', 'immédiat, depuis le 1er novembre 2021'],
  ['en continu jusqu’à fin 2023', 'en continu, jusqu’au 31 décembre 2023'],
  ['chaque trimestre', 'à intervalles réguliers'],
  ['sans objet', 'sans échéance'],
  ['à définir', 'échéance à définir'],
  ['31/02/2024', 'date qui n’existe pas'],
])('« %s » s’affiche « %s »', (texte, libelle) => {
  expect(libelleDEcheance(lireSeule(texte, planDu('2021-11-01')))).toBe(libelle);
});

test('un jour sans année le dit', () => {
  expect(libelleDEcheance(lireSeule('11 mai', SANS_REPERE))).toBe('jour dont l’année manque');
});
