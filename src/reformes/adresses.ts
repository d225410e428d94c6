/** The day a page is looked at from, when it is past: what its links go on with. */
type Passe = { readonly au: string | null };

/** A reform in a territory, on the same day. */
export function adresseDeReforme(reforme: string, territoire: string, { au }: Passe): string {
  return `/reformes/${reforme}${suite({ territoire, au })}`;
}

/** An indicator in a territory, on the same day. */
export function adresseDIndicateur(indicateur: string, territoire: string, { au }: Passe): string {
  return `/indicateurs/${indicateur}${suite({ territoire, au })}`;
}

/** « ?territoire=D29&au=2022-02-15 »; nothing for what is null. */
export function suite(parametres: Readonly<Record<string, string | null>>): string {
  const gardes = Object.entries(parametres).filter((un): un is [string, string] => un[1] !== null);
  return gardes.length === 0 ? '' : `?${new URLSearchParams(gardes)}`;
}
