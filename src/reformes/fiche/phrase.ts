import { formaterNombre, INSECABLE, pluriel } from '#interface';
import type { SuiviPresente } from '../presentation.ts';

/** « 3 points sous la trajectoire », « 4 points au-dessus de la médiane », « sur la trajectoire ». */
export function direEcart(valeur: string, de: string): string {
  const points = Number(valeur);
  if (points === 0) return `à hauteur de ${de}`;
  const grandeur = Math.abs(points);
  const nombre = `${formaterNombre(valeur.replace('-', ''))}${INSECABLE}${pluriel(grandeur, 'point', 'points')}`;
  return points < 0 ? `${nombre} sous ${de}` : `${nombre} au-dessus de ${de}`;
}

/** The parts of the first sentence of the page: the rate, then what asks for attention. */
export function direSituation({ taux, ecart, mediane, signal, couverture, reculs }: SuiviPresente): {
  readonly tete: string;
  readonly suites: readonly string[];
} {
  const nuances = [
    ...(ecart.valeur === null ? [] : [direEcart(ecart.valeur, 'la trajectoire')]),
    ...(mediane.valeur === null ? [] : [direEcart(mediane.valeur, 'la médiane')]),
    ...(signal === null || signal.code === 'variation_ordinaire' ? [] : [`en ${signal.texte} significative`]),
    ...(couverture === null || couverture === taux.texte ? [] : [couverture]),
    ...(reculs > 0 && taux.etat !== 'recul'
      ? [`${formaterNombre(reculs)}${INSECABLE}${pluriel(reculs, 'indicateur en recul', 'indicateurs en recul')}`]
      : []),
  ];
  return { tete: taux.texte, suites: nuances };
}
