import { reduireBlancs } from '#socle/valeurs';
import type { ActionComparable } from './action-comparable.ts';
import { apparier, type Motif } from './appariement.ts';
import { regrouperLesReports } from './engagements.ts';
import type { ActionLue, ChampDePlan, RolePilote } from './lecture.ts';

export type ChampCompare = keyof Omit<ActionComparable, 'id'>;

/** One field that differs, as a person would read it on each side. */
export type Changement = { readonly champ: ChampCompare; readonly avant: string | null; readonly apres: string | null };

export type LigneDeDifference =
  | {
      readonly etat: 'nouvelle';
      readonly lue: ActionLue;
      /** Actions of the plan it may be, when several are as close: nothing is chosen for the user. */
      readonly candidates: readonly ActionComparable[];
    }
  | { readonly etat: 'absente'; readonly existante: ActionComparable }
  | { readonly etat: 'inchangee'; readonly existante: ActionComparable; readonly lue: ActionLue; readonly motif: Motif }
  | {
      readonly etat: 'modifiee';
      readonly existante: ActionComparable;
      readonly lue: ActionLue;
      readonly motif: Motif;
      readonly changements: readonly Changement[];
    };

/** Rows of the file in their order, then the actions it no longer has. */
export type Difference = {
  readonly lignes: readonly LigneDeDifference[];
  readonly comptes: Readonly<Record<LigneDeDifference['etat'], number>>;
};

/**
 * What importing `lu` into a plan holding `existant` would change. `champs` are the fields the file has a column for:
 * a field the file does not speak of is not emptied.
 */
export function comparer(
  existant: readonly ActionComparable[],
  lu: readonly ActionLue[],
  champs: ReadonlySet<ChampCompare> = new Set(CHAMPS),
): Difference {
  const { paires, hesitations } = apparier(existant, lu, (a, b) => changements(a, b, champs).length === 0);
  const prises = new Set([...paires.values()].map(({ existante }) => existante));
  const lignes: LigneDeDifference[] = lu.map((lue) => {
    const paire = paires.get(lue);
    if (!paire) return { etat: 'nouvelle', lue, candidates: hesitations.get(lue) ?? [] };
    const { existante, motif } = paire;
    const ecarts = changements(existante, lue, champs);
    return ecarts.length === 0
      ? { etat: 'inchangee', existante, lue, motif }
      : { etat: 'modifiee', existante, lue, motif, changements: ecarts };
  });
  for (const existante of existant) if (!prises.has(existante)) lignes.push({ etat: 'absente', existante });
  const comptes = { nouvelle: 0, modifiee: 0, absente: 0, inchangee: 0 };
  for (const { etat } of lignes) comptes[etat]++;
  return { lignes, comptes };
}

/** The fields a file with these columns speaks of. A code may stand at the head of the wording: it is always compared. */
export function champsDuFichier(colonnes: readonly { readonly champ: ChampDePlan }[]): ReadonlySet<ChampCompare> {
  return new Set<ChampCompare>(['intitule', 'code', ...colonnes.flatMap(({ champ }) => PAR_COLONNE[champ] ?? [])]);
}

const PAR_COLONNE: Partial<Record<ChampDePlan, readonly ChampCompare[]>> = {
  axe: ['axes'],
  sous_axe: ['axes'],
  recommandation: ['recommandations'],
  mise_en_oeuvre: ['miseEnOeuvre'],
  description: ['miseEnOeuvre'],
  pilotes: ['pilotes'],
  en_lien_avec: ['pilotes'],
  concours: ['pilotes'],
  echeance: ['echeances'],
  livrables: ['livrables'],
  livrables_et_echeances: ['livrables', 'echeances'],
  avancement: ['avancement'],
  statut: ['statut'],
  taux: ['tauxRealisation'],
  trajectoire: ['trajectoire'],
};

/** Facts that are only ever appended: a note, a status, a rate. */
const DECLARES: ReadonlySet<ChampCompare> = new Set(['avancement', 'statut', 'tauxRealisation']);

const CHAMPS: readonly ChampCompare[] = [
  'code',
  'axes',
  'intitule',
  'miseEnOeuvre',
  'pilotes',
  'echeances',
  'livrables',
  'avancement',
  'statut',
  'tauxRealisation',
  'trajectoire',
  'recommandations',
];

function changements(
  existante: ActionComparable,
  lue: ActionLue,
  champs: ReadonlySet<ChampCompare>,
): readonly Changement[] {
  return CHAMPS.flatMap((champ) => {
    if (!champs.has(champ)) return [];
    const avant = ecrire(existante, champ);
    const apres = ecrire(lue, champ);
    if (forme(avant) === forme(apres)) return [];
    // An empty cell says nothing: what was declared is withdrawn by nobody.
    if (apres === null && DECLARES.has(champ)) return [];
    // The words of a cell may be cut into steps one way or another: the same words are the same deadline.
    if (champ === 'echeances' && forme(avant) === forme(lue.echeancesTexte)) return [];
    return [{ champ, avant, apres }];
  });
}

type Comparable = Omit<ActionComparable, 'id'>;

/** A field as text: what is shown to the user is what is compared. */
function ecrire(action: Comparable, champ: ChampCompare): string | null {
  switch (champ) {
    case 'axes':
      return action.axes.join(' › ') || null;
    case 'pilotes':
      return ecrirePilotes(action.pilotes);
    case 'echeances':
      return ecrireEcheances(regrouperLesReports(action.echeances).map(({ actuelle }) => actuelle));
    case 'trajectoire':
      return ecrireTrajectoire(action.trajectoire);
    case 'recommandations':
      return action.recommandations.join('\n') || null;
    case 'tauxRealisation':
      return action.tauxRealisation === null ? null : String(Number(action.tauxRealisation));
    default:
      return action[champ];
  }
}

/** « Étape 1 : début 2022 », one deadline a line: also how an export writes them. */
export function ecrireEcheances(echeances: Comparable['echeances']): string | null {
  return echeances.map(({ libelle, texte }) => (libelle === null ? texte : `${libelle} : ${texte}`)).join('\n') || null;
}

const ROLES: readonly RolePilote[] = ['pilote', 'en_lien_avec', 'concours'];

function ecrirePilotes(pilotes: Comparable['pilotes']): string | null {
  const parRole = ROLES.map((role) => pilotes.filter((pilote) => pilote.role === role).map(({ texte }) => texte));
  const [seuls = [], liens = [], concours = []] = parRole;
  const parts = [
    ...seuls,
    ...liens.map((texte) => `en lien avec ${texte}`),
    ...concours.map((texte) => `avec le concours de ${texte}`),
  ];
  return parts.join('\n') || null;
}

function ecrireTrajectoire(jalons: Comparable['trajectoire']): string | null {
  const lignes = jalons.map(({ date, texte, taux }) => `${date ?? reduireBlancs(texte)} : ${taux} %`);
  return lignes.sort().join('\n') || null;
}

function forme(texte: string | null): string {
  return texte === null ? '' : reduireBlancs(texte);
}
