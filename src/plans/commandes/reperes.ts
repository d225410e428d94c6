import type { Reperes } from '#echeances';
import type { Plan } from '../lectures/plan.ts';

/** What a plan tells the reader of its deadlines: its date, and the years it covers. */
export function reperesDuPlan({ dateDeReference, periode }: Pick<Plan, 'dateDeReference' | 'periode'>): Reperes {
  const { debut, fin } = periode;
  return { reference: dateDeReference ?? debut, periode: debut !== null && fin !== null ? { debut, fin } : null };
}
