import { reduireBlancs } from '#socle/valeurs';
import { annuaireDeReference } from './annuaire-de-reference.ts';
import { decouperEnRoles, type RoleDePilote, type Segment } from './roles.ts';
import type { Annuaire } from './trouver.ts';

export type { RoleDePilote } from './roles.ts';

export type PiloteEcrit = {
  /** As written, without article nor linking word. */
  readonly texte: string;
  readonly role: RoleDePilote;
};

/**
 * Splits a cell of pilotes as people write it: « DMAT/SDAT, en lien avec les SGAR et les SG de préfectures » → DMAT/SDAT
 * (pilote), SGAR and SG de préfectures (en lien avec). A slash is a hierarchy and never cut; « et » and commas inside a
 * name (« Direction départementale des territoires et de la mer ») are not cut either: the directory tells known names,
 * grammar the others. Nothing is dropped but punctuation.
 */
export function separerPilotes(texte: string, annuaire: Connaissances = annuaireDeReference()): readonly PiloteEcrit[] {
  return decouperEnRoles(texte).flatMap((segment) =>
    nomsDuSegment(segment, annuaire).map((nom) => ({ texte: nom, role: segment.role })),
  );
}

type Connaissances = Pick<Annuaire, 'connait' | 'designe'>;

/** A stretch between two separators; `suite` when it may go on with the words before (« et », or a comma and « de »). */
type Fragment = { readonly texte: string; readonly debut: number; readonly fin: number; readonly suite: boolean };

function nomsDuSegment(segment: Segment, annuaire: Connaissances): readonly string[] {
  const fragments = fragmentsDe(segment.texte);
  const noms: string[] = [];
  for (let rang = 0; rang < fragments.length; ) {
    const dernier = finDuNom(fragments, rang, segment, annuaire);
    const debut = fragments[rang]?.debut ?? 0;
    const nom = epurer(segment.texte.slice(debut, fragments[dernier]?.fin), segment.genitif);
    if (nom !== '') noms.push(nom);
    rang = dernier + 1;
  }
  return noms;
}

/** Rank of the last fragment of the name that begins at `rang`. */
function finDuNom(
  fragments: readonly Fragment[],
  rang: number,
  { texte, genitif }: Segment,
  { connait, designe }: Connaissances,
): number {
  const debut = fragments[rang]?.debut ?? 0;
  const jusqua = (dernier: number) => epurer(texte.slice(debut, fragments[dernier]?.fin), genitif);
  for (let dernier = Math.min(fragments.length, rang + MORCEAUX_D_UN_NOM) - 1; dernier > rang; dernier--) {
    const morceaux = fragments.slice(rang, dernier + 1);
    const entier = jusqua(dernier);
    if (
      morceaux.slice(1).every(({ suite }) => suite) ? designe(entier) : enToutesLettres(morceaux) && connait(entier)
    ) {
      return dernier;
    }
  }
  // « avec l’appui de la DNUM et de la DMAT »: after a genitive, « et de » begins another service.
  if (genitif || connait(jusqua(rang))) return rang;
  let dernier = rang;
  for (const suite of fragments.slice(rang + 1)) {
    if (!COMPLEMENT.test(suite.texte) || connait(epurer(suite.texte, true))) break;
    dernier++;
  }
  return dernier;
}

/** « DDT, DDTM » are two names, even if their letters side by side make a third. */
function enToutesLettres(morceaux: readonly Fragment[]): boolean {
  return morceaux.every(({ texte }) => /\p{L}\s\p{L}/u.test(texte));
}

/** No name of the directory has more commas and « et » than this; it bounds the work on a cell of 4,000 characters. */
const MORCEAUX_D_UN_NOM = 8;
const COMPLEMENT = /^(?:de|du|des|d['’]|à|au|aux)(?:\s|(?<=['’]))/iu;
const SEPARATEUR = /\s*[,;•|\n]\s*|\s+[+&]\s+|\s+(?:et\/ou|et|ainsi\s+que|puis)\s+/giu;

/** Cuts at commas and « et », outside brackets and quotation marks. */
function fragmentsDe(texte: string): readonly Fragment[] {
  const visible = masquerApartes(texte);
  const fragments: Fragment[] = [];
  let debut = 0;
  let apresEt = false;
  const ajouter = (fin: number) => {
    const fragment = texte.slice(debut, fin).trim();
    const suite = apresEt || COMPLEMENT.test(fragment);
    if (/[\p{L}\d]/u.test(fragment)) fragments.push({ texte: fragment, debut, fin, suite });
  };
  for (const separateur of visible.matchAll(SEPARATEUR)) {
    ajouter(separateur.index);
    debut = separateur.index + separateur[0].length;
    apresEt = /et/iu.test(separateur[0]);
  }
  ajouter(texte.length);
  return fragments;
}

/** Same length, with what stands in brackets or quotation marks made invisible to the separators. */
function masquerApartes(texte: string): string {
  return texte.replace(/\([^()]*\)|«[^»]*»/gu, (aparte) => '_'.repeat(aparte.length));
}

function epurer(texte: string, genitif: boolean): string {
  let nom = reduireBlancs(texte)
    .replace(/^[\s,;:.•·*–—-]+/u, '')
    .replace(/[\s,;:.–—-]+$/u, '')
    .replace(/^(?:et|ainsi que)\s+/iu, '');
  if (genitif) nom = nom.replace(/^(?:de|du|des|d['’])(?:\s+|(?<=['’]))/iu, '');
  // « l’ensemble des SGAR » is an expression of its own.
  return /^l['’]ensemble\b/iu.test(nom)
    ? nom
    : nom.replace(/^(?:(?:aux|au|les|le|la)\s+|à\s+(?:la\s+)?|l['’]\s*)/iu, '');
}
