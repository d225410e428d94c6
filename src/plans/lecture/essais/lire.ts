import type { DocumentLu } from '#tableur';
import type { Anomalie, PlanLu } from '../../regles/lecture.ts';
import { lirePlan } from '../index.ts';
import type { OptionsDeLecture } from '../outils.ts';
import { document, tableau, type ValeurDEssai } from './grilles.ts';
import { outilsDEssai } from './outils.ts';

export function lire(lu: DocumentLu, options: Partial<OptionsDeLecture> = {}): PlanLu {
  return lirePlan(lu, { nomDeFichier: 'suivi.xlsx', reperes: { reference: null }, ...options }, outilsDEssai);
}

export function lireTableau(
  lignes: readonly (readonly ValeurDEssai[])[],
  options: Partial<OptionsDeLecture> = {},
): PlanLu {
  return lire(document([tableau(lignes)]), options);
}

export function graves(anomalies: readonly Anomalie[]): Anomalie[] {
  return anomalies.filter(({ gravite }) => gravite !== 'information');
}
