import { type Acteur, type Decision, selon } from '#acces';
import { type EvenementSansPersonnel, inscrire } from '#journal';
import { aujourdhui, enTransaction, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Jour, type Resultat } from '#socle/valeurs';
import { estIdentifiant } from '../../lectures/reformes.ts';
import { FEUILLE_ABSENTE, type Feuille, type GenreDEvenement, lireFeuilleSansPolitique } from '../lectures/feuille.ts';

type EnActe<E> = E extends { readonly acte: string; readonly charge: unknown } ? Pick<E, 'acte' | 'charge'> : never;

/** What happens to a roadmap, without saying which one. */
type ActeDeFeuille = EnActe<Extract<EvenementSansPersonnel, { objet: { type: 'feuille_de_route' } }>>;

/** What a command works with once it is allowed: its transaction, the roadmap locked, and the pen of the journal. */
export type Atelier = {
  readonly transaction: Base;
  readonly services: Services;
  readonly acteur: Acteur;
  readonly feuille: Feuille;
  readonly maintenant: Date;
  readonly au: Jour;
  /** Appends an event to the roadmap and gives its number. */
  noterEvenement(evenement: NouvelEvenement): Promise<number>;
  /** Writes the act in the journal, in the same transaction. Called last. */
  journaliser(acte: ActeDeFeuille): Promise<void>;
};

type NouvelEvenement = {
  readonly genre: GenreDEvenement;
  readonly jour: Jour;
  readonly texte?: string | null;
  readonly motif?: string | null;
  readonly repondA?: number;
};

/** Runs a command on a roadmap: one transaction, its row locked, the policy asked, then the work. A refusal undoes it. */
export async function surLaFeuille<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  politique: (feuille: Feuille) => Decision,
  travail: (atelier: Atelier) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  if (!estIdentifiant(id)) return echec(FEUILLE_ABSENTE);
  return enTransaction(services, async (transaction) => {
    await transaction.selectFrom('feuille_de_route').select('id').where('id', '=', id).forNoKeyUpdate().execute();
    const au = aujourdhui(services.horloge);
    const feuille = await lireFeuilleSansPolitique(transaction, id, au);
    if (feuille === null) return echec(FEUILLE_ABSENTE);
    const permis = selon(politique(feuille));
    if (!permis.ok) return permis;
    const maintenant = services.horloge.maintenant();
    return travail({
      transaction,
      services,
      acteur,
      feuille,
      maintenant,
      au,
      async noterEvenement({ genre, jour, texte = null, motif = null, repondA = null }) {
        const { id: numero } = await transaction
          .insertInto('evenement_de_feuille')
          .values({
            feuille_id: id,
            genre,
            jour,
            texte,
            motif,
            repond_a: repondA,
            enregistre_le: maintenant,
            auteur: acteur.compte,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        return numero;
      },
      journaliser: (acte) =>
        inscrire(
          transaction,
          { ...acte, objet: { type: 'feuille_de_route', id }, territoire: feuille.territoire },
          { auteur: acteur.compte, horloge: services.horloge },
        ),
    });
  });
}
