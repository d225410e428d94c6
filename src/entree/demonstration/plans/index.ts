import type { PlanDeDemonstration } from '../donnees.ts';
import { IRRITANTS } from './irritants/index.ts';

/** The plans of the demonstration. */
export const PLANS: readonly PlanDeDemonstration[] = [IRRITANTS];
