import {
  anneeDe,
  comparerDecimaux,
  type Decimal,
  dernierJourDuMois,
  entier,
  type Jour,
  moisDe,
  quantiemeDe,
  soustraire,
  jour as unJour,
} from '#socle/valeurs';
import type { Meteo } from './meteo.ts';

/** What the indicators said on a day. */
export type Constat = {
  readonly jour: Jour;
  /** More than 10 points behind the trajectory; null when it was not known. */
  readonly enRetrait: boolean | null;
  readonly taux: Decimal | null;
  /** A deterioration that means something, by the signal of its series; null when it was not known. */
  readonly degradation: boolean | null;
};

/** A météo declared, beside what the indicators said that day. */
export type MeteoConstatee = { readonly meteo: Meteo; readonly constat: Constat };

/** The météos of one territory, in any order, and what its indicators say today. */
export type PasseDUnTerritoire = { readonly meteos: readonly MeteoConstatee[]; readonly aujourdhui: Constat | null };

export type Fiabilite = {
  /** Confident météos old enough, after which something was measured. */
  readonly effectif: number;
  readonly dementies: number;
};

/** A météo is judged once a quarter has passed: the time indicators take to be measured again. */
const MOIS_DE_RECUL = 3;
/** Fewer judged météos prove nothing. */
export const METEOS_POUR_JUGER = 5;

/**
 * How reliable past météos proved: among the confident ones (soleil, partiellement nuageux) declared more than three months
 * ago, how many were followed, at a later declaration or today, by a gap of more than 10 points behind the trajectory, a
 * significant deterioration, or a rate more than 10 points lower. Those after which nothing was measured do not count.
 */
export function fiabiliteDesMeteos(passes: readonly PasseDUnTerritoire[], limite: Jour): Fiabilite {
  const jugements = passes.flatMap(({ meteos, aujourdhui }) => {
    const constats = [...meteos.map(({ constat }) => constat), ...(aujourdhui === null ? [] : [aujourdhui])];
    return meteos
      .filter(({ meteo, constat }) => CONFIANTES.has(meteo) && constat.jour < limite)
      .flatMap(({ constat }) => {
        const apres = constats.filter(({ jour }) => jour > constat.jour).filter(estConnu);
        return apres.length === 0 ? [] : [apres.some((suite) => dement(constat, suite))];
      });
  });
  return { effectif: jugements.length, dementies: jugements.filter((dementie) => dementie).length };
}

/** The day before which a météo is old enough: the same day three months earlier, or the last of that month. */
export function debutDuRecul(au: Jour): Jour {
  const mois = moisDe(au) - MOIS_DE_RECUL;
  const [annee, numero] = mois < 1 ? [anneeDe(au) - 1, mois + 12] : [anneeDe(au), mois];
  return unJour(annee, numero, quantiemeDe(au)) ?? dernierJourDuMois(annee, numero);
}

/** In one sentence; below five, that there are too few. */
export function direFiabilite({ effectif, dementies }: Fiabilite): string {
  if (effectif < METEOS_POUR_JUGER) {
    return `Trop peu de météos passées pour dire ce qu’elles valaient\u00a0: ${effectif} sur les ${METEOS_POUR_JUGER} qu’il faut.`;
  }
  const passees = `Sur ${effectif} météos «\u00a0soleil\u00a0» ou «\u00a0partiellement nuageux\u00a0» déclarées il y a plus de ${MOIS_DE_RECUL} mois`;
  if (dementies === 0)
    return `${passees}, aucune n’a été suivie d’un retrait de plus de 10 points ni d’une dégradation.`;
  const suivies = dementies === 1 ? '1 a été suivie' : `${dementies} ont été suivies`;
  return `${passees}, ${suivies} d’un retrait de plus de 10 points ou d’une dégradation.`;
}

const CONFIANTES: ReadonlySet<Meteo> = new Set(['soleil', 'partiellement_nuageux']);
const DIX_POINTS = entier(10);

function estConnu({ enRetrait, taux, degradation }: Constat): boolean {
  return enRetrait !== null || taux !== null || degradation !== null;
}

function dement(alors: Constat, { enRetrait, degradation, taux }: Constat): boolean {
  if (enRetrait === true || degradation === true) return true;
  return alors.taux !== null && taux !== null && comparerDecimaux(soustraire(alors.taux, taux), DIX_POINTS) > 0;
}
