import type { Echeance, Reperes } from './echeance.ts';
import { lireEcheances } from './lecture.ts';

/** The reading of a cell as `jalon echeance` prints it: exactly these keys, days as `AAAA-MM-JJ` or null. */
export type DescriptionDeLecture = {
  readonly texte: string;
  readonly echeances: readonly Pick<Echeance, 'libelle' | 'nature' | 'debut' | 'fin' | 'ambigu' | 'hypotheses'>[];
};

export function decrireLecture(texte: string, reperes: Reperes): DescriptionDeLecture {
  return {
    texte,
    echeances: lireEcheances(texte, reperes).echeances.map(({ libelle, nature, debut, fin, ambigu, hypotheses }) => ({
      libelle,
      nature,
      debut,
      fin,
      ambigu,
      hypotheses,
    })),
  };
}
