import { reduireBlancs } from '#socle/valeurs';
import type { Cellule } from '#tableur';

export type IntituleLu = { readonly code: string | null; readonly intitule: string };

/** « Recommandation n° 3 : Créer… » → code « 3 » and the rest; the words are left alone when nothing of the kind begins them. */
export function detacherNumero(texte: string): IntituleLu {
  const parties = NUMEROTE.exec(texte);
  const code = parties?.[1];
  const reste = parties?.[2]?.trim();
  return code && reste ? { code, intitule: reste } : { code: null, intitule: texte };
}

/** « 2.3 – Déployer… » → code « 2.3 ». Only to be trusted when most rows of the table begin so. */
export function detacherPrefixe(texte: string): IntituleLu {
  const parties = PREFIXE.exec(texte);
  const code = (parties?.[1] ?? parties?.[2])?.replace(/\.$/, '');
  const reste = parties?.[3]?.trim();
  return code && reste ? { code, intitule: reste } : { code: null, intitule: texte };
}

/** Codes such as « 1-1 », « 10-2 », « A.3 », « RH-04 », at least four times out of five. */
export function ressembleADesCodes(cellules: readonly Cellule[]): boolean {
  if (cellules.length === 0) return false;
  const codes = cellules.filter(({ texte, nombre }) => nombre === null && CODE.test(reduireBlancs(texte)));
  return codes.length / cellules.length >= 0.8;
}

/** Whole numbers that only grow: 1, 2, 3… */
export function ressembleADesNumeros(cellules: readonly Cellule[]): boolean {
  const nombres = cellules.map(({ texte }) => (/^\d{1,5}\.?$/.test(texte.trim()) ? Number.parseInt(texte, 10) : null));
  return (
    nombres.length > 0 &&
    nombres.every((nombre, rang) => nombre !== null && (rang === 0 || nombre > (nombres[rang - 1] ?? 0)))
  );
}

const CODE = /^(?:[A-Za-z]{1,4}[ .-]?\d{1,3}|(?:[A-Za-z]{1,3}[.-]?)?\d{1,3}(?:[.-]\d{1,3})+)(?:[.-]?[a-z])?\.?$/;
const NUMEROTE =
  /^(?:recommandation|action|mesure|mission|proposition|pr[ée]conisation|fiche(?: action)?|objectif)\s+(?:n\s?[°o]\s*)?(\d{1,3}(?:[.-]\d{1,3})*[a-z]?)\s*(?:[:–—.)]|-\s)\s*(\S[\s\S]*)$/i;
const PREFIXE =
  /^(?:((?:[A-Za-z]{1,3}[.-]?)?\d{1,3}(?:[.-]\d{1,3})+\.?)\s*(?:[:–—)-]\s*|\s)|(\d{1,3}|[A-Z]\d{1,3})\s*(?:[:–—.)]\s*|-\s))(\S[\s\S]*)$/;
