import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lireTableau } from './essais/lire.ts';

describe('rien ne se perd', () => {
  const mot = fc.constantFrom(
    'Ouvrir',
    'Axe 1 : moyens',
    'Total',
    'DDT',
    '50 %',
    '1-1',
    '2026',
    'NB : voir',
    'ÉQUIPER',
  );
  const texte = fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, mot, fc.stringMatching(/^[a-zé]{3,12}$/));
  const entete = fc.constantFrom(
    'Action',
    'Pilote',
    'Échéance',
    'Code',
    'Axe',
    'Taux',
    'Suivi',
    'Budget',
    '',
    'Livrables',
  );

  test('chaque cellule remplie d’un tableau quelconque se retrouve dans une action, hors tableau ou dans une anomalie', () => {
    const grille = fc.array(entete, { minLength: 2, maxLength: 6 }).chain((entetes) =>
      fc
        .array(fc.array(texte, { minLength: entetes.length, maxLength: entetes.length }), { maxLength: 8 })
        .map((corps) => ({
          entetes,
          corps,
        })),
    );
    fc.assert(
      fc.property(grille, fc.boolean(), ({ entetes, corps }, avecTitre) => {
        const lignes = [...(avecTitre ? [['Plan du Morbihan']] : []), entetes, ...corps];
        const plan = lireTableau(lignes);
        const ignorees = new Set(
          plan.colonnes
            .filter(({ champ }) => champ === 'ignoree' || champ === 'numero')
            .map(({ position }) => position),
        );
        const signalees = plan.anomalies.map(({ message }) => message).join('\n');
        const dit = normaliser([JSON.stringify(plan), signalees].join('\n'));
        for (const [rang, ligne] of corps.entries()) {
          for (const [colonne, valeur] of ligne.entries()) {
            if (
              valeur === null ||
              (ignorees.has(colonne) && plan.actions.some(({ ligne: n }) => n === rang + (avecTitre ? 3 : 2)))
            )
              continue;
            expect(dit).toContain(normaliser(valeur).replace(/ ?%/, ''));
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

function normaliser(texte: string): string {
  return texte
    .replace(/\u00a0/g, ' ')
    .replace(/’/g, "'")
    .toLowerCase();
}
