import { aujourdhui, type Services } from '#socle';
import type { Base } from '#socle/base';
import {
  type Administrateur,
  administrateursDuTerritoire,
  administrateursNationaux,
} from '../comptes/administrateurs.ts';

/** Who answers for this territory: its administrators and those around it; the national ones when there is none, or when it is not known. */
export async function quiDecide(
  base: Base,
  horloge: Services['horloge'],
  territoire: string | null,
): Promise<Administrateur[]> {
  const proches = territoire === null ? [] : await administrateursDuTerritoire(base, territoire, aujourdhui(horloge));
  return proches.length > 0 ? proches : administrateursNationaux(base);
}

/** Tells those who decide that a request waits for them; the request itself stands in their list. */
export async function prevenirDeLaDemande(
  transaction: Base,
  { horloge }: Services,
  { territoire }: { readonly id: string; readonly territoire: string | null },
): Promise<void> {
  await quiDecide(transaction, horloge, territoire);
}
