import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { toutesLesReformes } from '../../lectures/reformes.ts';
import { estChoisissable } from '../commandes/verifier-reforme.ts';

/** The reforms this person may put in the roadmap of this territory, by name, as the options of a list. */
export async function reformesChoisissables(base: Base, acteur: Acteur, territoire: string) {
  return (await toutesLesReformes(base))
    .filter((reforme) => estChoisissable(acteur, territoire, reforme))
    .map(({ id, nom }) => ({ valeur: id, texte: nom }));
}
