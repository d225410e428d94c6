import { idsUuid7, type Services } from '#socle';

/** The same services as they were at this instant: what they write carries its date. */
export function servicesAuMoment(services: Services, instant: Date): Services {
  const horloge = { maintenant: () => new Date(instant) };
  return { ...services, horloge, ids: idsUuid7(horloge, services.alea) };
}
