import { enumerer, formaterDuree } from '#interface';
import { type Reglage, relanceQuelquUn } from '../regles/reglage.ts';

/** The rules of a plan in one sentence. */
export function reglesEnMots(reglage: Reglage): string {
  if (!relanceQuelquUn(reglage)) return 'Ce plan ne relance personne.';
  const { avant, apres, silence, comite } = reglage;
  const parts = [
    ...(avant === null ? [] : [`${formaterDuree(avant)} avant une échéance`]),
    ...(apres === null
      ? []
      : [
          `${formaterDuree(apres.premier)} après, puis ${apres.puis === 1 ? 'chaque jour' : `tous les ${formaterDuree(apres.puis)}`}`,
        ]),
    ...(silence === null
      ? []
      : [`${silence === 1 ? 'chaque jour' : `tous les ${formaterDuree(silence)}`} quand une action se tait`]),
    ...(comite === null ? [] : [`${formaterDuree(comite)} avant un comité`]),
  ];
  return `Les pilotes sont relancés ${enumerer(parts)}.`;
}
