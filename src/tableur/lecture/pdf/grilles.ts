import { type Filet, type Filets, type Rectangle, regrouper, TOLERANCE } from './geometrie.ts';

/** A cell of a ruled table: its place in the grid, how many rows and columns it covers, and its box on the page. */
export type Case = {
  readonly ligne: number;
  readonly colonne: number;
  readonly hauteur: number;
  readonly largeur: number;
  readonly cadre: Rectangle;
};

export type GrilleTracee = {
  readonly cadre: Rectangle;
  /** Abscissas of the column edges, in order. */
  readonly bords: readonly number[];
  readonly lignes: number;
  readonly colonnes: number;
  readonly cases: readonly Case[];
};

/** The tables drawn by the ruling lines of a page, from top to bottom. A frame around a text, of one cell, is not one. */
export function trouverGrilles(filets: Filets): GrilleTracee[] {
  return composantes(filets)
    .map(enGrille)
    .filter((grille) => grille !== null)
    .sort((a, b) => a.cadre.haut - b.cadre.haut);
}

/** More lines than that on one page is a drawing or a map. */
const FILETS_MAX = 4_000;

/** Lines which touch, directly or through others, belong to one table. */
function composantes({ horizontaux, verticaux }: Filets): Filets[] {
  if (horizontaux.length + verticaux.length > FILETS_MAX) return [];
  const groupes = new Groupes(horizontaux.length + verticaux.length);
  horizontaux.forEach((h, i) => {
    verticaux.forEach((v, j) => {
      if (couvre(h, v.position) && couvre(v, h.position)) groupes.unir(i, horizontaux.length + j);
    });
  });
  const parRacine = new Map<number, { horizontaux: Filet[]; verticaux: Filet[] }>();
  const groupeDe = (rang: number) => {
    const racine = groupes.racine(rang);
    const connu = parRacine.get(racine) ?? { horizontaux: [], verticaux: [] };
    parRacine.set(racine, connu);
    return connu;
  };
  horizontaux.forEach((filet, rang) => {
    groupeDe(rang).horizontaux.push(filet);
  });
  verticaux.forEach((filet, rang) => {
    groupeDe(horizontaux.length + rang).verticaux.push(filet);
  });
  return [...parRacine.values()].filter((groupe) => groupe.horizontaux.length > 0 && groupe.verticaux.length > 0);
}

function couvre(filet: Filet, position: number): boolean {
  return position >= filet.debut - TOLERANCE && position <= filet.fin + TOLERANCE;
}

function enGrille({ horizontaux, verticaux }: Filets): GrilleTracee | null {
  // A table may have no outer rule: its edges are then where its lines end.
  const xs = regrouper([...verticaux.map(positionDe), ...extremites(horizontaux)]);
  const ys = regrouper([...horizontaux.map(positionDe), ...extremites(verticaux)]);
  const colonnes = xs.length - 1;
  const lignes = ys.length - 1;
  if (colonnes < 1 || lignes < 1 || colonnes * lignes < 2) return null;
  const groupes = new Groupes(colonnes * lignes);
  for (let ligne = 0; ligne < lignes; ligne++) {
    for (let colonne = 0; colonne < colonnes; colonne++) {
      const [gauche, droite, haut, bas] = [xs[colonne] ?? 0, xs[colonne + 1] ?? 0, ys[ligne] ?? 0, ys[ligne + 1] ?? 0];
      const rang = ligne * colonnes + colonne;
      if (colonne + 1 < colonnes && !estTrace(verticaux, droite, (haut + bas) / 2)) groupes.unir(rang, rang + 1);
      if (ligne + 1 < lignes && !estTrace(horizontaux, bas, (gauche + droite) / 2)) groupes.unir(rang, rang + colonnes);
    }
  }
  const cases = rassembler(groupes, xs, ys);
  if (cases.length < 2) return null;
  const cadre = { gauche: xs[0] ?? 0, droite: xs.at(-1) ?? 0, haut: ys[0] ?? 0, bas: ys.at(-1) ?? 0 };
  return { cadre, bords: xs, lignes, colonnes, cases };
}

function positionDe({ position }: Filet): number {
  return position;
}

function extremites(filets: readonly Filet[]): number[] {
  return [Math.min(...filets.map(({ debut }) => debut)), Math.max(...filets.map(({ fin }) => fin))];
}

function estTrace(filets: readonly Filet[], position: number, milieu: number): boolean {
  return filets.some(
    (filet) => Math.abs(filet.position - position) <= TOLERANCE && filet.debut <= milieu && filet.fin >= milieu,
  );
}

function rassembler(groupes: Groupes, xs: readonly number[], ys: readonly number[]): Case[] {
  const colonnes = xs.length - 1;
  const etendues = new Map<
    number,
    { ligne: number; colonne: number; derniereLigne: number; derniereColonne: number }
  >();
  for (let rang = 0; rang < colonnes * (ys.length - 1); rang++) {
    const [ligne, colonne] = [Math.floor(rang / colonnes), rang % colonnes];
    const racine = groupes.racine(rang);
    const etendue = etendues.get(racine);
    if (etendue) {
      etendue.derniereLigne = Math.max(etendue.derniereLigne, ligne);
      etendue.colonne = Math.min(etendue.colonne, colonne);
      etendue.derniereColonne = Math.max(etendue.derniereColonne, colonne);
    } else etendues.set(racine, { ligne, colonne, derniereLigne: ligne, derniereColonne: colonne });
  }
  return [...etendues.values()].map(({ ligne, colonne, derniereLigne, derniereColonne }) => ({
    ligne,
    colonne,
    hauteur: derniereLigne - ligne + 1,
    largeur: derniereColonne - colonne + 1,
    cadre: {
      gauche: xs[colonne] ?? 0,
      droite: xs[derniereColonne + 1] ?? 0,
      haut: ys[ligne] ?? 0,
      bas: ys[derniereLigne + 1] ?? 0,
    },
  }));
}

/** Disjoint sets, with path halving. */
class Groupes {
  readonly #parents: number[];

  constructor(taille: number) {
    this.#parents = Array.from({ length: taille }, (_, rang) => rang);
  }

  racine(rang: number): number {
    let courant = rang;
    for (let parent = this.#parent(courant); parent !== courant; parent = this.#parent(courant)) {
      this.#parents[courant] = this.#parent(parent);
      courant = parent;
    }
    return courant;
  }

  unir(a: number, b: number): void {
    this.#parents[this.racine(b)] = this.racine(a);
  }

  #parent(rang: number): number {
    return this.#parents[rang] ?? rang;
  }
}
