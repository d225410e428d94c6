import type { Jour } from '#socle/valeurs';
import type { StatutDeclare } from './lecture.ts';
import type { Engagement, Situation } from './situation.ts';

/** An action as it was known on a day. */
export type ActionDunJour = {
  readonly id: string;
  readonly statut: StatutDeclare | null;
  readonly taux: string | null;
  readonly derniereNouvelle: Jour | null;
  readonly engagements: readonly Engagement[];
  readonly situation: Situation;
};

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
  statut: 'autre statut',
  reportee: 'échéance changée',
  depassee: 'échéance dépassée',
  taux: 'autre taux',
  nouvelle: 'des nouvelles',
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
): ActionChangee<A>[] {
  const anciennes = new Map(avant.map((action) => [action.id, action]));
  const presentes = new Set(apres.map(({ id }) => id));
  return [
    ...apres.map((action): ActionChangee<A> => {
      const ancienne = anciennes.get(action.id) ?? null;
      return { avant: ancienne, apres: action, changements: changementsDAction(ancienne, action) };
    }),
    ...avant
      .filter(({ id }) => !presentes.has(id))
      .map((action): ActionChangee<A> => ({ avant: action, apres: null, changements: ['retiree'] })),
  ].filter(({ changements }) => changements.length > 0);
}

function changementsDAction(avant: ActionDunJour | null, apres: ActionDunJour): GenreDeChangement[] {
  if (avant === null) return ['ajoutee'];
  const autreStatut = apres.statut !== avant.statut;
  const poses: [GenreDeChangement, boolean][] = [
    ['terminee', autreStatut && apres.statut === 'terminee'],
    ['bloquee', autreStatut && apres.statut === 'bloquee'],
    ['statut', autreStatut && apres.statut !== 'terminee' && apres.statut !== 'bloquee'],
    ['reportee', motsDesEcheances(avant) !== motsDesEcheances(apres)],
    ['depassee', avant.situation.retard === 0 && apres.situation.retard > 0],
    ['taux', !memeTaux(avant.taux, apres.taux)],
    ['nouvelle', apres.derniereNouvelle !== avant.derniereNouvelle],
  ];
  return poses.filter(([, pose]) => pose).map(([genre]) => genre);
}

/** The deadlines as written, with what they are called. */
export function motsDesEcheances({ engagements }: Pick<ActionDunJour, 'engagements'>): string {
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
