import { CONSERVATIONS_D_ACCES, conservationDesArrivees, conservationDesLimites } from '#acces';
import { conservationDesMembres } from '#instances';
import { CONSERVATIONS_DU_JOURNAL } from '#journal';
import { conservationDesRelances } from '#relances';
import { conservationDesCourriels } from '#socle/courrier';
import type { Conservation } from '#socle/travaux';

/** How long each kind of data is kept, and why: applied every night, and shown to everyone as it is. */
export const CONSERVATIONS: readonly Conservation[] = [
  ...CONSERVATIONS_D_ACCES,
  conservationDesArrivees,
  conservationDesCourriels,
  conservationDesLimites,
  conservationDesMembres,
  conservationDesRelances,
  ...CONSERVATIONS_DU_JOURNAL,
];
