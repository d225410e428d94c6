import { disposer, type FeuilleAEcrire, texteDeValeur } from './feuille.ts';
import { largeurDe, type Police } from './pdf-polices.ts';

/** Body of the cells of a table, and the white around what they say. */
export const CELLULE = 7.5;
export const BLANC = 4;

/** The width shared by weight, each column wide enough for its longest word when all can be. */
export function repartir(feuille: FeuilleAEcrire, utile: number): readonly number[] {
  const poids = disposer(feuille).largeurs;
  const minimales = feuille.entetes.map((entete, colonne) => {
    const dits = feuille.lignes.map((ligne) => texteDeValeur(ligne[colonne] ?? null));
    return (
      Math.max(plusLongMot(entete, 'grasse'), ...dits.map((texte) => plusLongMot(texte, 'ordinaire'))) + 2 * BLANC + 1
    );
  });
  const partager = (aPartager: number, fixes: ReadonlySet<number>): readonly number[] => {
    const total = poids.reduce((somme, valeur, colonne) => somme + (fixes.has(colonne) ? 0 : valeur), 0);
    return poids.map((valeur, colonne) =>
      fixes.has(colonne) ? (minimales[colonne] ?? 0) : (aPartager * valeur) / total,
    );
  };
  const fixes = new Set<number>();
  for (;;) {
    const pris = [...fixes].reduce((somme, colonne) => somme + (minimales[colonne] ?? 0), 0);
    const largeurs = partager(utile - pris, fixes);
    const etroites = largeurs.flatMap((largeur, colonne) =>
      !fixes.has(colonne) && largeur < (minimales[colonne] ?? 0) ? [colonne] : [],
    );
    if (etroites.length === 0) return largeurs;
    for (const colonne of etroites) fixes.add(colonne);
    // Nothing would be left to share: words are broken where they must.
    const voulu = [...fixes].reduce((somme, colonne) => somme + (minimales[colonne] ?? 0), 0);
    if (fixes.size === poids.length || voulu > utile * 0.9) return partager(utile, new Set());
  }
}

function plusLongMot(texte: string, police: Police): number {
  return Math.max(0, ...texte.split(/[ \t\n]/).map((mot) => largeurDe(mot, police, CELLULE)));
}
