import { conservationDesLimites } from '#acces';
import { veillerLeJournal } from '#administration';
import { conservationDesCourriels, envoyerLeCourrier } from '#socle/courrier';
import { type Conservation, purgerSelon, type Travail } from '#socle/travaux';

/** How long each kind of data is kept, and why: applied every night (docs/exploitation.md says it to the administrator). */
const CONSERVATIONS: readonly Conservation[] = [conservationDesCourriels, conservationDesLimites];

/** Everything done without anyone waiting for it. */
export const TRAVAUX: readonly Travail[] = [envoyerLeCourrier, purgerSelon(CONSERVATIONS), veillerLeJournal];
