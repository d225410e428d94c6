import { acteurDuCompte } from '#acces';
import { plansLisibles } from '#plans/lectures';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { InstanceVue } from '../politique.ts';

const COMPTES_AU_PLUS = 10;

/**
 * Whether someone of the organisation that chairs reads this plan: it signs what is decided there. Nobody of it has an
 * account: nothing can tell, and the relevé will wait for one.
 */
export async function laPresidenceLit(
  base: Base,
  { presidence }: Pick<InstanceVue, 'presidence'>,
  plan: string,
  aujourdhui: Jour,
): Promise<boolean> {
  const comptes = await base
    .selectFrom('compte')
    .select('id')
    .where('organisation_id', '=', presidence)
    .where('genre', '=', 'personne')
    .where('ferme_le', 'is', null)
    .orderBy('id')
    .limit(COMPTES_AU_PLUS)
    .execute();
  for (const { id } of comptes) {
    const acteur = await acteurDuCompte(base, id, aujourdhui);
    if (acteur !== null && (await plansLisibles(base, acteur, [plan])).has(plan)) return true;
  }
  return comptes.length === 0;
}
