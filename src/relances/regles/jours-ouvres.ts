import { ajouterJours, anneeDe, type Jour, jour, joursEntre } from '#socle/valeurs';

/** A Monday to count from. */
const UN_LUNDI = '2022-01-03' as Jour;

/** The first working day of its week: Monday, or the day after a Monday that is a holiday. */
export function ouvreLaSemaine(j: Jour): boolean {
  const rang = rangDansLaSemaine(j);
  return estOuvre(j) && !Array.from({ length: rang }, (_, avant) => ajouterJours(j, avant - rang)).some(estOuvre);
}

/** The Sunday that ends the week of this day. */
export function dimancheDe(j: Jour): Jour {
  return ajouterJours(j, 6 - rangDansLaSemaine(j));
}

/** Neither a week-end nor a public holiday: reminders leave on these days only. */
export function estOuvre(j: Jour): boolean {
  return rangDansLaSemaine(j) < 5 && !feries(anneeDe(j)).includes(j);
}

/** The next day on which reminders leave. */
export function prochainOuvre(j: Jour): Jour {
  let suivant = ajouterJours(j, 1);
  while (!estOuvre(suivant)) suivant = ajouterJours(suivant, 1);
  return suivant;
}

/** 0 on Monday, 6 on Sunday. */
function rangDansLaSemaine(j: Jour): number {
  return ((joursEntre(UN_LUNDI, j) % 7) + 7) % 7;
}

/** Public holidays of the whole of France (Code du travail, L3133-1). */
function feries(annee: number): readonly Jour[] {
  const fixes = [
    [1, 1],
    [5, 1],
    [5, 8],
    [7, 14],
    [8, 15],
    [11, 1],
    [11, 11],
    [12, 25],
  ] as const;
  const dimanche = paques(annee);
  return [
    ...fixes.flatMap(([mois, quantieme]) => jour(annee, mois, quantieme) ?? []),
    ...(dimanche === null ? [] : [1, 39, 50].map((apres) => ajouterJours(dimanche, apres))),
  ];
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function paques(annee: number): Jour | null {
  const a = annee % 19;
  const b = Math.floor(annee / 100);
  const c = annee % 100;
  const d = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const rang = h + l - 7 * m + 114;
  return jour(annee, Math.floor(rang / 31), (rang % 31) + 1);
}
