import type { Jour } from '#socle/valeurs';
import type { Engagement } from './horizon.ts';
import type { StatutDeclare } from './lecture.ts';
import type { Situation } from './situation.ts';

/** An action as it was known on a day. */
export type ActionDunJour = {
  readonly id: string;
  readonly statut: StatutDeclare | null;
  readonly taux: string | null;
  readonly derniereNouvelle: Jour | null;
  readonly situation: Situation;
};

/** The deadlines of an action on both days, for those whose deadlines anyone touched in between. */
export type EcheancesTouchees = ReadonlyMap<
  string,
  { readonly avant: readonly Engagement[]; readonly apres: readonly Engagement[] }
>;

export type GenreDeChangement =
  | 'ajoutee'
  | 'retiree'
  | 'terminee'
  | 'bloquee'
  | 'statut'
  | 'reportee'
  | 'depassee'
  | 'taux'
  | 'nouvelle';

export const LIBELLES_DE_CHANGEMENT: Readonly<Record<GenreDeChangement, string>> = {
  ajoutee: 'ajoutée au plan',
  retiree: 'retirée du plan',
  terminee: 'terminée',
  bloquee: 'bloquée',
  statut: 'statut changé',
  reportee: 'échéance changée',
  depassee: 'échéance dépassée',
  taux: 'taux changé',
  nouvelle: 'note ajoutée',
};

export type ActionChangee<A> = {
  /** As it was on the first day; null when it was not in the plan yet. */
  readonly avant: A | null;
  /** As it was on the second day; null when it had left the plan. */
  readonly apres: A | null;
  readonly changements: readonly GenreDeChangement[];
};

/**
 * What changed in a plan between two days: the actions of the second day in their order, then those that left. An action to
 * which nothing happened is not there.
 */
export function changementsDuPlan<A extends ActionDunJour>(
  avant: readonly A[],
  apres: readonly A[],
  touchees: EcheancesTouchees,
): ActionChangee<A>[] {
  const anciennes = new Map(avant.map((action) => [action.id, action]));
  const presentes = new Set(apres.map(({ id }) => id));
  return [
    ...apres.map((action): ActionChangee<A> => {
      const ancienne = anciennes.get(action.id) ?? null;
      return { avant: ancienne, apres: action, changements: changementsDAction(ancienne, action, touchees) };
    }),
    ...avant
      .filter(({ id }) => !presentes.has(id))
      .map((action): ActionChangee<A> => ({ avant: action, apres: null, changements: ['retiree'] })),
  ].filter(({ changements }) => changements.length > 0);
}

function changementsDAction(
  avant: ActionDunJour | null,
  apres: ActionDunJour,
  touchees: EcheancesTouchees,
): GenreDeChangement[] {
  if (avant === null) return ['ajoutee'];
  const echeances = touchees.get(apres.id);
  const autreStatut = apres.statut !== avant.statut;
  const poses: GenreDeChangement[] = [];
  const poser = (genre: GenreDeChangement, vrai: boolean) => vrai && poses.push(genre);
  poser('terminee', autreStatut && apres.statut === 'terminee');
  poser('bloquee', autreStatut && apres.statut === 'bloquee');
  poser('statut', autreStatut && apres.statut !== 'terminee' && apres.statut !== 'bloquee');
  poser('reportee', echeances !== undefined && motsDesEcheances(echeances.avant) !== motsDesEcheances(echeances.apres));
  poser('depassee', avant.situation.retard === 0 && apres.situation.retard > 0);
  poser('taux', !memeTaux(avant.taux, apres.taux));
  poser('nouvelle', apres.derniereNouvelle !== avant.derniereNouvelle);
  return poses;
}

/** The deadlines as written, with what they are called. */
export function motsDesEcheances(engagements: readonly Engagement[]): string {
  return engagements
    .map(({ libelle, texte, debut, fin }) => [libelle, texte || [debut, fin].filter(Boolean).join(' ')].filter(Boolean))
    .map((mots) => mots.join(' : '))
    .join(' ; ');
}

/** « 93.5 » and « 93.50 » are one rate; none is not zero. */
function memeTaux(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : Number(a) === Number(b);
}

export function compterLesChangements(
  actions: readonly { readonly changements: readonly GenreDeChangement[] }[],
): Readonly<Record<GenreDeChangement, number>> {
  const comptes = Object.fromEntries(Object.keys(LIBELLES_DE_CHANGEMENT).map((genre) => [genre, 0])) as Record<
    GenreDeChangement,
    number
  >;
  for (const { changements } of actions) for (const genre of changements) comptes[genre] += 1;
  return comptes;
}
