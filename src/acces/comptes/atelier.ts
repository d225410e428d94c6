import { type Evenement, inscrire } from '#journal';
import { aujourdhui, enTransaction, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Jour, type Resultat } from '#socle/valeurs';
import type { Acteur } from '../regles/acteur.ts';
import { acteurDuCompte } from './acteurs.ts';
import { COMPTE_ABSENT, type Compte, lireCompte } from './compte.ts';

/** What a command on rights works with: its transaction, who acts as the database knows them now, the pen of the journal. */
export type AtelierDAcces = {
  readonly transaction: Base;
  readonly acteur: Acteur;
  readonly maintenant: Date;
  readonly jour: Jour;
  readonly services: Services;
  /** Writes the event in the journal, in the same transaction. Called last. */
  journaliser(evenement: Evenement): Promise<void>;
};

/**
 * Runs a command on rights. The rows of these accounts and of whoever acts are locked, in the order of their identifiers
 * so that two administrators never wait for each other; then the actor is read again: a right withdrawn a moment ago
 * gives nothing any more.
 */
export function surDesComptes<T>(
  services: Services,
  acteur: Acteur,
  comptes: readonly string[],
  travail: (atelier: AtelierDAcces) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  return enTransaction(services, async (transaction) => {
    await transaction
      .selectFrom('compte')
      .select('id')
      .where('id', 'in', [...new Set([acteur.compte, acteur.personne, ...comptes])])
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
    const jour = aujourdhui(services.horloge);
    const present = await acteurDuCompte(transaction, acteur.compte, jour);
    if (present === null)
      return echec({
        nature: 'interdit',
        regle: 'compte.ferme',
        message: 'Votre compte vient d’être fermé, ou votre suppléance a pris fin : rien n’a été enregistré.',
      });
    return travail({
      transaction,
      acteur: present,
      maintenant: services.horloge.maintenant(),
      jour,
      services,
      journaliser: (evenement) =>
        inscrire(transaction, evenement, { auteur: present.compte, horloge: services.horloge, alea: services.alea }),
    });
  });
}

/** The same on one account, read under its lock. */
export function surLeCompte<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  travail: (atelier: AtelierDAcces, compte: Compte) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  return surDesComptes(services, acteur, [id], async (atelier) => {
    const compte = await lireCompte(atelier.transaction, id);
    return compte === null ? echec(COMPTE_ABSENT) : travail(atelier, compte);
  });
}
