/** A line of what a roadmap contains, as it was written. */
export type LigneDeContenu = {
  readonly id: number;
  readonly geste: 'ajout' | 'retrait';
  readonly objet: { readonly type: 'reforme' | 'projet'; readonly id: string };
  readonly engagement: string | null;
  /** The change of the roadmap it belongs to; null: written while the roadmap was prepared. */
  readonly evenement: number | null;
};

/** The answer to a change: its number gives the order in which changes came into force. */
export type Reponse = { readonly id: number; readonly repondA: number; readonly acceptee: boolean };

export type Contenu = {
  /** Reforms in force, with what the prefect commits to. */
  readonly reformes: ReadonlyMap<string, string | null>;
  readonly projets: ReadonlySet<string>;
  /** Objects that were in force once and no longer are. */
  readonly retires: ReadonlySet<string>;
};

/**
 * What a roadmap contains now: the lines of its preparation in their order, then those of each accepted change, in the
 * order of the acceptances. A change that waits for its answer, or was refused, changes nothing.
 */
export function contenuEnVigueur(lignes: readonly LigneDeContenu[], reponses: readonly Reponse[]): Contenu {
  const effet = new Map(reponses.filter(({ acceptee }) => acceptee).map(({ id, repondA }) => [repondA, id]));
  const valables = lignes
    .filter(({ evenement }) => evenement === null || effet.has(evenement))
    .map((ligne) => ({ ligne, ordre: ligne.evenement === null ? 0 : (effet.get(ligne.evenement) ?? 0) }))
    .sort((a, b) => a.ordre - b.ordre || a.ligne.id - b.ligne.id);
  const reformes = new Map<string, string | null>();
  const projets = new Set<string>();
  const retires = new Set<string>();
  for (const { ligne } of valables) {
    const { type, id } = ligne.objet;
    if (ligne.geste === 'ajout') {
      retires.delete(id);
      if (type === 'reforme') reformes.set(id, ligne.engagement);
      else projets.add(id);
    } else if (type === 'reforme' ? reformes.delete(id) : projets.delete(id)) {
      retires.add(id);
    }
  }
  return { reformes, projets, retires };
}
