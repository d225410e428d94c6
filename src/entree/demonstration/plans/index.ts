import type { PlanDeDemonstration } from '../donnees.ts';
import { BRETAGNE } from './bretagne.ts';
import { BROUILLON } from './brouillon.ts';
import { FINISTERE } from './finistere.ts';
import { IRRITANTS } from './irritants/index.ts';
import { RECOMMANDATIONS } from './recommandations.ts';
import { REPRISE } from './reprise.ts';
import { SERVICE_AUX_TERRITOIRES } from './service-aux-territoires/index.ts';

/** The plans of the demonstration: four in the shape of the documents an office really has, then three that show rights. */
export const PLANS: readonly PlanDeDemonstration[] = [
  IRRITANTS,
  SERVICE_AUX_TERRITOIRES,
  REPRISE,
  RECOMMANDATIONS,
  FINISTERE,
  BRETAGNE,
  BROUILLON,
];
