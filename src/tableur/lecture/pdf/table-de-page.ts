/** A table of one page, before it is joined to that of the next. */
export type TableDePage = {
  readonly haut: number;
  readonly bords: readonly number[];
  readonly lignes: number;
  readonly colonnes: number;
  readonly cases: readonly CaseLue[];
};

export type CaseLue = {
  readonly ligne: number;
  readonly colonne: number;
  readonly hauteur: number;
  readonly largeur: number;
  readonly texte: string;
};
