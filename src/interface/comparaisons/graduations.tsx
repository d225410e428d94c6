import type { Axe } from '../axe.ts';
import { classes } from '../classes.ts';

/** The marks of an axis, written above the tracks of a table. */
export function Graduations({ axe: { graduations } }: { readonly axe: Axe }) {
  const dernier = graduations.length - 1;
  return graduations.map(({ position, texte }, rang) => (
    <text
      key={position}
      className={classes(
        'jalon-comparaison__graduation',
        rang > 0 && rang < dernier && 'jalon-comparaison__graduation--milieu',
      )}
      x={`${position}%`}
      y="14"
      textAnchor={rang === 0 ? 'start' : rang === dernier ? 'end' : 'middle'}
    >
      {texte}
    </text>
  ));
}
