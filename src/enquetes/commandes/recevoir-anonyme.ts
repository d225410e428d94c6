import { sql } from 'kysely';
import type { Alea } from '#socle';
import type { Cible } from '../lectures/remontees.ts';
import { regionDe, reponsesAnonymes, SANS_REGION } from '../lectures/reponses.ts';
import { ANONYMES_AU_MOINS, partGardee } from '../regles/anonymat.ts';
import type { Contenu } from '../regles/questions.ts';
import type { Atelier } from './sur-la-remontee.ts';

/**
 * Takes in an anonymous answer. A row added to a table says when it was added (its place in the file, its transaction):
 * all the answers of the remontée are therefore written anew each time, in an order drawn by lot, and the one that came
 * last is like the others. Nothing goes to the journal, which holds authors and instants.
 */
export async function recevoirAnonyme(
  { transaction, services, remontee }: Pick<Atelier, 'transaction' | 'services' | 'remontee'>,
  cible: Pick<Cible, 'id' | 'territoire'>,
  contenu: Contenu,
): Promise<void> {
  const dejaLa = await reponsesAnonymes(transaction, remontee.id);
  const interrogees = await transaction
    .selectFrom('remontee_cible')
    .select('territoire_code as territoire')
    .where('remontee_id', '=', remontee.id)
    .execute();
  const regions = interrogees.map(({ territoire }) => regionDe(territoire));
  const region = partGardee(regions, regionDe(cible.territoire)) ?? SANS_REGION;
  const toutes = melanger([...dejaLa, { region, contenu }], services.alea);
  await transaction.deleteFrom('remontee_reponse_anonyme').where('remontee_id', '=', remontee.id).execute();
  await transaction
    .insertInto('remontee_reponse_anonyme')
    .values(
      toutes.map(({ region, contenu: dit }, rang) => ({
        remontee_id: remontee.id,
        place: rang + 1,
        region_code: region,
        contenu: JSON.stringify(dit),
      })),
    )
    .execute();
  await transaction.updateTable('remontee_cible').set({ repondu: true }).where('id', '=', cible.id).execute();
}

/**
 * Once no answer comes any more, those of a région that gave fewer than five no longer say which: their figures were not to
 * be published, and beside the list of the services that answered they would point at someone.
 */
export async function confondreLesPetitesRegions({ transaction, remontee }: Atelier): Promise<void> {
  if (!remontee.anonyme) return;
  await sql`
    update remontee_reponse_anonyme set region_code = ${SANS_REGION}
    where remontee_id = ${remontee.id} and region_code in (
      select region_code from remontee_reponse_anonyme where remontee_id = ${remontee.id}
      group by region_code having count(*) < ${ANONYMES_AU_MOINS})`.execute(transaction);
}

/** In an order drawn by lot: each element draws 128 bits. */
function melanger<T>(elements: readonly T[], alea: Alea): T[] {
  const tirages = elements.map((element) => {
    const octets = new Uint8Array(16);
    alea(octets);
    return { element, tirage: Buffer.from(octets).toString('hex') };
  });
  return tirages.sort((a, b) => (a.tirage < b.tirage ? -1 : 1)).map(({ element }) => element);
}
