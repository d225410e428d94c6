import { CONSERVATIONS, veillerLeJournal } from '#administration';
import { reviserLesSituations } from '#indicateurs';
import { relancerChaqueJour } from '#relances';
import { envoyerLeCourrier } from '#socle/courrier';
import { purgerSelon, type Travail } from '#socle/travaux';

/** Everything done without anyone waiting for it. */
export const TRAVAUX: readonly Travail[] = [
  envoyerLeCourrier,
  purgerSelon(CONSERVATIONS),
  veillerLeJournal,
  reviserLesSituations,
  relancerChaqueJour,
];
