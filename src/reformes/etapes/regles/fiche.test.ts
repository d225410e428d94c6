import { expect, test } from 'vitest';
import { unSuiviPresente } from '../essais/suivis.ts';
import { reformesAPresenter } from './diapositives.ts';
import { lignesDeLaFiche } from './fiche.ts';

const enRetrait = (reforme: string, ecart: string) =>
  unSuiviPresente({
    reforme,
    nom: reforme,
    position: 'en_retrait',
    ecart: { valeur: ecart, texte: ecart, retrait: true },
  });
const ordinaire = (reforme: string) => unSuiviPresente({ reforme, nom: reforme });

test('la fiche met d’abord ce qui est le plus loin de sa trajectoire, et compte ce qu’elle ne liste pas', () => {
  const suivis = [
    ...Array.from({ length: 20 }, (_, rang) => ordinaire(`r${rang}`)),
    enRetrait('mdph', '-31'),
    enRetrait('soins', '-71'),
    unSuiviPresente({ reforme: 'routes', nom: 'routes', position: 'recul', brut: '-2' }),
  ];
  const { lignes, restantes } = lignesDeLaFiche(suivis);
  expect(lignes.slice(0, 3).map(({ reforme }) => reforme)).toEqual(['routes', 'soins', 'mdph']);
  expect(lignes.length + restantes).toBe(suivis.length);
});

test('une diapositive par réforme saillante ou commentée, et pas pour les autres', () => {
  const { presentees, restantes } = reformesAPresenter(
    [ordinaire('a'), ordinaire('b'), enRetrait('c', '-12'), enRetrait('d', '-40')],
    new Set(['b']),
  );
  expect(presentees.map(({ reforme }) => reforme)).toEqual(['d', 'c', 'b']);
  expect(restantes).toBe(1);
});

test('au-delà de douze diapositives, le reste se lit dans le tableau', () => {
  const { presentees, restantes } = reformesAPresenter(
    Array.from({ length: 15 }, (_, rang) => enRetrait(`r${rang}`, `-${20 + rang}`)),
    new Set(),
  );
  expect([presentees.length, restantes]).toEqual([12, 3]);
});
