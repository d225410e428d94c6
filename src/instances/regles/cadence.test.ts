import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours, type Jour, jour } from '#socle/valeurs';
import { CADENCES, jourDeSemaineSuivant, prochainesReunions } from './cadence.ts';

const le = (texte: string): Jour => {
  const [annee = 0, mois = 0, quantieme = 0] = texte.split('-').map(Number);
  const lu = jour(annee, mois, quantieme);
  if (lu === null) throw new Error(texte);
  return lu;
};

describe('les prochaines réunions proposées', () => {
  test('un comité mensuel tenu le deuxième mardi de février se tient le deuxième mardi des mois suivants', () => {
    expect(prochainesReunions('mensuelle', le('2022-02-08'), le('2022-02-15'), 3)).toEqual([
      '2022-03-08',
      '2022-04-12',
      '2022-05-10',
    ]);
  });

  test('le cinquième lundi devient le dernier lundi quand le mois n’en a que quatre', () => {
    expect(prochainesReunions('mensuelle', le('2022-01-31'), le('2022-01-31'), 2)).toEqual([
      '2022-02-28',
      '2022-03-28',
    ]);
  });

  test('les réunions manquées ne sont pas proposées : seules celles à venir le sont', () => {
    expect(prochainesReunions('trimestrielle', le('2020-01-14'), le('2022-02-15'), 1)).toEqual(['2022-04-12']);
  });

  test('toutes les deux semaines, le même jour de la semaine', () => {
    expect(prochainesReunions('bimensuelle', le('2022-02-10'), le('2022-02-15'), 2)).toEqual([
      '2022-02-24',
      '2022-03-10',
    ]);
  });

  test('une instance créée un dimanche propose des lundis', () => {
    expect(jourDeSemaineSuivant(le('2026-11-22'))).toBe('2026-11-23');
    expect(jourDeSemaineSuivant(le('2026-11-21'))).toBe('2026-11-23');
    expect(jourDeSemaineSuivant(le('2026-11-20'))).toBe('2026-11-20');
  });

  test('sans rythme fixe, rien n’est proposé', () => {
    expect(prochainesReunions('libre', le('2022-02-08'), le('2022-02-15'), 3)).toEqual([]);
  });

  test('toujours à venir, dans l’ordre, le même jour de la semaine que la dernière', () => {
    const jours = fc.integer({ min: 0, max: 20_000 }).map((n) => ajouterJours(le('1970-01-01'), n));
    fc.assert(
      fc.property(
        fc.constantFrom(...CADENCES),
        jours,
        fc.integer({ min: -300, max: 600 }),
        (cadence, derniere, ecart) => {
          const aujourdhui = ajouterJours(derniere, ecart);
          const proposees = prochainesReunions(cadence, derniere, aujourdhui, 4);
          expect([...proposees].sort()).toEqual(proposees);
          const semaine = (j: Jour) => new Date(`${j}T12:00:00Z`).getUTCDay();
          for (const proposee of proposees) {
            expect(proposee > aujourdhui && proposee > derniere).toBe(true);
            expect(semaine(proposee)).toBe(semaine(derniere));
          }
          expect(proposees.length).toBe(cadence === 'libre' ? 0 : 4);
        },
      ),
    );
  });
});
