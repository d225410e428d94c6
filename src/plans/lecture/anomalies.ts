import type { Anomalie } from '../regles/lecture.ts';

type Place = { readonly ligne?: number | null; readonly colonne?: string | null };

export function erreur(message: string, place: Place = {}): Anomalie {
  return anomalie('erreur', message, place);
}

export function aVerifier(message: string, place: Place = {}): Anomalie {
  return anomalie('a_verifier', message, place);
}

export function information(message: string, place: Place = {}): Anomalie {
  return anomalie('information', message, place);
}

export function anomalie(gravite: Anomalie['gravite'], message: string, place: Place): Anomalie {
  return { ligne: place.ligne ?? null, colonne: place.colonne ?? null, gravite, message: insecables(message) };
}

/** Non-breaking spaces where French typography wants them, so that each message does not have to think of it. */
export function insecables(phrase: string): string {
  return phrase
    .replace(/« /g, '«\u00a0')
    .replace(/ ([»:;!?%])/g, '\u00a0$1')
    .replace(/'/g, '’');
}

/** Errors first, then what is to be checked, then the rest; in the order of the rows within each. */
export function trierAnomalies(anomalies: readonly Anomalie[]): Anomalie[] {
  return [...anomalies].sort((a, b) => RANG[a.gravite] - RANG[b.gravite] || (a.ligne ?? 0) - (b.ligne ?? 0));
}

/** « ligne 3 », « lignes 3, 7 et 12 », « lignes 3, 4, 5… (28 lignes) ». */
export function enumererLignes(lignes: readonly number[]): string {
  const uniques = [...new Set(lignes)];
  if (uniques.length <= 1) return `ligne ${uniques[0] ?? '?'}`;
  if (uniques.length > 12) return `lignes ${uniques.slice(0, 10).join(', ')}… (${uniques.length} lignes)`;
  return `lignes ${uniques.slice(0, -1).join(', ')} et ${uniques.at(-1)}`;
}

/** A long text cut for a message; the whole text stays in the action. */
export function extrait(texte: string, longueur = 120): string {
  const mots = texte.replace(/\s+/g, ' ').trim();
  return mots.length <= longueur ? mots : `${mots.slice(0, longueur - 1)}…`;
}

const RANG: Readonly<Record<Anomalie['gravite'], number>> = { erreur: 0, a_verifier: 1, information: 2 };
