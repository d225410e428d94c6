import { type Decimal, diviser, type Jour, multiplier, signe, sommer } from '#socle/valeurs';
import { moisDuJour, moisEntre } from './mois.ts';
import type { PointDate } from './series.ts';

/** A territory inside another, and its latest measure. */
export type Enfant<M> = {
  readonly territoire: string;
  /** False where there is nothing to measure: it is not expected, and not missing. */
  readonly applicable: boolean;
  readonly mesure: M | null;
};

export type MesurePonderee = PointDate & { readonly poids: Decimal | null };
export type MesureDeRatio = {
  readonly date: Jour;
  readonly numerateur: Decimal | null;
  readonly denominateur: Decimal | null;
};

/** How the value of a territory comes from those inside it; declared per indicator and per kind of value. */
export type Agregation =
  /** Typed at this maille: nothing is added up. */
  | { readonly methode: 'saisie'; readonly saisie: PointDate | null }
  | { readonly methode: 'somme'; readonly enfants: readonly Enfant<PointDate>[] }
  | { readonly methode: 'moyenne_ponderee'; readonly enfants: readonly Enfant<MesurePonderee>[] }
  /** Sum of the numerators over sum of the denominators, times `facteur` (100 for a percentage). */
  | { readonly methode: 'ratio'; readonly facteur: Decimal; readonly enfants: readonly Enfant<MesureDeRatio>[] }
  | { readonly methode: 'aucune' };

/** Which measures are taken: known on this day, and not older than so many months before it. */
export type Fenetre = { readonly au: Jour; readonly toleranceEnMois: number };

export type RaisonDAbsence = 'non_mesure' | 'trop_ancien' | 'poids_manquant' | 'ratio_incomplet';
export type Absent = { readonly territoire: string; readonly raison: RaisonDAbsence };

/** Children that gave a value, out of those that should. */
export type Couverture = { readonly mesures: number; readonly applicables: number };

export type Agregat = {
  readonly methode: Agregation['methode'];
  /** Null when nothing can be given; a sum of nothing is not 0. */
  readonly valeur: Decimal | null;
  /** Of the oldest measure taken. */
  readonly date: Jour | null;
  readonly dateLaPlusRecente: Jour | null;
  /** Null for a value typed at this maille, or when there is no aggregation. */
  readonly couverture: Couverture | null;
  /** Some children are missing: this is not the value of the whole, and is never compared as if it were. */
  readonly partiel: boolean;
  readonly absents: readonly Absent[];
};

/** The value of a territory from those inside it, with its coverage. `fenetre` is null for targets and initial values. */
export function agreger(agregation: Agregation, fenetre: Fenetre | null): Agregat {
  switch (agregation.methode) {
    case 'saisie': {
      const prise =
        agregation.saisie && ecarterDuree(agregation.saisie.date, fenetre) === null ? agregation.saisie : null;
      const date = prise?.date ?? null;
      return { ...SANS_AGREGAT, methode: 'saisie', valeur: prise?.valeur ?? null, date, dateLaPlusRecente: date };
    }
    case 'aucune':
      return SANS_AGREGAT;
    case 'somme':
      return composer(
        'somme',
        agregation.enfants,
        fenetre,
        (mesure) => mesure,
        (prises) => sommer(prises.map(({ valeur }) => valeur)),
      );
    case 'moyenne_ponderee':
      return composer('moyenne_ponderee', agregation.enfants, fenetre, lirePonderee, (prises) =>
        quotient(
          sommer(prises.map(({ valeur, poids }) => multiplier(valeur, poids))),
          sommer(prises.map(({ poids }) => poids)),
        ),
      );
    case 'ratio':
      return composer('ratio', agregation.enfants, fenetre, lireRatio, (prises) =>
        quotient(
          multiplier(agregation.facteur, sommer(prises.map(({ numerateur }) => numerateur))),
          sommer(prises.map(({ denominateur }) => denominateur)),
        ),
      );
  }
}

const SANS_AGREGAT: Agregat = {
  methode: 'aucune',
  valeur: null,
  date: null,
  dateLaPlusRecente: null,
  couverture: null,
  partiel: false,
  absents: [],
};

/** Takes what each child can give, keeps the reason of those that cannot, and computes on the former. */
function composer<M extends { readonly date: Jour }, P extends { readonly date: Jour }>(
  methode: Agregation['methode'],
  enfants: readonly Enfant<M>[],
  fenetre: Fenetre | null,
  lire: (mesure: M) => P | RaisonDAbsence,
  calculer: (prises: readonly P[]) => Decimal | null,
): Agregat {
  const prises: P[] = [];
  const absents: Absent[] = [];
  const applicables = enfants.filter(({ applicable }) => applicable);
  for (const { territoire, mesure } of applicables) {
    const lue = mesure === null ? 'non_mesure' : (ecarterDuree(mesure.date, fenetre) ?? lire(mesure));
    if (typeof lue === 'string') absents.push({ territoire, raison: lue });
    else prises.push(lue);
  }
  const valeur = prises.length === 0 ? null : calculer(prises);
  let [premiere, derniere] = [prises[0]?.date ?? null, prises[0]?.date ?? null];
  for (const { date } of prises) {
    if (premiere !== null && date < premiere) premiere = date;
    if (derniere !== null && date > derniere) derniere = date;
  }
  return {
    methode,
    valeur,
    date: premiere,
    dateLaPlusRecente: derniere,
    couverture: { mesures: prises.length, applicables: applicables.length },
    partiel: prises.length > 0 && absents.length > 0,
    absents: absents.sort((a, b) => (a.territoire < b.territoire ? -1 : 1)),
  };
}

/** Why a measure of this date is not taken; null when it is. Months are compared, not days. */
function ecarterDuree(date: Jour, fenetre: Fenetre | null): RaisonDAbsence | null {
  if (fenetre === null) return null;
  if (date > fenetre.au) return 'non_mesure';
  return moisEntre(moisDuJour(date), moisDuJour(fenetre.au)) > fenetre.toleranceEnMois ? 'trop_ancien' : null;
}

type Ponderee = { readonly date: Jour; readonly valeur: Decimal; readonly poids: Decimal };

function lirePonderee({ date, valeur, poids }: MesurePonderee): Ponderee | RaisonDAbsence {
  return poids === null || signe(poids) < 0 ? 'poids_manquant' : { date, valeur, poids };
}

type Ratio = { readonly date: Jour; readonly numerateur: Decimal; readonly denominateur: Decimal };

function lireRatio({ date, numerateur, denominateur }: MesureDeRatio): Ratio | RaisonDAbsence {
  const complet = numerateur !== null && denominateur !== null && signe(denominateur) >= 0;
  return complet ? { date, numerateur, denominateur } : 'ratio_incomplet';
}

function quotient(dividende: Decimal, diviseur: Decimal): Decimal | null {
  return signe(diviseur) === 0 ? null : diviser(dividende, diviseur);
}
