import { type Jour, reduireBlancs } from '#socle/valeurs';
import type { FeuilleAEcrire, ValeurDeCellule } from '#tableur';
import type { ActionComparable } from '../regles/action-comparable.ts';
import { ecrireEcheances } from '../regles/comparaison.ts';
import type { RolePilote } from '../regles/lecture.ts';
import { SEPARATEUR_D_AXES } from './actions.ts';
import { ENTETES_D_EXPORT } from './entetes-d-export.ts';
import { LIBELLES_DE_STATUT } from './statuts.ts';

export type ActionAEcrire = Omit<ActionComparable, 'id'>;

/** A plan as a sheet that `lirePlan` reads back without loss. */
export function feuilleDePlan(
  plan: { readonly titre: string | null },
  actions: readonly ActionAEcrire[],
): FeuilleAEcrire {
  const jalons = listerJalons(actions);
  return {
    nom: 'Plan d’actions',
    ...(plan.titre === null ? {} : { titre: plan.titre }),
    entetes: [...ENTETES_D_EXPORT, ...jalons.map(({ entete }) => entete)],
    lignes: actions.map((action) => [...enCellules(action), ...jalons.map(({ cle }) => tauxDuJalon(action, cle))]),
    largeurs: [...LARGEURS, ...jalons.map(() => 14)],
    listes: ENTETES_D_EXPORT.map((entete) => (entete === 'Statut' ? Object.values(LIBELLES_DE_STATUT) : null)),
    notes: [],
  };
}

const LARGEURS = [8, 26, 22, 26, 48, 48, 24, 22, 22, 32, 24, 14, 12, 60];

/** In the order of ENTETES_D_EXPORT. */
function enCellules(action: ActionAEcrire): ValeurDeCellule[] {
  const [axe = null, ...sousAxes] = action.axes;
  const pilotes = (role: RolePilote): string | null =>
    action.pilotes
      .filter((pilote) => pilote.role === role)
      .map(({ texte }) => reduireBlancs(texte))
      .join('\n') || null;
  return [
    action.code,
    axe,
    sousAxes.join(SEPARATEUR_D_AXES) || null,
    action.recommandations.map((texte) => texte.replace(/\n\s*\n/g, '\n')).join('\n\n') || null,
    action.intitule,
    action.miseEnOeuvre,
    pilotes('pilote'),
    pilotes('en_lien_avec'),
    pilotes('concours'),
    action.livrables,
    ecrireEcheances(action.echeances),
    action.statut === null ? null : LIBELLES_DE_STATUT[action.statut],
    action.tauxRealisation === null ? null : enPourcentage(Number(action.tauxRealisation)),
    action.avancement,
  ];
}

/** In points, four decimals: what a spreadsheet holds without noise. */
function enPourcentage(taux: number): ValeurDeCellule {
  return { pourcentage: Math.round(taux * 10_000) / 10_000 };
}

type Jalon = { readonly cle: string; readonly entete: string; readonly date: Jour | null };

function listerJalons(actions: readonly ActionAEcrire[]): Jalon[] {
  const jalons = new Map<string, Jalon>();
  for (const { texte, date } of actions.flatMap(({ trajectoire }) => trajectoire)) {
    const cle = cleDeJalon(texte, date);
    const mots = reduireBlancs(texte);
    const entete = date === null ? `Attendu : ${mots}` : `Attendu au ${date.split('-').reverse().join('/')}`;
    jalons.set(cle, { cle, entete, date });
  }
  return [...jalons.values()].sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'));
}

function cleDeJalon(texte: string, date: Jour | null): string {
  return date ?? reduireBlancs(texte);
}

function tauxDuJalon(action: ActionAEcrire, cle: string): ValeurDeCellule {
  const jalon = action.trajectoire.find(({ texte, date }) => cleDeJalon(texte, date) === cle);
  return jalon ? enPourcentage(jalon.taux) : null;
}
