import type { Base } from '#socle/base';
import { type Decimal, ecrireDecimal, type Jour, lireDecimal } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import { mailleDe } from '../calcul/portee.ts';
import type { LigneDePanier } from '../paniers/modele.ts';
import { situationsDePaniersAu } from '../paniers/situations-passees.ts';
import { estEnRetrait } from '../regles/alertes.ts';
import { ecartsALaMediane, mediane } from '../regles/mediane.ts';

/**
 * The same as `situationsDePaniersAu`, with the gap to the median of that day: every territory of the mailles asked for
 * is computed, and only those asked for are given. For a reform or a few: a whole catalogue would cost too much.
 */
export async function situationsCompareesAu(
  base: Base,
  paniers: readonly number[],
  territoires: readonly string[],
  jour: Jour,
): Promise<ReadonlyMap<number, ReadonlyMap<string, LigneDePanier>>> {
  const mailles = new Set(territoires.map(mailleDe));
  const semblables = TERRITOIRES.filter(({ maille }) => mailles.has(maille)).map(({ code }) => code);
  const situations = await situationsDePaniersAu(base, paniers, semblables, jour);
  const demandes = new Set(territoires);
  return new Map(
    [...situations].map(([panier, lignes]) => [
      panier,
      new Map([...comparer([...lignes.values()])].filter(([territoire]) => demandes.has(territoire))),
    ]),
  );
}

function comparer(lignes: readonly LigneDePanier[]): ReadonlyMap<string, LigneDePanier> {
  return new Map(
    (['regional', 'departemental', 'national'] as const).flatMap((maille) => {
      const deLaMaille = lignes.filter(({ territoire }) => mailleDe(territoire) === maille);
      const taux = deLaMaille.map(({ taux_global }) => (taux_global === null ? null : lireDecimal(taux_global)));
      const milieu = maille === 'national' ? null : mediane(taux);
      const ecarts = maille === 'national' ? [] : ecartsALaMediane(taux);
      return deLaMaille.map((ligne, i) => [ligne.territoire, avecMediane(ligne, milieu, ecarts[i] ?? null)] as const);
    }),
  );
}

function avecMediane(ligne: LigneDePanier, milieu: Decimal | null, ecart: Decimal | null): LigneDePanier {
  return {
    ...ligne,
    mediane: milieu && ecrireDecimal(milieu),
    ecart_mediane: ecart && ecrireDecimal(ecart),
    // First of the list: what comes before it is about a rate that is missing.
    alertes: ecart !== null && estEnRetrait(ecart) ? ['retrait_sur_la_mediane', ...ligne.alertes] : ligne.alertes,
  };
}
