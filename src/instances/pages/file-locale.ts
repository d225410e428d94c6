/** A form sent and not yet known to the server; `cle` makes it the only one of its kind there. */
export type Envoi = { readonly cle: string; readonly champs: readonly (readonly [string, string])[] };

/** Whose words they are, and of which meeting: nobody else signed in on the same browser reads or sends them. */
export type Casier = { readonly compte: string; readonly reunion: string };

/** What waits, the oldest first. The browser keeps it across reloads and crashes; a browser without memory keeps nothing. */
export function enAttente(casier: Casier): readonly Envoi[] {
  return lire<readonly Envoi[]>(place(casier, 'file')) ?? [];
}

export function ajouter(casier: Casier, envoi: Envoi): void {
  ecrire(place(casier, 'file'), [...enAttente(casier), envoi]);
}

export function retirer(casier: Casier, cle: string): void {
  ecrire(
    place(casier, 'file'),
    enAttente(casier).filter((envoi) => envoi.cle !== cle),
  );
}

/** What is half typed, by the identifier of its field. */
export function brouillons(casier: Casier): Readonly<Record<string, string>> {
  return lire<Readonly<Record<string, string>>>(place(casier, 'brouillons')) ?? {};
}

export function ecrireBrouillon(casier: Casier, champ: string, texte: string): void {
  const { [champ]: _, ...autres } = brouillons(casier);
  ecrire(place(casier, 'brouillons'), texte === '' ? autres : { ...autres, [champ]: texte });
}

function place({ compte, reunion }: Casier, contenu: 'file' | 'brouillons'): string {
  return `jalon.seance.${compte}.${reunion}.${contenu}`;
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
