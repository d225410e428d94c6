import { nettoyer } from './feuille.ts';

/** Sheet of the lists too long to stand in a validation: hidden, ours, and passed over when reading. */
export const FEUILLE_DES_LISTES = '_listes';

/** Names a spreadsheet accepts: 31 characters, none of `[]:*?/\`, no apostrophe at the ends, all different. */
export function nomsDeFeuilles(noms: readonly string[]): string[] {
  const pris = new Set<string>([FEUILLE_DES_LISTES, 'history']);
  return noms.map((nom) => {
    const propre =
      nettoyer(nom)
        .replace(/[[\]:*?/\\\n\t]/g, ' ')
        .trim()
        .replace(/^'+|'+$/g, '') || 'Feuille';
    let candidat = tronquer(propre, 31);
    for (let rang = 2; pris.has(candidat.toLowerCase()); rang++) candidat = `${tronquer(propre, 27)} (${rang})`;
    pris.add(candidat.toLowerCase());
    return candidat;
  });
}

/** Never in the middle of a character of two code units. */
function tronquer(texte: string, longueur: number): string {
  const coupe = texte.slice(0, longueur);
  return (/[\ud800-\udbff]$/.test(coupe) ? coupe.slice(0, -1) : coupe).trim();
}
