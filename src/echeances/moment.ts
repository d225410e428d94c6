import type { Jour } from '#socle/valeurs';
import { ajouterJours, anneeDe, dernierJourDuMois, jour, moisDe } from '#socle/valeurs';

/** Two days, both inclusive. */
export type Intervalle = { readonly debut: Jour; readonly fin: Jour };

export type Grain =
  | 'jour'
  | 'semaine'
  | 'quinzaine'
  | 'mois'
  | 'trimestre'
  | 'quadrimestre'
  | 'semestre'
  | 'saison'
  | 'rentree'
  | 'annee';

export type Part = 'debut' | 'mi' | 'fin';

/** Something assumed, and which end it bears on: « au plus tard fin 2021 » owes nothing to where « fin 2021 » begins. */
export type Supposition = {
  readonly porte: 'debut' | 'fin' | 'tout';
  readonly phrase: string;
  readonly doute?: boolean;
};

/** A day or a stretch of the calendar as named, its year perhaps left out: `situer` places it in a given year. */
export type Moment = {
  readonly grain: Grain;
  readonly part: Part | null;
  readonly annee: AnneeNommee;
  /** Null when that year has no such day, week or quarter. */
  readonly situer: (annee: number) => Intervalle | null;
  readonly suppositions: readonly Supposition[];
  /** Lets « 5 et 6 avril », « 1er et 2e trimestres », « début/mi 2024 » borrow what they leave unsaid. */
  readonly decliner?: (fragment: Fragment) => Moment | null;
  /** What to say once placed: « lundi 3 avril » of a year when it is a Sunday. */
  readonly verifier?: (lieu: Intervalle) => Supposition | null;
};

/** `null`: not written. « cette année », « l’an prochain » count from the year of the plan. */
export type AnneeNommee = number | null | { readonly ecart: 0 | 1 };

/** What is left of a moment when the rest is said once, after: « 5 » in « 5 et 6 avril ». */
export type Fragment = { readonly nombre: number } | { readonly part: Part };

export function momentDUnJour(annee: AnneeNommee, mois: number, quantieme: number): Moment {
  return {
    grain: 'jour',
    part: null,
    annee,
    situer: (an) => {
      const date = jour(an, mois, quantieme);
      return date && { debut: date, fin: date };
    },
    suppositions: [],
    decliner: (fragment) => ('nombre' in fragment ? momentDUnJour(annee, mois, fragment.nombre) : null),
  };
}

/** `duree` whole months from the first of `mois`; more than 12 spills over into the next years. */
export function moisEntiers(annee: number, mois: number, duree: number): Intervalle | null {
  const debut = jour(annee, mois, 1);
  const dernier = mois + duree - 1;
  const anneeDeFin = annee + Math.floor((dernier - 1) / 12);
  return debut && anneeDeFin <= 2199 && mois >= 1
    ? { debut, fin: dernierJourDuMois(anneeDeFin, ((dernier - 1) % 12) + 1) }
    : null;
}

/** Monday to Sunday of an ISO 8601 week; null when the year has no such week (53). */
export function semaineISO(annee: number, numero: number): Intervalle | null {
  const lundi = lundiDeLaSemaine1(annee);
  const suivante = lundiDeLaSemaine1(annee + 1);
  if (!lundi || !suivante || numero < 1) return null;
  const debut = ajouterJours(lundi, (numero - 1) * 7);
  return debut < suivante ? { debut, fin: ajouterJours(debut, 6) } : null;
}

/** Monday to Sunday around a day. */
export function semaineDu(date: Jour): Intervalle {
  const debut = ajouterJours(date, -rangDansLaSemaine(date));
  return { debut, fin: ajouterJours(debut, 6) };
}

