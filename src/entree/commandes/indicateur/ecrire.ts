import type { Avancement, Explication, TauxVersCible } from '#indicateurs';
import { type Decimal, ecrireDecimal } from '#socle/valeurs';

/** The result as JSON. Numbers are written by us, digit by digit, and never pass through a float. */
export function ecrireAvancement({ annuel, global, attendu, ecart }: Avancement, decimales: number): string {
  const enUnite = Math.max(DECIMALES, decimales);
  return `{"annuel":${ecrireTaux(annuel)},"global":${ecrireTaux(global)},"attendu":${nombre(attendu?.valeur ?? null, enUnite)},"ecart":${nombre(ecart, enUnite)}}`;
}

/** Explanations as a person reads them at the terminal. */
export function enTexte(explications: readonly (readonly [titre: string, Explication])[]): string {
  return explications
    .map(([titre, { resultat, formule, calcul, manques, remarques }]) => {
      const lignes = [formule, ...(calcul === null ? [] : [calcul]), ...manques, ...remarques];
      return `${titre}\u00a0: ${resultat}\n${lignes.map((ligne) => `  ${ligne}\n`).join('')}`;
    })
    .join('\n');
}

const DECIMALES = 2;

function ecrireTaux({ taux, brut, etat }: TauxVersCible): string {
  return `{"taux":${nombre(taux, DECIMALES)},"brut":${nombre(brut, DECIMALES)},"etat":"${etat}"}`;
}

function nombre(valeur: Decimal | null, decimales: number): string {
  return valeur === null ? 'null' : ecrireDecimal(valeur, decimales);
}
