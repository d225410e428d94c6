import { type Acteur, type Decision, selon } from '#acces';
import { type EvenementSansPersonnel, inscrire } from '#journal';
import { aujourdhui, enTransaction, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Jour, type Resultat } from '#socle/valeurs';
import { estIdentifiant, lireReformeSansPolitique, REFORME_ABSENTE, type Reforme } from '../lectures/reformes.ts';

/** What a command works with once it is allowed: its transaction, the reform locked, and the pen of the journal. */
export type Atelier = {
  readonly transaction: Base;
  readonly services: Services;
  readonly acteur: Acteur;
  readonly reforme: Reforme;
  readonly maintenant: Date;
  readonly au: Jour;
  /** Writes the event in the journal, in the same transaction. Called last. */
  journaliser(evenement: EvenementSansPersonnel): Promise<void>;
};

/** Runs a command on a reform: one transaction, its row locked, the policy asked, then the work. A refusal undoes it. */
export async function surLaReforme<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  politique: (reforme: Reforme) => Decision,
  travail: (atelier: Atelier) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  if (!estIdentifiant(id)) return echec(REFORME_ABSENTE);
  return enTransaction(services, async (transaction) => {
    await transaction.selectFrom('reforme').select('id').where('id', '=', id).forNoKeyUpdate().execute();
    const reforme = await lireReformeSansPolitique(transaction, id);
    if (reforme === null) return echec(REFORME_ABSENTE);
    const permis = selon(politique(reforme));
    if (!permis.ok) return permis;
    return travail({
      transaction,
      services,
      acteur,
      reforme,
      maintenant: services.horloge.maintenant(),
      au: aujourdhui(services.horloge),
      journaliser: (evenement) =>
        inscrire(transaction, evenement, { auteur: acteur.compte, horloge: services.horloge }),
    });
  });
}
