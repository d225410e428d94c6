import type { Base } from '#socle/base';
import { hacher } from './inscrire.ts';
import type { Valeur } from './regles/canonique.ts';
import { type LigneScellee, type Verification, verifierChaine } from './regles/chaine.ts';

/** Recomputes the whole chain (`jalon journal verifier`), in one consistent snapshot. */
export async function verifierJournal(base: Base): Promise<Verification> {
  return base
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const tete = await transaction
        .selectFrom('journal_tete')
        .select(['sequence', 'empreinte'])
        .executeTakeFirstOrThrow();
      const lignes = await transaction.selectFrom('journal').selectAll().orderBy('sequence').execute();
      return verifierChaine(
        lignes.map(
          (ligne): LigneScellee => ({
            sequence: ligne.sequence,
            instant: ligne.instant.toISOString(),
            auteur: ligne.auteur,
            acte: ligne.acte,
            objetType: ligne.objet_type,
            objetId: ligne.objet_id,
            territoire: ligne.territoire_code,
            charge: JSON.parse(ligne.charge) as Valeur,
            empreinte: ligne.empreinte,
          }),
        ),
        tete,
        hacher,
      );
    });
}
