/** One word, number or sign of a cell, in the form all its spellings share, with its place in the original. */
export type Mot = {
  readonly genre: 'mot' | 'nombre' | 'signe';
  /** Without accents, capitals, exponents: « 4 ^{ÈME} » gives `4` then `eme`. */
  readonly forme: string;
  /** Offsets in the original text, `fin` excluded. */
  readonly debut: number;
  readonly fin: number;
  /** First of its line: the only trace kept of line breaks, for bullets. */
  readonly tete: boolean;
  /** First after a full stop that no abbreviation calls for. */
  readonly phrase: boolean;
};

/** What a grammar rule gives: a value and the index of the first word it did not read; null when it does not apply. */
export type Lu<T> = { readonly valeur: T; readonly suite: number } | null;

export type Regle<T> = (mots: readonly Mot[], i: number) => Lu<T>;

/**
 * Cuts a cell into words. Blanks of all kinds, quotation marks and apostrophes only separate; the full stop of an
 * abbreviation (« janv. ») disappears; every dash is the same dash.
 */
export function decouper(texte: string): readonly Mot[] {
  const mots: Mot[] = [];
  let courant = null as { genre: 'mot' | 'nombre'; forme: string; debut: number; fin: number } | null;
  let tete = true;
  let phrase = false;

  const clore = (): void => {
    if (!courant) return;
    mots.push({ ...courant, tete, phrase });
    courant = null;
    tete = false;
    phrase = false;
  };

  let position = 0;
  for (const caractere of texte) {
    const debut = position;
    const fin = debut + caractere.length;
    position = fin;
    if (IGNORES.test(caractere)) continue;
    if (SEPARE.test(caractere)) {
      clore();
      if (caractere === '\n' || caractere === '\r') tete = true;
      continue;
    }
    const forme = plier(caractere);
    const genre = /^[0-9]+$/.test(forme) ? 'nombre' : /^\p{L}+$/u.test(forme) ? 'mot' : 'signe';
    if (genre === 'signe') {
      clore();
      const precedent = mots.at(-1);
      if (forme === '.') phrase = precedent !== undefined && precedent.genre !== 'signe' && precedent.forme.length >= 4;
      if (forme === '.' && precedent?.genre === 'mot') continue;
      mots.push({ genre, forme, debut, fin, tete, phrase: false });
      tete = false;
    } else if (courant?.genre === genre) {
      courant.forme += forme;
      courant.fin = fin;
    } else {
      clore();
      courant = { genre, forme, debut, fin };
    }
  }
  clore();
  return avecPuces(mots);
}

/** « - mars 2023 ⏎ - juin 2023 »: when a cell opens with a dash, the dashes that open its lines are bullets, not ranges. */
function avecPuces(mots: readonly Mot[]): readonly Mot[] {
  if (mots[0]?.forme !== '-') return mots;
  return mots.map((mot) => (mot.tete && mot.forme === '-' ? { ...mot, forme: ';' } : mot));
}

/** The original words from `i` to `suite` (excluded), as written. */
export function texteDe(texte: string, mots: readonly Mot[], i: number, suite: number): string {
  const premier = mots[i];
  const dernier = mots[suite - 1];
  return premier && dernier && suite > i ? texte.slice(premier.debut, dernier.fin) : '';
}

export function estMot(mots: readonly Mot[], i: number, ...formes: readonly string[]): boolean {
  const mot = mots[i];
  return mot !== undefined && mot.genre !== 'nombre' && formes.includes(mot.forme);
}

/** The number at this place, with the number of its figures (« 06 » is 6 in two figures). */
export function nombreA(mots: readonly Mot[], i: number): { valeur: number; chiffres: number } | null {
  const mot = mots[i];
  return mot?.genre === 'nombre' && mot.forme.length <= 4
    ? { valeur: Number(mot.forme), chiffres: mot.forme.length }
    : null;
}

/** Index after these words if the text has them here (« au plus tard »), else null. */
export function apresSuite(mots: readonly Mot[], i: number, suite: readonly string[]): number | null {
  for (const [rang, forme] of suite.entries()) if (mots[i + rang]?.forme !== forme) return null;
  return i + suite.length;
}

/** Expressions of ours, by first word, the longest first: most words of a cell open none of them. */
export type Vocabulaire = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Expressions without accents nor capitals, one space between words, apostrophes as spaces: « d ici la ». */
export function vocabulaire(...expressions: readonly string[]): Vocabulaire {
  const index = new Map<string, (readonly string[])[]>();
  for (const expression of expressions) {
    const mots = expression.split(' ');
    const [premier = ''] = mots;
    index.set(premier, [...(index.get(premier) ?? []), mots]);
  }
  for (const memes of index.values()) memes.sort((a, b) => b.length - a.length);
  return index;
}

/** Index after the longest expression found here, or null. */
export function apresLaPlusLongue(mots: readonly Mot[], i: number, expressions: Vocabulaire): number | null {
  const mot = mots[i];
  for (const candidate of (mot && expressions.get(mot.forme)) ?? []) {
    const suite = apresSuite(mots, i, candidate);
    if (suite !== null) return suite;
  }
  return null;
}

/** Combining marks, soft hyphens, and the notation of exponents left by conversions (« 4 ^{ème} »). */
const IGNORES = /\p{M}|\u00ad|\u200c|\u200d|[\^{}*_]/u;
const SEPARE = /[\s\u00a0\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\p{C}'’‘ʼ`´"«»“”„‹›]/u;
const TIRETS = /[-‐‑‒–—―−]/;
const FLECHES = /[→⇒➔➜]/;
const PUCES = /[•·▪●◦‣]/;

function plier(caractere: string): string {
  if (TIRETS.test(caractere)) return '-';
  if (FLECHES.test(caractere)) return '→';
  if (PUCES.test(caractere)) return ';';
  if (caractere === 'œ' || caractere === 'Œ') return 'oe';
  const forme = caractere.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\p{M}/gu, '');
  return /^([0-9]+|\p{L}+)$/u.test(forme) ? forme : caractere;
}
