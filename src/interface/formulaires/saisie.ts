import { createContext, use } from 'react';

/** Messages by field name. A message about the whole form goes under `formulaire`. */
export type Erreurs = Readonly<Record<string, string>>;

/** What was typed, by field name; several values for boxes ticked under one name. */
export type Valeurs = Readonly<Record<string, string | readonly string[]>>;

/** What the server sent back with a refusal: the fields find their message and their value here by their name. */
export const SaisieContexte = createContext<{
  readonly erreurs: Erreurs;
  readonly valeurs: Valeurs;
  /** Tells the fields of this form from those of the same name in another form of the page. */
  readonly prefixe?: string | undefined;
}>({
  erreurs: {},
  valeurs: {},
});

/** The value to show first: what was refused, else the one of the data. */
export function useSaisie(
  nom: string,
  valeur: string | undefined,
): { erreur: string | null; valeur: string | undefined } {
  const { erreurs, valeurs } = use(SaisieContexte);
  const refusee = valeurs[nom];
  return { erreur: erreurs[nom] ?? null, valeur: typeof refusee === 'string' ? refusee : valeur };
}

export function useSaisieMultiple(
  nom: string,
  valeurs: readonly string[],
): { erreur: string | null; valeurs: readonly string[] } {
  const saisie = use(SaisieContexte);
  const refusees = saisie.valeurs[nom];
  const gardees = refusees === undefined ? valeurs : typeof refusees === 'string' ? [refusees] : refusees;
  return { erreur: saisie.erreurs[nom] ?? null, valeurs: gardees };
}

/** Anchors of a field, the same on the server and in the error summary that links to it. */
export function idDuChamp(nom: string, prefixe?: string): string {
  return `champ-${[prefixe, nom]
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** The anchor of this field in the form that holds it. */
export function useIdDuChamp(nom: string): string {
  return idDuChamp(nom, use(SaisieContexte).prefixe);
}
