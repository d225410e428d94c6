import type { Echeance, Reperes } from './echeance.ts';
import { lireEtapes } from './etapes.ts';
import { extraire } from './extraire.ts';
import { lireEcheances } from './lecture.ts';
import { lireListe } from './listes.ts';
import type { Mot } from './mots.ts';
import { decouper, estMot, texteDe } from './mots.ts';

/** The two shares of a cell « Livrables et échéances », each as written; null when it has none. */
export type PartsDeCellule = {
  readonly livrables: string | null;
  readonly echeance: string | null;
  /** What a person should check in the way the cell was cut; null when nothing was assumed. */
  readonly doute: string | null;
};

/**
 * Parts deliverables and deadlines. A deadline inside the sentence (between parentheses, or one per step) leaves the
 * sentence whole: no word is lost.
 */
export function separerLivrables(cellule: string, reperes: Reperes): PartsDeCellule {
  const entier = cellule.trim();
  const mots = decouper(cellule);
  if (mots.length === 0) return { livrables: null, echeance: null, doute: null };
  if (lireListe(mots, reperes)) return { livrables: null, echeance: entier, doute: null };
  return separerEtapes(cellule, entier, mots, reperes) ?? separerPhrase(cellule, entier, mots, reperes);
}

/** A step without a date leaves the whole cell in the deliverables; the deadline is that of the steps that have one. */
function separerEtapes(cellule: string, entier: string, mots: readonly Mot[], reperes: Reperes): PartsDeCellule | null {
  const { echeances } = lireEcheances(cellule, reperes);
  const datees = echeances.filter(({ debut, fin }) => debut !== null || fin !== null);
  const [datee, autre] = datees;
  const parEtapes = lireEtapes(mots).length > 0 || echeances.length > 1;
  if (!parEtapes || !datee) return null;
  const toutes = datees.length === echeances.length;
  const generiques = echeances.every(({ libelle }) => libelle === null || !nommeUnLivrable(libelle));
  if (toutes && generiques && seulementDesEcheances(mots, echeances))
    return { livrables: null, echeance: entier, doute: null };
  return { livrables: entier, echeance: autre ? entier : datee.texte, doute: null };
}

/** Labels and deadlines account for every word of the cell. */
function seulementDesEcheances(mots: readonly Mot[], echeances: readonly Echeance[]): boolean {
  const lus = echeances.flatMap(({ libelle, texte }) => [...decouper(libelle ?? ''), ...decouper(texte)]);
  const compter = (liste: readonly Mot[]) => liste.filter((mot) => mot.genre !== 'signe').length;
  return compter(lus) === compter(mots);
}

function separerPhrase(cellule: string, entier: string, mots: readonly Mot[], reperes: Reperes): PartsDeCellule {
  const extrait = extraire(mots, reperes, 'mixte');
  if (!extrait) return { livrables: entier, echeance: null, doute: null };
  const echeance = texteDe(cellule, mots, extrait.i, extrait.suite);
  const doute = extrait.net ? null : `seuls les mots « ${echeance} » sont lus comme l’échéance`;
  if (extrait.place === 'parentheses') return { livrables: entier, echeance, doute };
  const reste = extrait.place === 'fin' ? mots.slice(0, extrait.i) : mots.slice(extrait.suite);
  let debut = 0;
  let fin = reste.length;
  while (debut < fin && estMot(reste, debut, ...SEPARATEURS)) debut += 1;
  while (fin > debut && estMot(reste, fin - 1, ...SEPARATEURS)) fin -= 1;
  return { livrables: texteDe(cellule, reste, debut, fin) || null, echeance, doute };
}

/** « Etape 2 » only numbers; « Livrable A » or « guide » names something to deliver. */
function nommeUnLivrable(libelle: string): boolean {
  return !decouper(libelle).every((mot) => mot.genre !== 'mot' || GENERIQUES.has(mot.forme) || mot.forme.length <= 3);
}

const SEPARATEURS = [';', ',', '-', ':', '/', '|', '→', '('];

const GENERIQUES: ReadonlySet<string> = new Set([
  'etape',
  'phase',
  'temps',
  'volet',
  'lot',
  'jalon',
  'vague',
  'tranche',
  'palier',
  'premiere',
  'premier',
  'deuxieme',
  'seconde',
  'second',
  'troisieme',
  'quatrieme',
  'derniere',
  'dernier',
  'report',
  'engagement',
  'initial',
]);
