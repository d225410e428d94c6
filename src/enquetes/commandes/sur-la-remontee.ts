import { type Acteur, type Decision, selon } from '#acces';
import { type EvenementSansPersonnel, inscrire } from '#journal';
import { aujourdhui, enTransaction, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Jour, type Refus, type Resultat } from '#socle/valeurs';
import { estIdentifiant, lireRemonteeSansPolitique, REMONTEE_ABSENTE, type Remontee } from '../lectures/remontees.ts';

export type Atelier = {
  readonly services: Services;
  readonly acteur: Acteur;
  readonly transaction: Base;
  readonly remontee: Remontee;
  readonly maintenant: Date;
  readonly au: Jour;
  /** Writes the event in the journal, in the same transaction. Called last. */
  journaliser(evenement: EvenementSansPersonnel): Promise<void>;
};

/** Runs a command on a remontée: one transaction, its row locked, the policy asked, then the work. */
export async function surLaRemontee<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  peut: (remontee: Remontee) => Decision,
  travail: (atelier: Atelier) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  if (!estIdentifiant(id)) return echec(REMONTEE_ABSENTE);
  return enTransaction(services, async (transaction) => {
    await transaction.selectFrom('remontee').select('id').where('id', '=', id).forNoKeyUpdate().execute();
    const au = aujourdhui(services.horloge);
    const remontee = await lireRemonteeSansPolitique(transaction, id, au);
    if (remontee === null) return echec(REMONTEE_ABSENTE);
    const permis = selon(peut(remontee));
    if (!permis.ok) return permis;
    return travail({
      services,
      acteur,
      transaction,
      remontee,
      maintenant: services.horloge.maintenant(),
      au,
      journaliser: (evenement) =>
        inscrire(transaction, evenement, { auteur: acteur.compte, horloge: services.horloge }),
    });
  });
}

/** A draft, still the one that was looked at; otherwise why not. */
export function refusDeChanger(remontee: Remontee, version: number): Refus | null {
  if (remontee.etat !== 'brouillon')
    return {
      nature: 'conflit',
      regle: 'remontee.envoyee',
      message: 'Cette remontée est envoyée : ses questions et ses destinataires ne changent plus.',
    };
  if (remontee.version !== version)
    return {
      nature: 'conflit',
      regle: 'remontee.version',
      message:
        'Quelqu’un a modifié cette remontée pendant votre saisie. Votre texte est gardé : comparez-le à la remontée telle qu’elle est, puis enregistrez de nouveau.',
    };
  return null;
}