/** 0 for Monday, 6 for Sunday. */
export function rangDansLaSemaine(date: Jour): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Début, mi, fin of a stretch: the conventions of the glossary. Null when it has no such part (a day). */
export function partDe(moment: Moment, part: Part): Moment | null {
  if (moment.part !== null) return null;
  const decoupe = PARTS[moment.grain];
  if (!decoupe) return null;
  return {
    ...moment,
    part,
    situer: (annee) => {
      const entier = moment.situer(annee);
      return entier && decoupe(entier)[part];
    },
    suppositions: [...moment.suppositions, { porte: PORTE[part], phrase: phraseDePart(part, moment.grain) }],
    decliner: (fragment) =>
      'part' in fragment ? partDe(moment, fragment.part) : (moment.decliner?.(fragment) ?? null),
  };
}

const PORTE = { debut: 'fin', mi: 'tout', fin: 'debut' } as const;

type Decoupe = (entier: Intervalle) => Readonly<Record<Part, Intervalle>>;

/** Cuts at whole months: the first `avant` months, then the middle, then the last `apres` months. */
function parMois(avant: number, milieu: readonly [number, number], apres: number): Decoupe {
  return ({ debut, fin }) => ({
    debut: { debut, fin: ajouterJours(decalerMois(debut, avant), -1) },
    mi: { debut: decalerMois(debut, milieu[0]), fin: ajouterJours(decalerMois(debut, milieu[1]), -1) },
    fin: { debut: decalerMois(ajouterJours(fin, 1), -apres), fin },
  });
}

const PARTS: Readonly<Partial<Record<Grain, Decoupe>>> = {
  annee: parMois(3, [5, 7], 3),
  semestre: parMois(2, [2, 4], 2),
  quadrimestre: parMois(1, [1, 3], 1),
  trimestre: parMois(1, [1, 2], 1),
  saison: parMois(1, [1, 2], 1),
  mois: parDizaines,
  rentree: parDizaines,
};

function parDizaines({ debut, fin }: Intervalle): Readonly<Record<Part, Intervalle>> {
  return {
    debut: { debut, fin: ajouterJours(debut, 9) },
    mi: { debut: ajouterJours(debut, 10), fin: ajouterJours(debut, 19) },
    fin: { debut: ajouterJours(debut, 20), fin },
  };
}

/** Same day of another month; only for days every month has (1st, 21st). */
function decalerMois(date: Jour, mois: number): Jour {
  const rang = anneeDe(date) * 12 + moisDe(date) - 1 + mois;
  return jour(Math.floor(rang / 12), (rang % 12) + 1, Number(date.slice(8))) ?? date;
}

function lundiDeLaSemaine1(annee: number): Jour | null {
  const quatreJanvier = jour(annee, 1, 4);
  return quatreJanvier && ajouterJours(quatreJanvier, -rangDansLaSemaine(quatreJanvier));
}

function phraseDePart(part: Part, grain: Grain): string {
  return PHRASES[grain]?.[part] ?? `${NOM_DE_PART[part]} : un tiers de la période`;
}

const NOM_DE_PART = { debut: 'le début', mi: 'le milieu', fin: 'la fin' } as const;

const DIZAINES = {
  debut: 'le début d’un mois va du 1er au 10',
  mi: 'la mi-mois va du 11 au 20',
  fin: 'la fin d’un mois commence le 21',
} as const;

const PHRASES: Readonly<Partial<Record<Grain, Readonly<Record<Part, string>>>>> = {
  annee: {
    debut: 'le début d’une année va de janvier à mars',
    mi: 'le milieu d’une année va de juin à juillet',
    fin: 'la fin d’une année va d’octobre à décembre',
  },
  semestre: {
    debut: 'le début d’un semestre : ses deux premiers mois',
    mi: 'le milieu d’un semestre : ses troisième et quatrième mois',
    fin: 'la fin d’un semestre : ses deux derniers mois',
  },
  trimestre: {
    debut: 'le début d’un trimestre : son premier mois',
    mi: 'le milieu d’un trimestre : son deuxième mois',
    fin: 'la fin d’un trimestre : son dernier mois',
  },
  mois: DIZAINES,
  rentree: DIZAINES,
};
