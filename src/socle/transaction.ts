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

class Renonciation extends Error {
  constructor(readonly refus: Refus) {
    super(refus.message);
  }
}
