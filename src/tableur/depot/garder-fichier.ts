import type { Services } from '#socle';
import type { Base } from '#socle/base';
import { type Depot, empreinteDe } from './fichier-depose.ts';

/** Keeps a file as it was sent, with who sent it. Gives its identifier. */
export async function garderFichier(
  transaction: Base,
  { ids, horloge }: Pick<Services, 'ids' | 'horloge'>,
  { nom, typeMime, octets }: Depot,
  compte: string,
): Promise<string> {
  const id = ids.nouveau();
  await transaction
    .insertInto('document_source')
    .values({
      id,
      nom,
      type_mime: typeMime,
      taille: octets.byteLength,
      empreinte: empreinteDe(octets),
      contenu: Buffer.from(octets),
      depose_le: horloge.maintenant(),
      depose_par: compte,
    })
    .execute();
  return id;
}
