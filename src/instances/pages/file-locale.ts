/** A form sent and not yet known to the server; `cle` makes it the only one of its kind there. */
export type Envoi = { readonly cle: string; readonly champs: readonly (readonly [string, string])[] };

/** What waits, the oldest first. The browser keeps it across reloads and crashes; a browser without memory keeps nothing. */
export function enAttente(reunion: string): readonly Envoi[] {
  return lire<readonly Envoi[]>(`jalon.seance.${reunion}.file`) ?? [];
}

export function ajouter(reunion: string, envoi: Envoi): void {
  ecrire(`jalon.seance.${reunion}.file`, [...enAttente(reunion), envoi]);
}

export function retirer(reunion: string, cle: string): void {
  ecrire(
    `jalon.seance.${reunion}.file`,
    enAttente(reunion).filter((envoi) => envoi.cle !== cle),
  );
}

/** What is half typed, by the identifier of its field. */
export function brouillons(reunion: string): Readonly<Record<string, string>> {
  return lire<Readonly<Record<string, string>>>(`jalon.seance.${reunion}.brouillons`) ?? {};
}

export function ecrireBrouillon(reunion: string, champ: string, texte: string): void {
  const { [champ]: _, ...autres } = brouillons(reunion);
  ecrire(`jalon.seance.${reunion}.brouillons`, texte === '' ? autres : { ...autres, [champ]: texte });
}

function lire<T>(cle: string): T | null {
  try {
    const texte = localStorage.getItem(cle);
    // Written by this file alone.
    return texte === null ? null : (JSON.parse(texte) as T);
  } catch {
    return null;
  }
}

function ecrire(cle: string, valeur: unknown): void {
  try {
    localStorage.setItem(cle, JSON.stringify(valeur));
  } catch {
    // A browser that refuses to keep anything still sends at once.
  }
}
