import { compter } from '#interface';

/** « les 27 lignes », « la ligne »: what a button is about to import. */
export function enLignes(nombre: number): string {
  return nombre === 1 ? 'la ligne' : `les ${compter(nombre, 'ligne', 'lignes')}`;
}
