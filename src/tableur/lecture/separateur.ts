export type Separateur = ';' | ',' | '\t' | '|';

export type Decoupe = {
  readonly separateur: Separateur;
  /** Number of fields most records have. */
  readonly champs: number;
  /** Share of the records which have exactly that many, from 0 to 1. */
  readonly regularite: number;
  readonly enregistrements: number;
};

/** By preference when all else is equal: the semicolon is what a French spreadsheet writes. */
const CANDIDATS: readonly Separateur[] = [';', '\t', '|', ','];
const ECHANTILLON = 200_000;

/**
 * The separator which cuts the text most regularly. Line breaks and separators inside quotes do not count. Null when
 * no candidate gives two fields to most records.
 */
export function devinerSeparateur(texte: string): Decoupe | null {
  const echantillon = texte.slice(0, ECHANTILLON);
  const decoupes = CANDIDATS.map((separateur) => mesurer(echantillon, separateur)).filter(
    (decoupe) => decoupe.champs > 1,
  );
  const [meilleure] = decoupes.sort((a, b) => note(b) - note(a));
  return meilleure ?? null;
}

/** A title line or a note has fewer fields than the table: regularity first, then width breaks the ties. */
function note({ regularite, champs }: Decoupe): number {
  return regularite + Math.min(champs, 20) / 100;
}

function mesurer(texte: string, separateur: Separateur): Decoupe {
  const comptes = new Map<number, number>();
  for (const champs of nombresDeChamps(texte, separateur)) comptes.set(champs, (comptes.get(champs) ?? 0) + 1);
  const enregistrements = [...comptes.values()].reduce((somme, nombre) => somme + nombre, 0);
  const [[champs, nombre] = [0, 0]] = [...comptes].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return { separateur, champs, regularite: enregistrements === 0 ? 0 : nombre / enregistrements, enregistrements };
}

/** Number of fields of each record which is not empty. A quote counts only where a field starts. */
function* nombresDeChamps(texte: string, separateur: Separateur): Generator<number> {
  let champs = 1;
  let vide = true;
  let position = 0;
  while (position < texte.length) {
    const signe = texte[position];
    if (signe === '"') position = finDesGuillemets(texte, position + 1);
    // Up to the end of the field, whose inner quotes are plain signs.
    while (position < texte.length && texte[position] !== separateur && texte[position] !== '\n') {
      position++;
      vide = false;
    }
    if (signe === '"') vide = false;
    if (texte[position] === separateur) {
      champs++;
      vide = false;
    } else {
      if (!vide) yield champs;
      champs = 1;
      vide = true;
    }
    position++;
  }
}

/** Position after the closing quote, a doubled quote being one sign of the text. */
function finDesGuillemets(texte: string, depuis: number): number {
  let position = depuis;
  while (position < texte.length) {
    const fermant = texte.indexOf('"', position);
    if (fermant === -1) return texte.length;
    if (texte[fermant + 1] !== '"') return fermant + 1;
    position = fermant + 2;
  }
  return position;
}
