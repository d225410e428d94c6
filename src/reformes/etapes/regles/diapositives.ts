import type { SuiviPresente } from '../../presentation.ts';
import { accentDe } from '../../territoires/regles/difficultes.ts';

/** Slides one projects in a meeting; beyond, the table is read instead. */
const DIAPOSITIVES_AU_PLUS = 12;

/**
 * The reforms worth a slide: those somebody commented on, those with something that asks for attention, the furthest
 * behind first. `restantes`: how many are left to the table.
 */
export function reformesAPresenter<L extends SuiviPresente>(
  lignes: readonly L[],
  commentees: ReadonlySet<string>,
): { readonly presentees: readonly L[]; readonly restantes: number } {
  const saillantes = lignes
    .filter((ligne) => commentees.has(ligne.reforme) || accentDe(ligne) !== null)
    .map((ligne) => ({ ligne, rang: rangDe(ligne, commentees) }))
    .sort((a, b) => a.rang - b.rang || retard(a.ligne) - retard(b.ligne) || (a.ligne.nom < b.ligne.nom ? -1 : 1));
  const presentees = saillantes.slice(0, DIAPOSITIVES_AU_PLUS).map(({ ligne }) => ligne);
  return { presentees, restantes: lignes.length - presentees.length };
}

/** Recul, then behind, then commented, then the rest: what a committee is there for comes first. */
function rangDe({ position, reforme }: SuiviPresente, commentees: ReadonlySet<string>): number {
  if (position === 'recul') return 0;
  if (position === 'en_retrait') return 1;
  return commentees.has(reforme) ? 2 : 3;
}

function retard({ ecart, brut }: SuiviPresente): number {
  return Number(ecart.valeur ?? brut ?? 0);
}
