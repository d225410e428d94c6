import { type Acteur, type Decision, selon } from '#acces';
import { type EvenementSansPersonnel, inscrire } from '#journal';
import { aujourdhui, enTransaction, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Jour, type Resultat } from '#socle/valeurs';
import { estIdentifiant, INSTANCE_ABSENTE, type Instance, lireInstanceSansPolitique } from '../lectures/instances.ts';
import { lireReunionSansPolitique, REUNION_ABSENTE, type Reunion } from '../lectures/reunions.ts';

type EnActe<E> = E extends { readonly acte: string; readonly charge: unknown } ? Pick<E, 'acte' | 'charge'> : never;
type ActeSurLObjet<T extends string> = EnActe<Extract<EvenementSansPersonnel, { objet: { type: T } }>>;

/** What a command works with once it is allowed. */
type Atelier<A> = {
  readonly transaction: Base;
  readonly services: Services;
  readonly acteur: Acteur;
  readonly instance: Instance;
  readonly maintenant: Date;
  readonly au: Jour;
  /** Writes the act in the journal, in the same transaction. Called last. */
  journaliser(acte: A): Promise<void>;
};

export type AtelierDInstance = Atelier<ActeSurLObjet<'instance'>>;
export type AtelierDeReunion = Atelier<ActeSurLObjet<'reunion'>> & { readonly reunion: Reunion };

/** Runs a command on a committee: one transaction, its row locked, the policy asked, then the work. A refusal undoes it. */
export async function surLInstance<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  politique: (instance: Instance) => Decision,
  travail: (atelier: AtelierDInstance) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  if (!estIdentifiant(id)) return echec(INSTANCE_ABSENTE);
  return enTransaction(services, async (transaction) => {
    await transaction.selectFrom('instance').select('id').where('id', '=', id).forNoKeyUpdate().execute();
    const instance = await lireInstanceSansPolitique(transaction, id);
    if (instance === null) return echec(INSTANCE_ABSENTE);
    const permis = selon(politique(instance));
    if (!permis.ok) return permis;
    return travail({
      transaction,
      services,
      acteur,
      instance,
      maintenant: services.horloge.maintenant(),
      au: aujourdhui(services.horloge),
      journaliser: (acte) =>
        inscrire(
          transaction,
          { ...acte, objet: { type: 'instance', id }, territoire: instance.territoire },
          { auteur: acteur.compte, horloge: services.horloge },
        ),
    });
  });
}

/** The same on a meeting: its own row is locked, so that two people who minute it come one after the other. */
export async function surLaReunion<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  politique: (instance: Instance) => Decision,
  travail: (atelier: AtelierDeReunion) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  if (!estIdentifiant(id)) return echec(REUNION_ABSENTE);
  return enTransaction(services, async (transaction) => {
    await transaction.selectFrom('reunion').select('id').where('id', '=', id).forNoKeyUpdate().execute();
    const lue = await lireReunionSansPolitique(transaction, id);
    if (lue === null) return echec(REUNION_ABSENTE);
    const permis = selon(politique(lue.instance));
    if (!permis.ok) return permis;
    return travail({
      transaction,
      services,
      acteur,
      instance: lue.instance,
      reunion: lue.reunion,
      maintenant: services.horloge.maintenant(),
      au: aujourdhui(services.horloge),
      journaliser: (acte) =>
        inscrire(
          transaction,
          { ...acte, objet: { type: 'reunion', id }, territoire: lue.instance.territoire },
          { auteur: acteur.compte, horloge: services.horloge },
        ),
    });
  });
}
