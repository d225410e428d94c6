import type { Base } from '#socle/base';
import type { Acteur } from '../regles/acteur.ts';

/** Rights a grant gives on an object. */
export type DroitSurObjet = 'lire' | 'contribuer' | 'modifier';

/** An object as it is shown to whoever may read it. */
export type ObjetNomme = { readonly libelle: string; readonly adresse: string | null };

/**
 * A kind of objects that grants may be about. The rooms above own these objects and their policies: each gives its kinds,
 * `administration` puts them together, and this room asks them without knowing any.
 */
export type GenreHabilitable = {
  readonly type: 'plan' | 'reforme' | 'champ';
  /** « Plans ». */
  readonly nom: string;
  /** The names of those this actor may read; what is absent does not exist or is closed to them, and looks the same. */
  nommer(base: Base, acteur: Acteur, ids: readonly string[]): Promise<ReadonlyMap<string, ObjetNomme>>;
  /** Those this actor may read whose name holds these words; the first ones when there is no word. */
  chercher(
    base: Base,
    acteur: Acteur,
    texte: string,
    limite: number,
  ): Promise<readonly { readonly id: string; readonly libelle: string }[]>;
  /** Has this actor this right, on this object, for this territory? Null when the object is absent or closed to them. */
  porte(base: Base, acteur: Acteur, id: string, droit: DroitSurObjet, territoire: string): Promise<boolean | null>;
  /** Is this actor of the team of this object, which closes its own door? When not said: who may modify it there. */
  tient?(base: Base, acteur: Acteur, id: string): Promise<boolean>;
};

export type Habilitables = readonly GenreHabilitable[];

/** What a grant is about, as forms and the journal write it: `plan:<id>`, `champ:mi`, `comptes`. */
export type ReferenceDObjet =
  | { readonly type: GenreHabilitable['type']; readonly id: string }
  | { readonly type: 'comptes'; readonly id: null };

export function lireReference(texte: string): ReferenceDObjet | null {
  if (texte === 'comptes') return { type: 'comptes', id: null };
  const [, type, id] = /^(plan|reforme|champ):([a-z0-9-]{1,100})$/.exec(texte) ?? [];
  if (id === undefined || (type !== 'plan' && type !== 'reforme' && type !== 'champ')) return null;
  return { type, id };
}

export function ecrireReference({ type, id }: { readonly type: string; readonly id: string | null }): string {
  return id === null ? type : `${type}:${id}`;
}

/** The objects these grants or requests are about, named for this actor; one query a kind. */
export async function nommerObjets(
  base: Base,
  habilitables: Habilitables,
  acteur: Acteur,
  references: readonly { readonly type: string; readonly id: string | null }[],
): Promise<ReadonlyMap<string, ObjetNomme>> {
  const noms = new Map<string, ObjetNomme>();
  for (const genre of habilitables) {
    const ids = references.flatMap(({ type, id }) => (type === genre.type && id !== null ? [id] : []));
    if (ids.length === 0) continue;
    for (const [id, nom] of await genre.nommer(base, acteur, [...new Set(ids)])) noms.set(`${genre.type}:${id}`, nom);
  }
  return noms;
}
