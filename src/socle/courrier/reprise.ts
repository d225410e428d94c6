const MINUTE_MS = 60_000;

/** Wait after each failed try: soon at first, then as long as a server under repair needs. Two and a half days in all. */
const ATTENTES_MS = [1, 5, 15, 60, 240, 720, 1_440, 1_440].map((minutes) => minutes * MINUTE_MS);

/** When a mail that failed this many times is tried again; null when one gives up. */
export function prochainEssai(essais: number, maintenant: Date): Date | null {
  const attente = ATTENTES_MS[essais - 1];
  return attente === undefined ? null : new Date(maintenant.getTime() + attente);
}

/** A mail that should have left longer ago than this is no longer news: it is given up rather than sent late. */
export const AGE_MAXIMAL_MS = 3 * 1_440 * MINUTE_MS;
