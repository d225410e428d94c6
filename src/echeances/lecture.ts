import type { Echeance, LectureEcheances, Reperes } from './echeance.ts';
import type { Etape } from './etapes.ts';
import { lireEtapes } from './etapes.ts';
import type { Extrait } from './extraire.ts';
import { extraire } from './extraire.ts';
import { moisDuMot } from './lexique.ts';
import type { SensNomme } from './listes.ts';
import { lireListe } from './listes.ts';
import type { Mot } from './mots.ts';
import { decouper, estMot, texteDe } from './mots.ts';

/**
 * What a cell of deadlines says. Never throws, never guesses: words that say something else are `inconnue`, and what had
 * to be assumed is said. The words stay as written.
 */
export function lireEcheances(texte: string, reperes: Reperes): LectureEcheances {
  const mots = decouper(texte);
  if (mots.length > MOTS_MAXIMUM) return { texte, echeances: [inconnue(texte.trim())] };
  return { texte, echeances: lireCellule(texte, mots, reperes) ?? [inconnue(texte.trim())] };
}

/** A cell this long is a document: no deadline is looked for in it. */
const MOTS_MAXIMUM = 6000;

function lireCellule(texte: string, mots: readonly Mot[], reperes: Reperes): readonly Echeance[] | null {
  if (mots.every((mot) => mot.genre === 'signe')) return [aDefinir(texte.trim(), [])];
  const entiere = lireListe(mots, reperes);
  if (entiere) return enEcheances(texte, mots, entiere);
  const etapes = lireParEtapes(texte, mots, reperes);
  if (etapes) return etapes;
  const nommees = lireParLignes(texte, mots, reperes);
  if (nommees) return nommees;
  const extrait = extraire(mots, reperes, 'strict');
  if (!extrait) return null;
  return echeancesDeLExtrait(texte, mots, extrait, texte.trim()).map((echeance) =>
    douter(echeance, texte, mots, extrait),
  );
}

/** « 1ère étape : début 2022 Etape 2 : … »: each step with its words; a step without a date has its deadline to define. */
function lireParEtapes(texte: string, mots: readonly Mot[], reperes: Reperes): readonly Echeance[] | null {
  const etapes = lireEtapes(mots);
  const [premiere] = etapes;
  if (!premiere) return null;
  const lues = etapes.map((etape) => lireEtape(texte, mots, etape, reperes));
  const comprises = lues.some((echeances) => echeances.some(({ nature }) => nature !== 'inconnue'));
  if (!comprises) return null;
  return [...lireIntroduction(texte, mots.slice(0, premiere.i), reperes), ...lues.flat()];
}

/** Words before the first step: their deadlines, nothing for an ordinary sentence, `inconnue` for a date not understood. */
function lireIntroduction(texte: string, mots: readonly Mot[], reperes: Reperes): readonly Echeance[] {
  const ligne = sansSeparateurs(mots);
  if (ligne.length === 0) return [];
  const lues = lireListeOuLigne(texte, ligne, reperes);
  return lues ?? (ligne.some(estTemporel) ? [inconnue(texteDe(texte, ligne, 0, ligne.length))] : []);
}

function estTemporel(mot: Mot): boolean {
  return (mot.genre === 'nombre' && mot.forme.length === 4) || moisDuMot(mot) !== null;
}

function lireEtape(texte: string, mots: readonly Mot[], etape: Etape, reperes: Reperes): readonly Echeance[] {
  const contenu = sansSeparateurs(mots.slice(etape.contenu, etape.fin));
  const libelle = texteDe(texte, mots, etape.i, etape.finEtiquette).trim();
  if (contenu.length === 0) return [{ ...aDefinir('', [SANS_ECHEANCE]), libelle }];
  const lues = lireListeOuLigne(texte, contenu, reperes);
  if (lues) return lues.map((echeance) => ({ ...echeance, libelle }));
  const motsEcrits = texteDe(texte, contenu, 0, contenu.length);
  const temporel = contenu.some((mot) => mot.genre === 'nombre');
  return [{ ...(temporel ? inconnue(motsEcrits) : aDefinir(motsEcrits, [SANS_ECHEANCE])), libelle }];
}

const SANS_ECHEANCE = 'aucune échéance écrite pour cette étape';

/** « Lancement : mars 2023 ; bilan : juin 2023 », « Fin 2023 (Bretagne), fin 2024 (Corse) »: every part must be understood. */
function lireParLignes(texte: string, mots: readonly Mot[], reperes: Reperes): readonly Echeance[] | null {
  for (const separe of [estPointVirgule, estTeteDeLigne, estVirgule, ouvreUnePhrase]) {
    const lignes = couper(mots, separe);
    if (lignes.length < 2 && separe !== estPointVirgule) continue;
    const lues = lignes.map((ligne) => lireListeOuLigne(texte, ligne, reperes, lignes.length > 1));
    if (lues.length > 0 && lues.every((echeances) => echeances !== null))
      return lues.flatMap((echeances) => echeances ?? []);
  }
  return null;
}

function lireListeOuLigne(
  texte: string,
  mots: readonly Mot[],
  reperes: Reperes,
  parmiDAutres = true,
): readonly Echeance[] | null {
  const ligne = sansSeparateurs(mots);
  const liste = lireListe(ligne, reperes);
  if (liste) return enEcheances(texte, ligne, liste, texteDe(texte, ligne, 0, ligne.length));
  return lireApresEtiquetteLibre(texte, ligne, reperes) ?? lireExtraitNomme(texte, ligne, reperes, parmiDAutres);
}

