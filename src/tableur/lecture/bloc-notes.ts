import type { Remarque } from '../document.ts';

/** Remarks of one reading: what repeats is counted and said once, with the place of the first. */
export class BlocNotes {
  readonly #seules: Remarque[] = [];
  readonly #comptees = new Map<string, { nombre: number; remarque: (nombre: number) => Remarque }>();

  noter(
    message: string,
    gravite: Remarque['gravite'] = 'information',
    ligne: number | null = null,
    colonne: number | null = null,
  ): void {
    this.#seules.push({ message, gravite, ligne, colonne });
  }

  /** `dire` writes the sentence once the whole is known: it receives how many there were. */
  compter(
    cle: string,
    gravite: Remarque['gravite'],
    ligne: number | null,
    colonne: number | null,
    dire: (nombre: number) => string,
  ): void {
    const connue = this.#comptees.get(cle);
    if (connue) connue.nombre++;
    else
      this.#comptees.set(cle, {
        nombre: 1,
        remarque: (nombre) => ({ message: dire(nombre), gravite, ligne, colonne }),
      });
  }

  toutes(): readonly Remarque[] {
    return [...this.#seules, ...[...this.#comptees.values()].map(({ nombre, remarque }) => remarque(nombre))];
  }
}
