import { reduireBlancs, sansAccents } from '#socle/valeurs';
import type { Cellule } from '#tableur';

export type SouciDeTaux = { readonly gravite: 'erreur' | 'a_verifier' | 'information'; readonly message: string };

export type TauxLu = {
  /** Percent as a decimal text, 0 to 100: « 93 », « 33.3 ». Null when nothing usable is written. */
  readonly taux: string | null;
  readonly souci: SouciDeTaux | null;
};

/**
 * Reads a rate: « 93 % », 0.93 shown as a percentage, 93. A plain 0.5 may be 50 % or 0,5 %: `enFraction` says that
 * every plain number of the column stays within 0–1, so it reads 50 %, and the user is asked.
 */
export function lireTaux(cellule: Pick<Cellule, 'texte' | 'nombre' | 'pourcentage'>, enFraction: boolean): TauxLu {
  const texte = reduireBlancs(cellule.texte);
  if (texte === '' && cellule.nombre === null) return { taux: null, souci: null };
  const ecrit = texte === '' ? String(cellule.nombre) : texte;
  const lu = cellule.nombre !== null ? { valeur: cellule.nombre, enPourcent: false } : lireNombre(ecrit);
  if (!lu) return nonLu(ecrit);
  if (cellule.nombre !== null && cellule.pourcentage) return borner(lu.valeur * 100, ecrit);
  if (lu.enPourcent) return borner(lu.valeur, ecrit);
  if (lu.valeur > 0 && lu.valeur <= 1) return fraction(lu.valeur, ecrit, enFraction);
  return borner(lu.valeur, ecrit);
}

/** The cell can be a rate: used to tell a column of rates from a column of comments. */
export function ressembleAUnTaux(cellule: Pick<Cellule, 'texte' | 'nombre' | 'pourcentage'>): boolean {
  return cellule.nombre !== null ? cellule.pourcentage || cellule.nombre <= 100 : lireNombre(cellule.texte) !== null;
}

/** True when every plain number among these cells lies between 0 and 1. */
export function colonneEnFraction(cellules: readonly Pick<Cellule, 'texte' | 'nombre' | 'pourcentage'>[]): boolean {
  const nus = cellules.flatMap((cellule) => {
    if (cellule.nombre !== null) return cellule.pourcentage ? [] : [cellule.nombre];
    const lu = lireNombre(cellule.texte);
    return lu && !lu.enPourcent ? [lu.valeur] : [];
  });
  return nus.length > 0 && nus.every((valeur) => valeur >= 0 && valeur <= 1);
}

const NOMBRE = /^([+-]?\d{1,6}(?:[.,]\d{1,6})?) ?(%|pour ?cent|pct)?$/i;
const ABSENCES = new Set(['-', '–', '—', '/', 'n/a', 'na', 'nc', 'nd', 'neant', 'sans objet', 'so', 'non mesure', '?']);

function lireNombre(texte: string): { valeur: number; enPourcent: boolean } | null {
  const parties = NOMBRE.exec(reduireBlancs(texte));
  if (!parties) return null;
  return { valeur: Number((parties[1] ?? '').replace(',', '.')), enPourcent: parties[2] !== undefined };
}

function borner(valeur: number, ecrit: string): TauxLu {
  if (valeur >= 0 && valeur <= 100) return { taux: decimal(valeur), souci: null };
  return {
    taux: null,
    souci: {
      gravite: 'erreur',
      message: `« ${ecrit} » n’est pas un taux possible : un taux va de 0 à 100 %. La valeur n’est pas reprise ; corrigez-la dans le fichier ou saisissez-la après l’import.`,
    },
  };
}

function fraction(valeur: number, ecrit: string, enFraction: boolean): TauxLu {
  const taux = decimal(enFraction ? valeur * 100 : valeur);
  return {
    taux,
    souci: {
      gravite: 'a_verifier',
      message: `« ${ecrit} » est lu comme ${taux.replace('.', ',')} %, mais la cellule n’est pas au format pourcentage : vérifiez ce taux.`,
    },
  };
}

function nonLu(ecrit: string): TauxLu {
  const absent = ABSENCES.has(sansAccents(ecrit).toLowerCase());
  return {
    taux: null,
    souci: absent
      ? { gravite: 'information', message: `« ${ecrit} » : aucun taux déclaré, le taux reste non mesuré.` }
      : {
          gravite: 'a_verifier',
          message: `« ${ecrit} » n’est pas un taux reconnu (attendu : « 75 % » ou « 75 »). Aucun taux n’est repris.`,
        },
  };
}

/** Four decimals are enough for a rate and hide the noise of binary fractions (0.333 × 100). */
function decimal(valeur: number): string {
  return String(Math.round(valeur * 10_000) / 10_000);
}
