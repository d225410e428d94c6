/** Lengths are in points (1/72 inch), from the top left corner of the page as it is seen: `y` grows downwards. */
export type Rectangle = {
  readonly gauche: number;
  readonly haut: number;
  readonly droite: number;
  readonly bas: number;
};

/** A run of text on one line: `haut` and `bas` follow the height of the font around the baseline. */
export type Morceau = Rectangle & { readonly texte: string; readonly corps: number };

/** A ruling line: at `position` on its own axis, from `debut` to `fin` on the other. */
export type Filet = { readonly position: number; readonly debut: number; readonly fin: number };

export type Filets = { readonly horizontaux: readonly Filet[]; readonly verticaux: readonly Filet[] };

export type PageLue = {
  readonly largeur: number;
  readonly hauteur: number;
  readonly morceaux: readonly Morceau[];
  readonly filets: Filets;
};

/** Strokes meant to meet rarely do to the point. */
export const TOLERANCE = 3;

/** Sorted values where those closer than the tolerance are one, at their mean. */
export function regrouper(valeurs: readonly number[], tolerance = TOLERANCE): number[] {
  const groupes: number[][] = [];
  for (const valeur of [...valeurs].sort((a, b) => a - b)) {
    const dernier = groupes.at(-1);
    if (dernier && valeur - (dernier.at(-1) ?? valeur) <= tolerance) dernier.push(valeur);
    else groupes.push([valeur]);
  }
  return groupes.map((groupe) => groupe.reduce((somme, valeur) => somme + valeur, 0) / groupe.length);
}

export function contient(cadre: Rectangle, x: number, y: number): boolean {
  return x >= cadre.gauche && x <= cadre.droite && y >= cadre.haut && y <= cadre.bas;
}

export function centre({ gauche, droite, haut, bas }: Rectangle): { readonly x: number; readonly y: number } {
  return { x: (gauche + droite) / 2, y: (haut + bas) / 2 };
}
