import type { Echeance, Reperes } from './echeance.ts';
import { lireEtapes } from './etapes.ts';
import { extraire } from './extraire.ts';
import { lireEcheances } from './lecture.ts';
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
  const { echeances } = lireEcheances(cellule, reperes);
  if (echeances.every(comprise)) {
    const parle = echeances.some(({ libelle }) => libelle !== null && nommeUnLivrable(libelle));
    return { livrables: parle ? entier : null, echeance: entier, doute: null };
  }
  const datees = echeances.filter(aUneDate);
  const [datee] = datees;
  if (lireEtapes(mots).length > 0 && datee) {
    return { livrables: entier, echeance: datees.length === 1 ? datee.texte : entier, doute: null };
  }
  return separerPhrase(cellule, entier, mots, reperes);
}

function separerPhrase(cellule: string, entier: string, mots: readonly Mot[], reperes: Reperes): PartsDeCellule {
  const extrait = extraire(mots, reperes, 'mixte');
  if (!extrait) return { livrables: entier, echeance: null, doute: null };
  const echeance = texteDe(cellule, mots, extrait.i, extrait.suite);
  const doute = extrait.net ? null : `la fin de la cellule, « ${echeance} », est lue comme l’échéance`;
  if (extrait.place === 'parentheses') return { livrables: entier, echeance, doute: null };
  const reste = extrait.place === 'fin' ? mots.slice(0, extrait.i) : mots.slice(extrait.suite);
  let debut = 0;
  let fin = reste.length;
  while (debut < fin && estMot(reste, debut, ...SEPARATEURS)) debut += 1;
  while (fin > debut && estMot(reste, fin - 1, ...SEPARATEURS)) fin -= 1;
  return { livrables: texteDe(cellule, reste, debut, fin) || null, echeance, doute };
}

/** Read from its first word to its last: nothing was set aside, nothing stayed unread. */
function comprise({ nature, hypotheses }: Echeance): boolean {
  return nature !== 'inconnue' && !hypotheses.some((phrase) => phrase.startsWith('seuls les mots'));
}

function aUneDate({ debut, fin }: Echeance): boolean {
  return debut !== null || fin !== null;
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
