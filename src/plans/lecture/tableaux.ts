import { cleDeTexte } from '#socle/valeurs';
import type { DocumentLu, Ligne, Tableau } from '#tableur';
import { cleDEntete, reconnaitreEntete } from './entetes.ts';
import { DIT_UNE_ACTION, type Entete, trouverEntete } from './structure.ts';

/** A table of the document, with its headings when it has some. */
export type TableauVu = {
  /** Rank among the tables of the document, from 0. */
  readonly rang: number;
  readonly tableau: Tableau;
  readonly entete: Entete | null;
  /** The paragraph just above it: the name of its part in a text document. */
  readonly chapeau: string | null;
};

export type Choix = {
  /** The tables read as one plan, in the order of the document: same headings, or the next page of the same table. */
  readonly retenus: readonly TableauVu[];
  readonly autres: readonly TableauVu[];
};

/** The table that looks most like a plan, with those that continue it; `impose` is the user's choice. */
export function choisirTableaux(document: DocumentLu, impose?: number): Choix {
  const tous = voirTableaux(document);
  const elu = impose === undefined ? meilleur(tous) : (tous[impose] ?? null);
  if (!elu) return { retenus: [], autres: tous };
  const retenus = tous.filter((autre) => autre === elu || (impose === undefined && prolonge(autre, elu, tous)));
  return { retenus, autres: tous.filter((autre) => !retenus.includes(autre)) };
}

export type TableauPropose = {
  /** What `OptionsDeLecture.tableau` takes. */
  readonly rang: number;
  /** « la feuille « Suivi » », « le tableau n° 2 ». */
  readonly nom: string;
  readonly lignes: number;
  readonly entetes: readonly string[];
  /** Read as the plan when the user says nothing. */
  readonly retenu: boolean;
};

/** The tables a user may choose from, when a document has several. */
export function listerTableaux(document: DocumentLu): TableauPropose[] {
  const { retenus, autres } = choisirTableaux(document);
  return [...retenus, ...autres]
    .sort((a, b) => a.rang - b.rang)
    .map((vu) => ({
      rang: vu.rang,
      nom: nommerTableau(vu),
      lignes: corpsDe(vu).length,
      entetes: vu.entete?.textes ?? [],
      retenu: retenus.includes(vu),
    }));
}

/** Rows of a table under its headings; all of them when it has none. */
export function corpsDe({ tableau, entete }: TableauVu): readonly Ligne[] {
  return entete ? tableau.lignes.slice(entete.indice + entete.hauteur) : tableau.lignes;
}

export function lignesAuDessus({ tableau, entete }: TableauVu): readonly Ligne[] {
  return entete ? tableau.lignes.slice(0, entete.indice) : [];
}

/** « la feuille « Suivi » », « le tableau n° 2 ». */
export function nommerTableau({ tableau, rang }: TableauVu): string {
  return tableau.nom ? `la feuille « ${tableau.nom} »` : `le tableau n° ${rang + 1}`;
}

function voirTableaux(document: DocumentLu): TableauVu[] {
  const vus: TableauVu[] = [];
  let chapeau: string | null = null;
  for (const bloc of document.blocs) {
    if (bloc.type === 'paragraphe') {
      if (bloc.texte.trim() !== '') chapeau = bloc.titre ? bloc.texte.trim() : chapeau;
      continue;
    }
    vus.push({ rang: vus.length, tableau: bloc, entete: trouverEntete(bloc), chapeau });
    chapeau = null;
  }
  return vus;
}

function meilleur(tous: readonly TableauVu[]): TableauVu | null {
  const avecEntete = tous.filter(({ entete }) => entete !== null);
  const candidats = avecEntete.length > 0 ? avecEntete : tous.filter(({ tableau }) => tableau.lignes.length > 0);
  return candidats.reduce<TableauVu | null>((elu, vu) => (elu === null || noter(vu) > noter(elu) ? vu : elu), null);
}

/** Headings known first, rows next: a long list of staff is no plan. */
function noter(vu: TableauVu): number {
  const sens = new Set((vu.entete?.textes ?? []).flatMap((texte) => reconnaitreEntete(texte)?.sens ?? []));
  const action = [...sens].some((autre) => DIT_UNE_ACTION.has(autre)) ? 10 : 0;
  return action + sens.size * 2 + Math.min(corpsDe(vu).length, 1000) / 500;
}

function prolonge(vu: TableauVu, elu: TableauVu, tous: readonly TableauVu[]): boolean {
  if (vu.entete && elu.entete) return signature(vu.entete) === signature(elu.entete);
  if (vu.entete || !elu.entete || vu.rang < elu.rang) return false;
  // A table without headings, as wide as the one just before it: the next page.
  const precedent = tous[vu.rang - 1];
  const memeLargeur = vu.tableau.lignes[0]?.cellules.length === elu.entete.textes.length;
  const memeFeuille = vu.tableau.nom === elu.tableau.nom || vu.tableau.nom === null;
  return memeLargeur && memeFeuille && precedent !== undefined && (precedent === elu || prolonge(precedent, elu, tous));
}

function signature({ textes }: Entete): string {
  return textes.map((texte) => cleDEntete(cleDeTexte(texte))).join('|');
}
