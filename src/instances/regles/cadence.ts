import { ajouterJours, anneeDe, dernierJourDuMois, type Jour, jour, moisDe, quantiemeDe } from '#socle/valeurs';

/** How often a committee meets; `libre`: no rule, nothing is proposed. */
export const CADENCES = [
  'hebdomadaire',
  'bimensuelle',
  'mensuelle',
  'bimestrielle',
  'trimestrielle',
  'semestrielle',
  'annuelle',
  'libre',
] as const;

export type Cadence = (typeof CADENCES)[number];

export const LIBELLES_DE_CADENCE: Readonly<Record<Cadence, string>> = {
  hebdomadaire: 'chaque semaine',
  bimensuelle: 'toutes les deux semaines',
  mensuelle: 'chaque mois',
  bimestrielle: 'tous les deux mois',
  trimestrielle: 'chaque trimestre',
  semestrielle: 'chaque semestre',
  annuelle: 'chaque année',
  libre: 'sans rythme fixe',
};

type Rythme = { readonly semaines: number } | { readonly mois: number };

const RYTHMES: Readonly<Record<Exclude<Cadence, 'libre'>, Rythme>> = {
  hebdomadaire: { semaines: 1 },
  bimensuelle: { semaines: 2 },
  mensuelle: { mois: 1 },
  bimestrielle: { mois: 2 },
  trimestrielle: { mois: 3 },
  semestrielle: { mois: 6 },
  annuelle: { mois: 12 },
};

/**
 * The next days a committee would meet, after both `derniere` and `aujourdhui`. A rhythm in months keeps the place in the
 * month (« le 2e mardi »), the fifth becoming the last one; a rhythm in weeks keeps the day of the week.
 */
export function prochainesReunions(
  cadence: Cadence,
  derniere: Jour,
  aujourdhui: Jour,
  combien: number,
): readonly Jour[] {
  if (cadence === 'libre') return [];
  const rythme = RYTHMES[cadence];
  const proposees: Jour[] = [];
  for (let pas = 1; proposees.length < combien && pas <= PAS_AU_PLUS; pas += 1) {
    const prochaine =
      'semaines' in rythme ? ajouterJours(derniere, 7 * rythme.semaines * pas) : memePlace(derniere, rythme.mois * pas);
    if (prochaine > aujourdhui) proposees.push(prochaine);
  }
  return proposees;
}

/** The day itself, or the Monday after when it is a Saturday or a Sunday: where a rhythm may start from. */
export function jourDeSemaineSuivant(j: Jour): Jour {
  const jourDuDepart = jourDeSemaine(j);
  return ajouterJours(j, jourDuDepart === 6 ? 2 : jourDuDepart === 0 ? 1 : 0);
}

/** A committee that has not met for forty years has no rhythm any more. */
const PAS_AU_PLUS = 2_100;

/** The same weekday at the same place in the month, that many months later. */
function memePlace(origine: Jour, mois: number): Jour {
  const numero = anneeDe(origine) * 12 + moisDe(origine) - 1 + mois;
  const [annee, moisVoulu] = [Math.floor(numero / 12), (numero % 12) + 1];
  const premier = jour(annee, moisVoulu, 1) ?? dernierJourDuMois(annee, moisVoulu);
  const decalage = (jourDeSemaine(origine) - jourDeSemaine(premier) + 7) % 7;
  const rang = Math.floor((quantiemeDe(origine) - 1) / 7);
  const voulu = ajouterJours(premier, decalage + 7 * rang);
  return moisDe(voulu) === moisVoulu ? voulu : ajouterJours(voulu, -7);
}

/** 0 for Sunday. */
function jourDeSemaine(j: Jour): number {
  return new Date(`${j}T12:00:00Z`).getUTCDay();
}
