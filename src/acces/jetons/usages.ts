import { sql } from 'kysely';
import type { Services } from '#socle';
import type { Conservation } from '#socle/travaux';

export type Usage = { readonly methode: string; readonly chemin: string; readonly statut: number };

/** One call of the API: what was asked, without its parameters nor its body, and how it was answered. */
export async function noterUsage(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  jeton: string,
  { methode, chemin, statut }: Usage,
): Promise<void> {
  const maintenant = horloge.maintenant();
  await base
    .with('usage', (ecriture) =>
      ecriture
        .insertInto('jeton_usage')
        .values({ jeton_id: jeton, instant: maintenant, methode, chemin: chemin.slice(0, 200), statut }),
    )
    .updateTable('jeton')
    .set({ dernier_usage_le: maintenant })
    .where('compte_id', '=', jeton)
    // Once a minute is enough, and calls at the same instant do not wait for each other's row.
    .where((eb) =>
      eb.or([eb('dernier_usage_le', 'is', null), eb('dernier_usage_le', '<', new Date(maintenant.getTime() - 60_000))]),
    )
    .execute();
}

export const conservationDesUsages: Conservation = {
  donnee: 'Usages des jetons (instant, adresse demandée, réponse)',
  duree: '1 an',
  raison: 'Voir ce qu’une machine a fait, et reconnaître un jeton volé.',
  async purger({ base, horloge }) {
    const limite = new Date(horloge.maintenant().getTime() - 365 * 86_400_000);
    const { numAffectedRows } = await sql`delete from jeton_usage where instant < ${limite}`.execute(base);
    return Number(numAffectedRows ?? 0);
  },
};
