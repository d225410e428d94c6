import { sql } from 'kysely';
import type { Conservation } from '#socle/travaux';
import { jourAParis } from '#socle/valeurs';

const AN_MS = 365 * 86_400_000;

/** Who was reminded of what: as long as one may wonder, for a plan of the year. What an erased person chose goes with them. */
export const conservationDesRelances: Conservation = {
  donnee: 'Relances écrites (compte, jour, objet), et courriers coupés',
  duree: '1 an ; le choix des courriers, jusqu’à l’effacement du compte',
  raison: 'Dire qui a été relancé de quoi, et ne pas relancer deux fois de la même chose.',
  async purger({ base, horloge }) {
    const limite = jourAParis(new Date(horloge.maintenant().getTime() - AN_MS));
    const { numDeletedRows } = await base
      .deleteFrom('courrier_de_relance')
      .where('jour', '<', limite)
      .executeTakeFirst();
    const { numAffectedRows } = await sql`
      delete from courrier_coupe c using compte p where p.id = c.compte_id and p.efface_le is not null`.execute(base);
    return Number(numDeletedRows) + Number(numAffectedRows ?? 0);
  },
};
