/** What can be written in an event's payload. No float: official figures travel as texts. */
export type Valeur = string | number | boolean | null | readonly Valeur[] | { readonly [cle: string]: Valeur };

/**
 * One text per value, whatever the order in which its keys were written (RFC 8785's principle): keys sorted by code
 * unit, no blanks. Two equal payloads have the same bytes, hence the same hash.
 */
export function canonique(valeur: Valeur): string {
  if (valeur === null || typeof valeur === 'boolean' || typeof valeur === 'string') return JSON.stringify(valeur);
  if (typeof valeur === 'number') {
    if (!Number.isSafeInteger(valeur)) throw new TypeError(`Le journal n’écrit que des entiers exacts, pas ${valeur}.`);
    return String(valeur);
  }
  if (estListe(valeur)) return `[${valeur.map(canonique).join(',')}]`;
  const cles = Object.keys(valeur).sort();
  return `{${cles.map((cle) => `${JSON.stringify(cle)}:${canonique(valeur[cle] ?? null)}`).join(',')}}`;
}

function estListe(valeur: readonly Valeur[] | { readonly [cle: string]: Valeur }): valeur is readonly Valeur[] {
  return Array.isArray(valeur);
}
