import type { Cellule, Ligne } from '#tableur';
import type { ChampDePlan, ColonneLue } from '../regles/lecture.ts';
import { lettreDeColonne, suiteHorizontale, suiteVerticale, texteOuRien } from './cellules.ts';
import { reconnaitreEntete, type Sens } from './entetes.ts';
import { type EnteteDatee, lireEnteteDatee } from './entetes-datees.ts';

/** A column before its field is decided: its heading, what it says, what stands under it. */
export type Colonne = {
  readonly position: number;
  readonly entete: string;
  readonly sens: Sens | null;
  readonly sur: boolean;
  readonly datee: EnteteDatee | null;
  /** Non-empty cells, those repeated by a merge left out. */
  readonly valeurs: readonly Cellule[];
  /** A same value stands on several rows: written again, or merged over them. */
  readonly repetee: boolean;
};

export function observer(entete: string, position: number, corps: readonly Ligne[]): Colonne {
  const connu = entete === '' ? null : reconnaitreEntete(entete);
  const valeurs: Cellule[] = [];
  let repetee = false;
  const vues = new Set<string>();
  for (const ligne of corps) {
    const cellule = ligne.cellules[position];
    if (!cellule || suiteHorizontale(cellule, position) || texteOuRien(cellule.texte) === null) continue;
    if (vues.has(cellule.texte)) repetee = true;
    vues.add(cellule.texte);
    if (!suiteVerticale(cellule, ligne.numero)) valeurs.push(cellule);
  }
  const datee = entete === '' ? null : lireEnteteDatee(entete);
  return { position, entete, sens: connu?.sens ?? null, sur: connu?.sur ?? false, datee, valeurs, repetee };
}

/** How the column is named in messages: its heading, or its letter. */
export function nomDeColonne(colonne: Pick<ColonneLue, 'entete' | 'position'>): string {
  return colonne.entete?.replace(/\s+/g, ' ') ?? lettreDeColonne(colonne.position);
}

export function place(colonne: Colonne): { colonne: string } {
  return { colonne: nomDeColonne({ entete: colonne.entete || null, position: colonne.position }) };
}

/** Share of the cells for which it holds; `siVide` when there is none. */
export function part(valeurs: readonly Cellule[], test: (cellule: Cellule) => boolean, siVide = 0): number {
  return valeurs.length === 0 ? siVide : valeurs.filter(test).length / valeurs.length;
}

/** Headings that say one field and no other. */
export const CHAMPS_DIRECTS: Partial<Record<Sens, ChampDePlan>> = {
  numero: 'numero',
  code: 'code',
  sous_axe: 'sous_axe',
  recommandation_visee: 'recommandation',
  mise_en_oeuvre: 'mise_en_oeuvre',
  pilotes: 'pilotes',
  en_lien_avec: 'en_lien_avec',
  concours: 'concours',
  echeance: 'echeance',
  debut: 'echeance',
  fin: 'echeance',
  livrables: 'livrables',
  livrables_et_echeances: 'livrables_et_echeances',
  statut: 'statut',
  taux: 'taux',
};
