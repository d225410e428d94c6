import type { SituationPresentee } from '#indicateurs';

/** Which territories the page keeps: the words of its sentence. */
export type VueDeSituations = 'recul' | 'en_cours' | 'atteinte' | 'sans_taux' | 'retard' | 'degradation';

export const VUES: readonly VueDeSituations[] = ['en_cours', 'atteinte', 'recul', 'sans_taux', 'degradation', 'retard'];

/** « 1 cible atteinte », « 10 cibles atteintes ». */
export const NOMS_DE_VUE: Readonly<Record<VueDeSituations, readonly [singulier: string, pluriel: string]>> = {
  recul: ['en recul', 'en recul'],
  en_cours: ['en cours', 'en cours'],
  atteinte: ['cible atteinte', 'cibles atteintes'],
  sans_taux: ['sans taux', 'sans taux'],
  retard: ['valeur en retard', 'valeurs en retard'],
  degradation: ['dégradation significative', 'dégradations significatives'],
};

export function estDeLaVue({ etat, taux, retard, signal }: SituationPresentee, vue: VueDeSituations): boolean {
  switch (vue) {
    case 'recul':
      return etat === 'recul';
    case 'en_cours':
      return etat === 'en_cours';
    case 'atteinte':
      return etat === 'atteinte' || etat === 'depassee_avant_terme';
    case 'sans_taux':
      return taux.valeur === null;
    case 'retard':
      return retard > 0;
    case 'degradation':
      return signal?.code === 'degradation_significative';
  }
}

export function vueDeLAdresse(texte: string | null): VueDeSituations | null {
  return VUES.find((vue) => vue === texte) ?? null;
}
