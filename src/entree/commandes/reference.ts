import { ErreurDeDemarrage } from '#socle';
import { type Jour, lireJour } from '#socle/valeurs';

/** The option `--reference` of the commands that read deadlines. */
export function lireReference(texte: string | undefined): Jour | null {
  if (texte === undefined) return null;
  const jour = lireJour(texte);
  if (jour === null) {
    throw new ErreurDeDemarrage(`« ${texte} » n’est pas un jour du calendrier. Écrivez --reference 2023-01-31.`);
  }
  return jour;
}
