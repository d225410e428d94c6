import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { ajouterJours, type Jour } from '#socle/valeurs';
import { direMoment } from '../presentation.ts';
import { listerInstances } from './instances.ts';
import { reunionsProches } from './reunions.ts';

export type ReunionProche = {
  readonly id: string;
  readonly instance: string;
  readonly instanceNom: string;
  readonly moment: string;
  readonly lieu: string | null;
};

/** How far ahead a meeting is near enough to be said on the first page. */
const JOURS_A_VENIR = 31;
const MONTREES = 5;

/** The next meetings of the committees this actor reads, the nearest first. */
export async function prochainesReunions(base: Base, acteur: Acteur, jour: Jour): Promise<ReunionProche[]> {
  const instances = await listerInstances(base, acteur);
  const proches = await reunionsProches(
    base,
    instances.map(({ id }) => id),
    jour,
  );
  const horizon = ajouterJours(jour, JOURS_A_VENIR);
  return instances
    .flatMap(({ id, nom }) => {
      const prochaine = proches.get(id)?.prochaine ?? null;
      return prochaine === null || prochaine.jour > horizon ? [] : [{ nom, prochaine }];
    })
    .sort((a, b) => (cle(a.prochaine) < cle(b.prochaine) ? -1 : 1))
    .slice(0, MONTREES)
    .map(({ nom, prochaine }) => ({
      id: prochaine.id,
      instance: prochaine.instance,
      instanceNom: nom,
      moment: direMoment(prochaine),
      lieu: prochaine.lieu,
    }));
}

function cle({ jour, heure }: { readonly jour: Jour; readonly heure: string }): string {
  return `${jour} ${heure}`;
}
