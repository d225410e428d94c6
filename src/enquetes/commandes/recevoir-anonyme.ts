import type { Alea } from '#socle';
import type { Cible } from '../lectures/remontees.ts';
import { regionDe, reponsesAnonymes } from '../lectures/reponses.ts';
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
  const toutes = melanger([...dejaLa, { region: regionDe(cible.territoire), contenu }], services.alea);
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

/** In an order drawn by lot: each element draws 128 bits. */
function melanger<T>(elements: readonly T[], alea: Alea): T[] {
  const tirages = elements.map((element) => {
    const octets = new Uint8Array(16);
    alea(octets);
    return { element, tirage: Buffer.from(octets).toString('hex') };
  });
  return tirages.sort((a, b) => (a.tirage < b.tirage ? -1 : 1)).map(({ element }) => element);
}
