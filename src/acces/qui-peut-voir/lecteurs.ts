import { aujourdhui, type Services } from '#socle';
import { acteursOuverts } from '../comptes/comptes-ouverts.ts';
import type { Acteur } from '../regles/acteur.ts';

/** Someone who reads an object, the most they can do with it, why, and where when it is read territory by territory. */
export type Lecteur<Pouvoir extends string> = {
  readonly acteur: Acteur;
  readonly pouvoir: Pouvoir;
  readonly raisons: readonly string[];
  readonly ou: string | null;
};

/** Everyone who reads an object today: its policy itself (`decrire`, null when closed), asked of every account that is open. */
export async function lecteursDe<Pouvoir extends string>(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  decrire: (acteur: Acteur) => Omit<Lecteur<Pouvoir>, 'acteur'> | null,
): Promise<readonly Lecteur<Pouvoir>[]> {
  const lecteurs: Lecteur<Pouvoir>[] = [];
  for await (const paquet of acteursOuverts(base, aujourdhui(horloge), horloge.maintenant()))
    for (const acteur of paquet) {
      const lu = decrire(acteur);
      if (lu !== null) lecteurs.push({ acteur, ...lu });
    }
  return lecteurs;
}
