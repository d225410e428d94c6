/** What a grant allows. `administrer` is about accounts, the others about an object. */
export const DROITS = ['lire', 'contribuer', 'modifier', 'administrer'] as const;
export type Droit = (typeof DROITS)[number];

/** What a grant is about: one plan, one reform, the plans and reforms of a ministry (its field), or accounts. */
export const OBJETS_D_HABILITATION = ['plan', 'reforme', 'champ', 'comptes'] as const;
export type ObjetDHabilitation = (typeof OBJETS_D_HABILITATION)[number];

/** A grant in force, for the pair (object, territory). */
export type HabilitationEnVigueur = {
  readonly droit: Droit;
  readonly objet: ObjetDHabilitation;
  /** Identifier of the plan, of the reform, or of the ministry; null for accounts. */
  readonly id: string | null;
  /** The territory it was given for, and those it contains. */
  readonly territoires: readonly string[];
  /** Territories that contain it, itself left out. */
  readonly territoiresEnglobants: readonly string[];
  /** Its last day, said to whoever asks where a right comes from; rules do without. */
  readonly fin?: string;
};

/** An object a grant may be about, as a policy sees it. */
export type ObjetHabilite = {
  readonly type: 'plan' | 'reforme';
  readonly id: string;
  /** Ministry the object belongs to. */
  readonly ministere: string | null;
  readonly territoire: string;
};

/** Each right brings the weaker ones. */
const FORCE: Readonly<Record<Droit, number>> = { lire: 1, contribuer: 2, modifier: 3, administrer: 0 };

/**
 * Those of these grants that give this right on this object.
 *
 * - A grant that names the object opens its reading as soon as the object touches the territory (contains it or is inside
 *   it): « le plan national, pour le Finistère ». Modifying asks that the whole object be within the territory.
 * - A grant on a field opens the objects of that ministry that are within the territory.
 */
export function habilitationsPour(
  habilitations: readonly HabilitationEnVigueur[],
  droit: 'lire' | 'contribuer' | 'modifier',
  objet: ObjetHabilite,
): readonly HabilitationEnVigueur[] {
  return habilitations.filter((une) => {
    if (FORCE[une.droit] < FORCE[droit]) return false;
    const dedans = une.territoires.includes(objet.territoire);
    if (une.objet === 'champ') return une.id === objet.ministere && dedans;
    if (une.objet !== objet.type || une.id !== objet.id) return false;
    return dedans || (droit === 'lire' && une.territoiresEnglobants.includes(objet.territoire));
  });
}

/** Territories for which one of these grants lets this person contribute to this object, whatever the object's own. */
export function territoiresDeContribution(
  habilitations: readonly HabilitationEnVigueur[],
  { type, id, ministere }: Pick<ObjetHabilite, 'type' | 'id' | 'ministere'>,
): readonly string[] {
  return habilitations
    .filter(
      (une) =>
        FORCE[une.droit] >= FORCE.contribuer &&
        ((une.objet === type && une.id === id) || (une.objet === 'champ' && une.id === ministere)),
    )
    .flatMap((une) => une.territoires);
}

/** Those that let one give news in some plan, or in those of a ministry: what `territoiresDeContribution` reads, as a list. */
export function contributionsAuxPlans(
  habilitations: readonly HabilitationEnVigueur[],
): readonly (HabilitationEnVigueur & { readonly objet: 'plan' | 'champ'; readonly id: string })[] {
  return habilitations.flatMap((une) => {
    const { objet, id } = une;
    return FORCE[une.droit] >= FORCE.contribuer && id !== null && (objet === 'plan' || objet === 'champ')
      ? { ...une, objet, id }
      : [];
  });
}

export const LIBELLES_DE_DROIT: Readonly<Record<Droit, string>> = {
  lire: 'Lire',
  contribuer: 'Donner des nouvelles',
  modifier: 'Modifier',
  administrer: 'Administrer les comptes',
};
