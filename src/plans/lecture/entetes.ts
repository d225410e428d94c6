import { cleDeTexte } from '#socle/valeurs';
import { DEBUTS_CONNUS, INDICES_CONNUS, MOTS, type Sens } from './mots-d-entete.ts';

export type { Sens } from './mots-d-entete.ts';

/** What the heading says; `sur` when it is one of the known words, not only begins with one. Null when unknown. */
export function reconnaitreEntete(entete: string): { readonly sens: Sens; readonly sur: boolean } | null {
  if (entete.length > 120) return null;
  const cle = cleDEntete(entete);
  if (cle === '') return null;
  const exact = exactement(cle);
  if (exact) return { sens: exact, sur: true };
  const debut = cle.length > 60 ? undefined : DEBUTS.find(([mot]) => cle.startsWith(`${mot} `));
  return debut ? { sens: debut[1], sur: false } : null;
}

/** A heading that only holds a telling word (« Autorité responsable »): a guess, to be said. Null when there is none. */
export function devinerEntete(entete: string): Sens | null {
  const cle = ` ${cleDEntete(entete)} `;
  if (cle.length > 60) return null;
  return INDICES.find(([mot]) => cle.includes(` ${mot} `))?.[1] ?? null;
}

const DEBUTS = DEBUTS_CONNUS.map(([mot, sens]) => [cleDEntete(mot), sens] as const);
const INDICES = INDICES_CONNUS.map(([mot, sens]) => [cleDEntete(mot), sens] as const);

const PAR_CLE: ReadonlyMap<string, Sens> = new Map(
  (Object.entries(MOTS) as [Sens, readonly string[]][]).flatMap(([sens, mots]) =>
    mots.map((mot): [string, Sens] => [cleDEntete(mot), sens]),
  ),
);

function exactement(cle: string): Sens | null {
  const sansParentheses = cle.replace(/ ?\([^)]*\)/g, '').trim();
  const sansComplement = sansParentheses.replace(
    / (de l'|de la |des |du |d')(action|mesure|mission|recommandation|projet|plan)( d'action)?$/,
    '',
  );
  for (const forme of [cle, sansParentheses, sansComplement]) {
    const sens = PAR_CLE.get(forme);
    if (sens) return sens;
  }
  return compose(sansParentheses);
}

/** « Pilote / Responsable », « Observations et commentaires »: two words for the same field. */
function compose(cle: string): Sens | null {
  const parties = cle.split(/ ?\/ ?| et | ou | - /);
  if (parties.length < 2) return null;
  const sens = parties.map((partie) => PAR_CLE.get(partie.trim()) ?? null);
  const premier = sens[0] ?? null;
  return premier && sens.every((autre) => autre === premier) ? premier : null;
}

/** Singular, without accents, capitals, colon nor « (s) »: the form under which two headings are the same. */
export function cleDEntete(entete: string): string {
  return cleDeTexte(entete)
    .replace(/\((?:e?s|e|x|es|nt)\)/g, '')
    .replace(/[ :*?]+$/, '')
    .trim()
    .split(' ')
    .map((mot) => (mot.length > 3 ? mot.replace(/[sx]$/, '') : mot))
    .join(' ');
}
