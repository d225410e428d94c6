import type { Base } from './base/index.ts';
import type { Services } from './services.ts';
import { echec, type Refus, type Resultat } from './valeurs/index.ts';

/** A transaction that a refusal rolls back. */
export async function enTransaction<T>(
  { base }: Pick<Services, 'base'>,
  travail: (transaction: Base) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  try {
    return await base.transaction().execute(async (transaction) => {
      const resultat = await travail(transaction);
      if (!resultat.ok) throw new Renonciation(resultat.refus);
      return resultat;
    });
  } catch (erreur) {
    if (erreur instanceof Renonciation) return echec(erreur.refus);
    throw erreur;
  }
}

/**
 * The same services within a transaction under way: a command that opens its own transaction works in this one. A
 * refused command must then undo everything: its caller throws.
 */
export function servicesDansLaTransaction(services: Services, transaction: Base): Services {
  const base: Base = new Proxy(transaction, {
    get(cible, nom) {
      if (nom === 'transaction') return () => ({ execute: (travail: (t: Base) => Promise<unknown>) => travail(base) });
      const valeur: unknown = Reflect.get(cible, nom, cible);
      return typeof valeur === 'function' ? valeur.bind(cible) : valeur;
    },
  });
  return { ...services, base };
}

class Renonciation extends Error {
  constructor(readonly refus: Refus) {
    super(refus.message);
  }
}
