import {
  additionner,
  comparerDecimaux,
  type Decimal,
  diviser,
  entier,
  estEntier,
  type Jour,
  multiplier,
  plusGrand,
  signe,
  soustraire,
  valeurAbsolue,
  ZERO,
} from '#socle/valeurs';
import { mediane } from './mediane.ts';
import { moisDuJour, moisEntre } from './mois.ts';
import type { Serie } from './series.ts';

/** What a series usually does, learnt from its history by medians: a few past faults do not teach it to accept more. */
export type Habitudes = {
  /** Factor from what is expected beyond which a new value asks for a reason. */
  readonly tolerance: Decimal;
  /** The usual factors from one date to the other: of any step, and of the same step in other years. Never empty. */
  pasAttendus(depuis: Jour, jusque: Jour): readonly Decimal[];
  /** Whole numbers, zero or more: things that are counted. */
  readonly comptages: boolean;
  /** Largest and median size of its values; 0 without history. */
  readonly plusGrande: Decimal;
  readonly typique: Decimal;
};

/** Fewer steps than this teach nothing. */
const PAS_POUR_APPRENDRE = 4;
const TOLERANCE_SANS_HISTORIQUE = entier(3);
export const TOLERANCE_MINIMALE = entier(2);
const MULTIPLE_DE_LA_DISPERSION = entier(5);

type Pas = { readonly mois: number; readonly duree: number; readonly facteur: Decimal };

export function habitudesDe(connue: Serie): Habitudes {
  const pas = lesPas(connue);
  const appris = pas.length >= PAS_POUR_APPRENDRE;
  const pasUsuel = appris ? tendance(pas) : entier(1);
  const tailles = connue.map(({ valeur }) => valeurAbsolue(valeur));
  return {
    tolerance: appris ? toleranceApprise(pas, pasUsuel) : TOLERANCE_SANS_HISTORIQUE,
    pasAttendus(depuis, jusque) {
      const semblable = situer(depuis, jusque);
      const memes = pas.filter(({ mois, duree }) => mois === semblable.mois && duree === semblable.duree);
      const deSaison = mediane(memes.map(({ facteur }) => facteur));
      return deSaison === null ? [pasUsuel] : [pasUsuel, deSaison];
    },
    comptages: connue.every(({ valeur }) => estEntier(valeur) && signe(valeur) >= 0),
    plusGrande: tailles.reduce(plusGrand, ZERO),
    typique: mediane(tailles) ?? ZERO,
  };
}

/** The median step of a series that goes somewhere: three steps in four the same way. Of any other, to stay. */
function tendance(pas: readonly Pas[]): Decimal {
  const sens = pas.map(({ facteur }) => comparerDecimaux(facteur, entier(1)));
  const nombre = (voulu: 1 | -1) => sens.filter((s) => s === voulu).length;
  const dominant = Math.max(nombre(1), nombre(-1));
  return (4 * dominant >= 3 * pas.length ? mediane(pas.map(({ facteur }) => facteur)) : null) ?? entier(1);
}

/** 1 + 5 × (median of the factors to the usual step − 1), at least 2. */
function toleranceApprise(pas: readonly Pas[], pasUsuel: Decimal): Decimal {
  const ecarts = pas.map(({ facteur }) => {
    const ecart = diviser(facteur, pasUsuel);
    return plusGrand(ecart, diviser(entier(1), ecart));
  });
  const dispersion = soustraire(mediane(ecarts) ?? entier(1), entier(1));
  return plusGrand(TOLERANCE_MINIMALE, additionner(entier(1), multiplier(MULTIPLE_DE_LA_DISPERSION, dispersion)));
}

/** From each value to the next, where both are on the same side of 0. */
function lesPas(serie: Serie): readonly Pas[] {
  return serie.slice(1).flatMap((point, i): Pas[] => {
    const avant = serie[i];
    if (!avant || signe(avant.valeur) === 0 || signe(avant.valeur) !== signe(point.valeur)) return [];
    return [{ ...situer(avant.date, point.date), facteur: diviser(point.valeur, avant.valeur) }];
  });
}

function situer(depuis: Jour, jusque: Jour): { mois: number; duree: number } {
  return { mois: Number(jusque.slice(5, 7)), duree: moisEntre(moisDuJour(depuis), moisDuJour(jusque)) };
}
