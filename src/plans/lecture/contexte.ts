import type { ChampDePlan } from '../regles/lecture.ts';
import type { LecteurDEcheances } from './annees.ts';
import type { LigneBrute, Valeur } from './cellules.ts';
import { detacherPrefixe } from './codes.ts';
import type { OptionsDeLecture, Outils } from './outils.ts';
import { colonneEnFraction } from './taux.ts';

/** What holds for all the rows of a plan while they become actions. */
export type Contexte = {
  readonly outils: Outils;
  readonly lireEcheances: LecteurDEcheances;
  readonly reperes: OptionsDeLecture['reperes'];
  /** The file is one of our exports: cells are taken as they are, one value a line, nothing is deduced. */
  readonly regulier: boolean;
  /** Most wordings begin with a code (« 2.3 – Déployer… »). */
  readonly codeEnTete: boolean;
  /** Fields the file has a column for. */
  readonly champs: ReadonlySet<ChampDePlan>;
  /** Fields fed by several columns: each part is then introduced by its heading. */
  readonly partages: ReadonlySet<ChampDePlan>;
  /** Columns of rates whose plain numbers all lie between 0 and 1. */
  readonly enFraction: ReadonlySet<string>;
};

/** Looks at the whole plan for what one row cannot tell. */
export function preparerContexte(
  lignes: readonly LigneBrute[],
  outils: Outils,
  options: OptionsDeLecture,
  lireEcheances: LecteurDEcheances,
  regulier: boolean,
): Contexte {
  const parChamp = new Map<ChampDePlan, Set<string>>();
  const tauxParColonne = new Map<string, Valeur['cellule'][]>();
  for (const { champ, colonne, cellule } of lignes.flatMap(({ valeurs }) => valeurs)) {
    parChamp.set(champ, (parChamp.get(champ) ?? new Set()).add(colonne));
    if (champ !== 'taux' && champ !== 'trajectoire') continue;
    const cellules = tauxParColonne.get(colonne);
    if (cellules) cellules.push(cellule);
    else tauxParColonne.set(colonne, [cellule]);
  }
  return {
    outils,
    lireEcheances,
    reperes: options.reperes,
    regulier,
    codeEnTete: !regulier && !parChamp.has('code') && commencentParUnCode(lignes),
    champs: new Set(parChamp.keys()),
    partages: new Set([...parChamp].filter(([, colonnes]) => colonnes.size > 1).map(([champ]) => champ)),
    enFraction: new Set([...tauxParColonne].filter(([, cellules]) => colonneEnFraction(cellules)).map(([nom]) => nom)),
  };
}

function commencentParUnCode(lignes: readonly LigneBrute[]): boolean {
  const intitules = lignes.flatMap(({ valeurs }) =>
    valeurs.filter(({ champ, cellule }) => champ === 'intitule' && cellule.texte.trim() !== ''),
  );
  const codes = intitules
    .map(({ cellule }) => detacherPrefixe(cellule.texte.trim()).code)
    .filter((code) => code !== null);
  // A code typed twice happens, and is said later; the same number on most rows is no code.
  return codes.length >= 2 && codes.length >= intitules.length * 0.6 && new Set(codes).size >= codes.length * 0.7;
}
