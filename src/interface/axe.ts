import { formaterNombre } from './formats.ts';

/**
 * An axis of values, drawn in percent of its length so that it needs no measuring. Values come as decimal texts: they are
 * only turned into floats to be placed, never to be written.
 */
export type Axe = {
  readonly min: number;
  readonly max: number;
  /** Where a value stands, 0 to 100; what is outside is brought back to the edge. */
  readonly position: (valeur: string) => number;
  readonly graduations: readonly { readonly position: number; readonly texte: string }[];
};

type Options = {
  /** Intervals wished for; the axis has about that many. */
  readonly intervalles?: number;
  /** Written after the last mark. */
  readonly unite?: string | undefined;
};

/** The axis that holds all these values, opened to round numbers; null when there is none. Zero is on it when it is near. */
export function creerAxe(valeurs: readonly (string | null)[], { intervalles = 4, unite }: Options = {}): Axe | null {
  const nombres = valeurs.flatMap((valeur) => (valeur === null ? [] : [Number(valeur)])).filter(Number.isFinite);
  if (nombres.length === 0) return null;
  const [bas, haut] = etendre(Math.min(...nombres), Math.max(...nombres));
  const pas = pasRond((haut - bas) / intervalles);
  const premier = Math.floor(bas / pas + MARGE);
  const dernier = Math.ceil(haut / pas - MARGE);
  const [min, max] = [premier * pas, dernier * pas];
  const placer = (v: number) => Math.round(Math.min(100, Math.max(0, ((v - min) / (max - min)) * 100)) * 1000) / 1000;
  return {
    min,
    max,
    position: (valeur) => placer(Number(valeur)),
    graduations: Array.from({ length: dernier - premier + 1 }, (_, rang) => {
      const texte = formaterNombre((premier + rang) * pas, decimalesDe(pas));
      return {
        position: placer((premier + rang) * pas),
        texte: unite !== undefined && premier + rang === dernier ? `${texte}\u00A0${unite}` : texte,
      };
    }),
  };
}

/** What floats miss of a whole number of steps. */
const MARGE = 1e-9;

function etendre(bas: number, haut: number): readonly [number, number] {
  if (bas === haut) return bas === 0 ? [0, 1] : [Math.min(0, bas), Math.max(0, haut)];
  if (bas > 0 && bas < haut * 0.5) return [0, haut];
  if (haut < 0 && haut > bas * 0.5) return [bas, 0];
  return [bas, haut];
}

/** 1, 2, 2.5 or 5 times a power of ten, the nearest above. */
function pasRond(pas: number): number {
  const puissance = 10 ** Math.floor(Math.log10(pas));
  const multiple = [1, 2, 2.5, 5, 10].find((m) => m * puissance >= pas * (1 - MARGE)) ?? 10;
  return multiple * puissance;
}

function decimalesDe(pas: number): number {
  for (let decimales = 0; decimales < 9; decimales += 1) {
    const agrandi = pas * 10 ** decimales;
    if (Math.abs(agrandi - Math.round(agrandi)) < MARGE * Math.max(1, agrandi)) return decimales;
  }
  return 9;
}
