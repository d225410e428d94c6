import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { calculer } from '../calcul/calculer.ts';
import { lireParametres } from '../calcul/lire-parametres.ts';
import { lireLesPointsConnus } from '../calcul/lire-points.ts';
import type { LigneDeSituation } from '../calcul/modele.ts';
import { porteesDe } from '../calcul/recalculer.ts';

/**
 * Where an indicator stood on a past day, with what was known then: the rules of today, on the facts of that day. Nothing
 * is kept for it: it costs one reading of the facts of the indicator.
 */
export async function situationsAu(base: Base, numero: number, jour: Jour): Promise<readonly LigneDeSituation[]> {
  const parametres = (await lireParametres(base, [numero])).get(numero);
  if (parametres === undefined) return [];
  const points = await lireLesPointsConnus(base, porteesDe(parametres, null), jour);
  return calculer(parametres, points, new Map(), null, jour).situations;
}