/** « Lancement du marché : mars 2023 ». */
function lireApresEtiquetteLibre(texte: string, mots: readonly Mot[], reperes: Reperes): readonly Echeance[] | null {
  const deuxPoints = mots.findIndex((mot) => mot.forme === ':');
  if (deuxPoints < 1) return null;
  const reste = mots.slice(deuxPoints + 1);
  const sens = lireListe(reste, reperes);
  if (!sens) return null;
  const libelle = texteDe(texte, mots, 0, deuxPoints);
  const nommees = enEcheances(texte, reste, sens, texteDe(texte, reste, 0, reste.length)).map((echeance) => ({
    ...echeance,
    libelle,
  }));
  // « Réunion du 12 mars 2021 : fin 2023 »: the label holds a date of its own.
  const date = mots.slice(0, deuxPoints).some(estTemporel);
  if (!date) return nommees;
  return nommees.map((echeance) => douter(echeance, texte, mots, { i: deuxPoints + 1, suite: mots.length }));
}

/** « Fin 2023 (Bretagne) », « cadrage, début 2022 », « … (échéance début 2022) »: what is left says what is due. */
function lireExtraitNomme(
  texte: string,
  mots: readonly Mot[],
  reperes: Reperes,
  parmiDAutres: boolean,
): readonly Echeance[] | null {
  const extrait = extraire(mots, reperes, 'strict');
  if (!extrait || !(extrait.net || parmiDAutres)) return null;
  const libelle = libelleDuReste(texte, mots, extrait);
  const ecrits = texteDe(texte, mots, extrait.i, extrait.suite);
  return echeancesDeLExtrait(texte, mots, extrait, ecrits).map((echeance) => {
    const nommee = { ...echeance, libelle: echeance.libelle ?? libelle };
    return extrait.net ? nommee : douter(nommee, texte, mots, extrait);
  });
}

function echeancesDeLExtrait(
  texte: string,
  mots: readonly Mot[],
  extrait: Extrait,
  entier: string,
): readonly Echeance[] {
  return enEcheances(texte, mots.slice(extrait.i), extrait.sens, entier);
}

function libelleDuReste(texte: string, mots: readonly Mot[], extrait: Extrait): string | null {
  const reste =
    extrait.place === 'fin' ? mots.slice(0, extrait.i) : extrait.place === 'tete' ? mots.slice(extrait.suite) : [];
  const propre = sansSeparateurs(reste);
  const sansParentheses =
    estMot(propre, 0, '(') && estMot(propre, propre.length - 1, ')') ? propre.slice(1, -1) : propre;
  if (sansParentheses.every((mot) => mot.genre === 'signe')) return null;
  return texteDe(texte, sansParentheses, 0, sansParentheses.length);
}

function douter(
  echeance: Echeance,
  texte: string,
  mots: readonly Mot[],
  lus: { readonly i: number; readonly suite: number },
): Echeance {
  const phrase = `seuls les mots « ${texteDe(texte, mots, lus.i, lus.suite)} » sont lus comme une échéance`;
  return { ...echeance, ambigu: true, hypotheses: [...echeance.hypotheses, phrase] };
}

function enEcheances(
  texte: string,
  mots: readonly Mot[],
  lus: readonly SensNomme[],
  entier: string = texte.trim(),
): readonly Echeance[] {
  return lus.map((sens) => versEcheance(sens, lus.length === 1 ? entier : texteDe(texte, mots, sens.i, sens.suite)));
}

function versEcheance({ libelle, nature, debut, fin, ambigu, hypotheses }: SensNomme, texte: string): Echeance {
  return { libelle, texte, nature, debut, fin, ambigu, hypotheses };
}

function inconnue(texte: string): Echeance {
  return { libelle: null, texte, nature: 'inconnue', debut: null, fin: null, ambigu: false, hypotheses: [] };
}

function aDefinir(texte: string, hypotheses: readonly string[]): Echeance {
  return { libelle: null, texte, nature: 'a_definir', debut: null, fin: null, ambigu: false, hypotheses };
}

type Separe = (mot: Mot, rang: number) => boolean;

const ouvreUnePhrase: Separe = (mot, rang) => mot.phrase && rang > 0;

const estPointVirgule: Separe = (mot) => mot.forme === ';';
const estTeteDeLigne: Separe = (mot, rang) => mot.tete && rang > 0;
const estVirgule: Separe = (mot) => mot.forme === ',';

function couper(mots: readonly Mot[], separe: Separe): readonly (readonly Mot[])[] {
  const parts: Mot[][] = [[]];
  for (const [rang, mot] of mots.entries()) {
    if (separe(mot, rang)) parts.push(mot.genre === 'signe' ? [] : [mot]);
    else parts.at(-1)?.push(mot);
  }
  return parts.map(sansSeparateurs).filter((part) => part.length > 0);
}

function sansSeparateurs(mots: readonly Mot[]): readonly Mot[] {
  let debut = 0;
  let fin = mots.length;
  while (debut < fin && estMot(mots, debut, ...SEPARATEURS)) debut += 1;
  while (fin > debut && estMot(mots, fin - 1, ...SEPARATEURS)) fin -= 1;
  return mots.slice(debut, fin);
}

const SEPARATEURS = [';', ',', '-', ':', '.', '/', '|', '→'];
