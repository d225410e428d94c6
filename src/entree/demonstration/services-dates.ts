import { idsUuid7, type Services } from '#socle';
import type { Base } from '#socle/base';

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

/** The same services as they were at this instant: what they write carries its date. */
export function servicesAuMoment(services: Services, instant: Date): Services {
  const horloge = { maintenant: () => new Date(instant) };
  return { ...services, horloge, ids: idsUuid7(horloge, services.alea) };
}
