import type { Travail } from '#socle/travaux';
import { reviserSituations } from './tout-recalculer.ts';

/** Each morning before anyone looks: what the calendar alone changed during the night. */
export const reviserLesSituations: Travail = {
  nom: 'indicateurs.reviser',
  quand: '5 0 * * *',
  executer: (services) => reviserSituations(services),
};
