import { compter, INSECABLE } from '#interface';
import { direEcart } from '../../fiche/phrase.ts';
import type { SuiviPresente } from '../../presentation.ts';

/** A reform in difficulty, and why, in the words of its figures. */
export type Difficulte = {
  readonly reforme: string;
  readonly nom: string;
  readonly raisons: readonly string[];
  /** What whoever answers for it last said of it. */
  readonly parole: { readonly phrase: string; readonly meteo: string; readonly age: number } | null;
};

/** The reforms furthest behind what was expected of them, with the reasons. Those on their trajectory are never here. */
export function lesPlusEnDifficulte(suivis: readonly SuiviPresente[], auPlus = 3): readonly Difficulte[] {
  return suivis
    .filter(({ position }) => position === 'recul' || position === 'en_retrait')
    .sort((a, b) => retard(a) - retard(b) || (a.nom < b.nom ? -1 : 1))
    .slice(0, auPlus)
    .map((suivi) => ({
      reforme: suivi.reforme,
      nom: suivi.nom,
      raisons: raisonsDe(suivi),
      parole: suivi.meteo && { phrase: suivi.meteo.phrase, meteo: suivi.meteo.nom, age: suivi.meteo.age },
    }));
}

function retard({ ecart }: SuiviPresente): number {
  return Number(ecart.valeur ?? 0);
}

function raisonsDe({
  position,
  taux,
  reculs,
  ecart,
  mediane,
  signal,
  meteo,
  silence,
}: SuiviPresente): readonly string[] {
  return [
    position === 'recul' ? taux.texte : `${taux.texte} d’avancement`,
    ...(ecart.valeur === null ? [] : [direEcart(ecart.valeur, 'la trajectoire')]),
    ...(signal?.code === 'degradation_significative' ? ['dégradation significative'] : []),
    ...(mediane.retrait && mediane.valeur !== null ? [direEcart(mediane.valeur, 'la médiane')] : []),
    ...(reculs > 0 && position !== 'recul' ? [compter(reculs, 'indicateur en recul', 'indicateurs en recul')] : []),
    ...(meteo === null ? ['météo jamais déclarée'] : []),
    ...(meteo?.divergente ? [`météo «${INSECABLE}${meteo.nom.toLowerCase()}${INSECABLE}» qui diverge`] : []),
    ...(meteo?.ancienne ? [`météo de ${compter(meteo.age, 'jour', 'jours')}, à renouveler`] : []),
    ...(silence !== null && silence > SILENCE_LONG
      ? [`aucune valeur depuis ${compter(silence, 'jour', 'jours')}`]
      : []),
  ];
}

/** A year: beyond it, silence is a reason by itself whatever the cadence. */
const SILENCE_LONG = 365;

/** Where the one accent of a row stands, so that the eye has one thing to read; null: nothing asks for attention. */
export type Accent = 'taux' | 'ecart' | 'signal' | 'meteo' | 'mediane' | null;

export function accentDe({ position, signal, meteo, mediane }: SuiviPresente): Accent {
  if (position === 'recul') return 'taux';
  if (position === 'en_retrait') return 'ecart';
  if (signal?.code === 'degradation_significative') return 'signal';
  if (meteo?.divergente) return 'meteo';
  if (mediane.retrait) return 'mediane';
  return meteo?.ancienne ? 'meteo' : null;
}
