import { expect, test } from 'vitest';
import { type Jour, jour } from '#socle/valeurs';
import { type ContenuDeReleve, numeroDeReleve, texteDuReleve } from './releve.ts';

const RELEVE: ContenuDeReleve = {
  numero: '2022-03',
  instance: 'Comité de suivi',
  titre: 'Comité de suivi du 12 mars',
  jour: jour(2022, 3, 12) as Jour,
  presents: [{ membre: 'DNUM', etat: 'present' }],
  points: [{ numero: 1, intitule: 'Cartes agents', notes: ['Sept départements à relancer.'], tranche: true }],
  decisions: [
    {
      numero: 1,
      point: 1,
      genre: 'arbitrage',
      texte: 'Dotation complète',
      responsable: 'SHFD',
      echeance: '30 juin 2022',
    },
  ],
};

test('le numéro d’un relevé dit l’année et le rang', () => {
  expect(numeroDeReleve(2022, 3)).toBe('2022-03');
});

test('le même relevé a le même texte, dans quelque ordre qu’il soit écrit', () => {
  const retourne = Object.fromEntries(Object.entries(RELEVE).reverse()) as ContenuDeReleve;
  expect(texteDuReleve(retourne)).toBe(texteDuReleve(RELEVE));
});

test('un mot changé change le texte', () => {
  const [decision] = RELEVE.decisions;
  if (decision === undefined) throw new Error('une décision');
  const change = { ...RELEVE, decisions: [{ ...decision, texte: 'Dotation partielle' }] };
  expect(texteDuReleve(change)).not.toBe(texteDuReleve(RELEVE));
});
