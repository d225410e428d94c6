import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours, type Jour, jour, lireJour } from '#socle/valeurs';
import { expressionsDEcheance } from './expressions.ts';

const LE_15_FEVRIER_2022 = lireJour('2022-02-15') ?? ('' as Jour);

const trouver = (aujourdhui: Jour, texte: string) =>
  expressionsDEcheance(aujourdhui)
    .flatMap(({ expressions }) => expressions)
    .find((expression) => expression.texte === texte);

describe('le tableau des échéances de l’aide', () => {
  test('« 1er semestre 2023 » va du 1er janvier au 30 juin, et le retard commence le lendemain', () => {
    expect(trouver(LE_15_FEVRIER_2022, '1er semestre 2023')).toMatchObject({
      sens: ['du 1er janvier au 30 juin 2023'],
      retardDepuis: 'le 1er juillet 2023',
    });
  });
  test('« à partir du 4e trimestre 2023 » ne met jamais en retard', () => {
    expect(trouver(LE_15_FEVRIER_2022, 'à partir du 4e trimestre 2023')?.retardDepuis).toBeNull();
  });
  test('« 11 mai » prend son année de la date du plan, et le dit', () => {
    expect(trouver(LE_15_FEVRIER_2022, '11 mai')?.hypotheses).not.toEqual([]);
  });
  test('quel que soit le jour où l’aide est lue, seuls les exemples de la dernière famille ne sont pas compris', () => {
    const debut = jour(2024, 1, 1) ?? LE_15_FEVRIER_2022;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_650 }), (jours) => {
        const familles = expressionsDEcheance(ajouterJours(debut, jours)).slice(0, -1);
        for (const { expressions } of familles) {
          for (const { sens } of expressions) {
            expect(sens).not.toEqual([]);
            expect(sens.join()).not.toMatch(/non comprise|n’existe pas|manque/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
