import fc from 'fast-check';
import { type Decimal, ecrireDecimal, fraction, type Jour, lireDecimal, lireJour } from '#socle/valeurs';
import { finDeMois, lireMois, type Mois } from '../regles/mois.ts';
import { enSerie, type PointDate, type Serie } from '../regles/series.ts';

export function d(valeur: string | number): Decimal {
  const lu = lireDecimal(String(valeur).replace('−', '-'));
  if (!lu) throw new Error(`décimal attendu : ${valeur}`);
  return lu;
}

/** « – » in the tables of the domain: absent. */
export function dOuAbsent(valeur: string | number): Decimal | null {
  return valeur === '–' ? null : d(valeur);
}

export function m(texte: string): Mois {
  const lu = lireMois(texte);
  if (!lu) throw new Error(`mois attendu : ${texte}`);
  return lu;
}

/** A day, or the last day of a month: « 2026-03 » is 31 March 2026. */
export function le(texte: string): Jour {
  const mois = lireMois(texte);
  const jour = mois ? finDeMois(mois) : lireJour(texte);
  if (!jour) throw new Error(`jour attendu : ${texte}`);
  return jour;
}

export function point(date: string, valeur: string | number): PointDate {
  return { date: le(date), valeur: d(valeur) };
}

/** « 2023-01:10, 2023-02:25 ». */
export function serie(texte: string): Serie {
  const points = texte.split(',').filter((partie) => partie.trim() !== '');
  return serieDe(
    points.map((partie) => {
      const [date = '', valeur = ''] = partie.trim().split(':');
      return point(date, valeur);
    }),
  );
}

export function serieDe(points: readonly PointDate[]): Serie {
  const lue = enSerie(points);
  if (!lue.ok) throw new Error(`dates en double : ${lue.refus.map(({ date }) => date).join(', ')}`);
  return lue.valeur;
}

/** One value a month from this month on. */
export function mensuelle(debut: string, valeurs: readonly (string | number)[]): Serie {
  let mois = m(debut);
  const points: PointDate[] = [];
  for (const valeur of valeurs) {
    points.push({ date: finDeMois(mois), valeur: d(valeur) });
    mois = moisSuivant(mois);
  }
  return serieDe(points);
}

/** As a person would read it: at most two decimals. */
export function ecrit(nombre: Decimal | null | undefined): string | null {
  return nombre ? ecrireDecimal(nombre, 2) : null;
}

/** Plain spaces instead of the no-break ones, for the tests of sentences. */
export function simple(phrase: string): string {
  return phrase.replace(/[\u00a0\u202f]/g, ' ');
}

/** Numbers of all sizes, with decimals, on both sides of 0, and often 0 itself. */
export const unDecimal: fc.Arbitrary<Decimal> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(fraction(0, 1)) },
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: -500, max: 500 }), fc.constantFrom(1, 10, 4)).map(enFraction) },
  { weight: 3, arbitrary: fc.tuple(fc.integer(), fc.constantFrom(1, 100, 1000)).map(enFraction) },
);

/** A day of 2020 to 2030. */
export const unJour: fc.Arbitrary<Jour> = fc
  .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => le(parts.map((n) => String(n).padStart(2, '0')).join('-')));

/** Points on distinct days, in the order they came. */
export function desPoints(bornes: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<PointDate[]> {
  return fc.uniqueArray(fc.record({ date: unJour, valeur: unDecimal }), {
    maxLength: 20,
    ...bornes,
    selector: ({ date }) => date,
  });
}

function enFraction([n, q]: readonly [number, number]): Decimal {
  return fraction(n, q);
}

function moisSuivant(mois: Mois): Mois {
  const [annee = 0, rang = 0] = mois.split('-').map(Number);
  return m(rang === 12 ? `${annee + 1}-01` : `${annee}-${String(rang + 1).padStart(2, '0')}`);
}
