import type { Acteur } from '#acces';
import { obtenir } from '#acces';
import { estResponsable, type Portee, trouverReglages } from '#indicateurs';
import type { Base } from '#socle/base';
import { porteeDIndicateurs } from '../../lectures/portee.ts';

/** The indicator an address names, and what this person reads and writes of it; a refusal otherwise. */
export async function ouvrirIndicateur(base: Base, acteur: Acteur, id: string) {
  const { lisibles, tenus } = await porteeDIndicateurs(base, acteur);
  const indicateur = obtenir(await trouverReglages(base, acteur, id, tenus));
  const { vu } = indicateur;
  const portee: Portee =
    lisibles === null || estResponsable(acteur, vu, tenus) ? 'tous' : (lisibles.get(vu.numero) ?? new Set<string>());
  return { indicateur, portee, tenus };
}

export type IndicateurOuvert = Awaited<ReturnType<typeof ouvrirIndicateur>>;
