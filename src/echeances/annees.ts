import { moisDuMot } from './lexique.ts';
import type { AnneeNommee } from './moment.ts';
import type { Lu, Mot } from './mots.ts';
import { apresLaPlusLongue, apresSuite, estMot, nombreA, vocabulaire } from './mots.ts';

/** A year in four figures, alone: « 2023 ». */
export function lireMillesime(mots: readonly Mot[], i: number): Lu<number> {
  const nombre = nombreA(mots, i);
  return nombre && nombre.chiffres === 4 && nombre.valeur >= 1950 && nombre.valeur <= 2199
    ? { valeur: nombre.valeur, suite: i + 1 }
    : null;
}

/** Two figures are a year of this century (« 30.06.23 »). */
export function siecle(nombre: { valeur: number; chiffres: number }): number | null {
  if (nombre.chiffres === 4) return nombre.valeur;
  return nombre.chiffres === 2 ? 2000 + nombre.valeur : null;
}

/**
 * The year said after a month, a quarter, a season: « 2023 », « de l’année 2023 », « (2023) », « -23 », « prochain ».
 * Always succeeds: no year is `null`, and nothing is read.
 */
export function lireAnneeApres(
  mots: readonly Mot[],
  i: number,
  options: { readonly deuxChiffres?: boolean; readonly apresTiret?: boolean } = {},
): { readonly valeur: AnneeNommee; readonly suite: number; readonly abregee: number | null } {
  const liaison = apresLaPlusLongue(mots, i, LIAISONS) ?? i;
  const relative = lireAnneeRelative(mots, liaison) ?? lireAnneeRelative(mots, i);
  if (relative) return { ...relative, abregee: null };
  const millesime = lireMillesime(mots, liaison);
  if (millesime && !rompueParLaSuite(mots, i, millesime.suite)) {
    return {
      ...millesime,
      suite: estMot(mots, i, '(') ? apresFermante(mots, millesime.suite) : millesime.suite,
      abregee: null,
    };
  }
  if (options.deuxChiffres !== false) {
    const apres = estMot(mots, i, '-') && options.apresTiret === false ? i : apresSigne(mots, i);
    const court = nombreA(mots, apres);
    if (
      court &&
      court.chiffres === 2 &&
      court.valeur >= 10 &&
      court.valeur <= 60 &&
      !annonceAutreChose(mots, apres + 1)
    ) {
      return { valeur: 2000 + court.valeur, suite: apres + 1, abregee: court.valeur };
    }
  }
  const prochain = estMot(mots, i, 'prochain', 'prochaine', 'prochains', 'prochaines', 'suivant', 'suivante');
  return { valeur: null, suite: prochain ? i + 1 : i, abregee: null };
}

/** « cette année », « l’an prochain ». */
export function lireAnneeRelative(mots: readonly Mot[], i: number): Lu<AnneeNommee> {
  const prochaine = apresLaPlusLongue(mots, i, ANNEE_PROCHAINE);
  if (prochaine !== null) return { valeur: { ecart: 1 }, suite: prochaine };
  const enCours = apresLaPlusLongue(mots, i, ANNEE_EN_COURS);
  return enCours === null ? null : { valeur: { ecart: 0 }, suite: enCours };
}

/** « mars 2023/2024 » is left to the ranges, but « mars - 2023-06-30 » or « mars 2023/06/30 » is not a year of March. */
function rompueParLaSuite(mots: readonly Mot[], i: number, suite: number): boolean {
  if (suite === i + 1) return false;
  const signe = mots[suite];
  const apres = nombreA(mots, suite + 1);
  return estMot(mots, i, '-', '/') && signe?.genre === 'signe' && apres !== null && nombreA(mots, suite + 3) !== null;
}

function apresSigne(mots: readonly Mot[], i: number): number {
  return estMot(mots, i, '-', '/') ? i + 1 : i;
}

function apresFermante(mots: readonly Mot[], i: number): number {
  return estMot(mots, i, ')', ']') ? i + 1 : i;
}

/** « fin mars - 15 avril », « juin 30 jours », « mars 15/04/2023 »: the two figures belong to what follows. */
function annonceAutreChose(mots: readonly Mot[], i: number): boolean {
  if (moisDuMot(mots[i]) || estMot(mots, i, 'er', 'e', 'eme', 'h', 'j', '%', '°')) return true;
  if (estMot(mots, i, '/', '.') && nombreA(mots, i + 1)) return true;
  if (apresSuite(mots, i, ['et']) !== null || apresSuite(mots, i, ['au']) !== null) {
    return nombreA(mots, i + 1)?.chiffres !== 4 && nombreA(mots, i + 1) !== null;
  }
  return (
    mots[i]?.genre === 'mot' && /^(jours?|semaines?|mois|ans?|trimestre|semestre|agents?)$/.test(mots[i]?.forme ?? '')
  );
}

const LIAISONS = vocabulaire(
  'de',
  'd',
  'de l',
  'en',
  'de l annee',
  'de l an',
  'de l exercice',
  'l annee',
  'annee',
  'de la gestion',
  ',',
  '-',
  '/',
  '(',
  '[',
  'de l annee civile',
);

const ANNEE_PROCHAINE = vocabulaire(
  'l annee prochaine',
  'de l annee prochaine',
  'annee prochaine',
  'l an prochain',
  'de l an prochain',
  'an prochain',
  'la prochaine annee',
);

const ANNEE_EN_COURS = vocabulaire(
  'cette annee',
  'de cette annee',
  'l annee en cours',
  'de l annee en cours',
  'annee en cours',
);
