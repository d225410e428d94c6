import { type Acteur, acteurDuCompte, type Profil } from '../../src/acces/index.ts';
import { aujourdhui } from '../../src/socle/index.ts';
import type { Essai } from './base.ts';

/** The person of this profile, in this organisation and territory: an account is made for it. */
export async function creerActeur(
  { base, horloge }: Essai,
  profil: Profil,
  organisation: string,
  territoire = 'FR',
): Promise<Acteur> {
  const id = `essai-${profil}-${organisation}-${territoire}`;
  await base
    .insertInto('compte')
    .values({
      id,
      nom: `${profil}, ${organisation}`,
      profil,
      organisation_id: organisation,
      territoire_code: territoire,
      demonstration: true,
      cree_le: horloge.maintenant(),
    })
    .onConflict((conflit) => conflit.column('id').doNothing())
    .execute();
  const acteur = await acteurDuCompte(base, id, aujourdhui(horloge));
  if (!acteur) throw new Error(`Compte ${id} introuvable.`);
  return acteur;
}

/** The value of a result that must be a success; otherwise the test fails with the refusal. */
export function reussi<T>(
  resultat: { ok: true; valeur: T } | { ok: false; refus: { regle: string; message: string } },
): T {
  if (!resultat.ok) throw new Error(`${resultat.refus.regle} : ${resultat.refus.message}`);
  return resultat.valeur;
}
