import type { Morceau, Rectangle } from './geometrie.ts';

/** A line of text, its runs from left to right. */
export type LigneDeTexte = Rectangle & {
  readonly texte: string;
  readonly corps: number;
  readonly morceaux: readonly Morceau[];
};

/** Lines from top to bottom: runs are on one line when their middles are less than half a body apart. */
export function enLignes(morceaux: readonly Morceau[]): LigneDeTexte[] {
  const lignes: Morceau[][] = [];
  for (const morceau of [...morceaux].sort((a, b) => milieu(a) - milieu(b) || a.gauche - b.gauche)) {
    const derniere = lignes.at(-1);
    const repere = derniere?.[0];
    if (derniere && repere && Math.abs(milieu(morceau) - milieu(repere)) < Math.max(morceau.corps, repere.corps) / 2)
      derniere.push(morceau);
    else lignes.push([morceau]);
  }
  return lignes.map(enLigne);
}

/**
 * The text of lines one under the other. A line break is kept when the first word of the next line would have had room
 * on this one: the author wanted it. Else the line was full, and the break is that of the page.
 */
export function enTexte(lignes: readonly LigneDeTexte[], droite: number): string {
  let texte = '';
  lignes.forEach((ligne, rang) => {
    const precedente = lignes[rang - 1];
    if (!precedente) texte = ligne.texte;
    else if (estVoulu(precedente, ligne, droite)) texte += `\n${ligne.texte}`;
    else texte += finitParUneLiaison(texte) ? ligne.texte : ` ${ligne.texte}`;
  });
  return texte;
}

function milieu({ haut, bas }: Rectangle): number {
  return (haut + bas) / 2;
}

function enLigne(morceaux: readonly Morceau[]): LigneDeTexte {
  const ranges = [...morceaux].sort((a, b) => a.gauche - b.gauche);
  let texte = '';
  let droite = Number.POSITIVE_INFINITY;
  for (const morceau of ranges) {
    const ecart = morceau.gauche - droite;
    texte += ecart > morceau.corps * 0.15 && !texte.endsWith(' ') ? ` ${morceau.texte}` : morceau.texte;
    droite = morceau.droite;
  }
  return {
    texte: texte.trim(),
    morceaux: ranges,
    corps: Math.max(...ranges.map(({ corps }) => corps)),
    gauche: Math.min(...ranges.map(({ gauche }) => gauche)),
    droite: Math.max(...ranges.map((morceau) => morceau.droite)),
    haut: Math.min(...ranges.map(({ haut }) => haut)),
    bas: Math.max(...ranges.map(({ bas }) => bas)),
  };
}

function estVoulu(precedente: LigneDeTexte, ligne: LigneDeTexte, droite: number): boolean {
  if (ligne.haut - precedente.bas > precedente.corps) return true;
  const premierMot = ligne.texte.split(/\s/, 1)[0] ?? '';
  const largeurDuMot = ((ligne.droite - ligne.gauche) * premierMot.length) / Math.max(1, ligne.texte.length);
  return precedente.droite + largeurDuMot + ligne.corps * 1.2 < droite;
}

/** « SGC-» then « D », « DMAT/ » then « SDAT »: the sign that lets a word be cut stays, with no blank after it. */
function finitParUneLiaison(texte: string): boolean {
  return /[\p{L}\d][-/]$/u.test(texte);
}
