import type { Acteur } from '#acces';
import { obtenir } from '#acces';
import { type Portee, trouverReglages } from '#indicateurs';
import type { Base } from '#socle/base';
import { porteeDIndicateurs, porteeSur } from '../../lectures/portee.ts';

/** The indicator an address names, and what this person reads and writes of it; a refusal otherwise. */
export async function ouvrirIndicateur(base: Base, acteur: Acteur, id: string) {
  const ouverts = await porteeDIndicateurs(base, acteur);
  const indicateur = obtenir(await trouverReglages(base, acteur, id, ouverts.tenus));
  const portee: Portee = porteeSur(acteur, indicateur.vu, ouverts);
  return { indicateur, portee, tenus: ouverts.tenus };
}

export type IndicateurOuvert = Awaited<ReturnType<typeof ouvrirIndicateur>>;
