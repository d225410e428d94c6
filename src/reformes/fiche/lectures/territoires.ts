import type { Acteur } from '#acces';
import type { Regard } from '#indicateurs';
import type { Base } from '#socle/base';
import { comparerDecimaux, lireDecimal } from '#socle/valeurs';
import { type Maille, TERRITOIRES, type Territoire } from '#territoires';
import type { Reforme } from '../../lectures/reformes.ts';
import { suivisVus } from '../../lectures/suivis-vus.ts';
import { presenterSuivi, type SuiviPresente } from '../../presentation.ts';

/** What one may ask to see alone. */
export const FILTRES = ['valeur_en_retard', 'sans_meteo', 'en_retrait', 'recul', 'non_mesuree'] as const;
export type Filtre = (typeof FILTRES)[number];

export type LigneDeTerritoire = SuiviPresente & { readonly lieu: string; readonly region: string | null };

/** Every territory of a maille in which this person reads the reform, with what is known of it there. */
export async function territoiresDeLaReforme(
  base: Base,
  acteur: Acteur,
  reforme: Reforme,
  { maille, lisibles }: { readonly maille: Maille; readonly lisibles: readonly string[] },
  regard: Regard,
): Promise<readonly LigneDeTerritoire[]> {
  const lus = new Set(lisibles);
  const territoires = TERRITOIRES.filter((un) => un.maille === maille && lus.has(un.code)).map(({ code }) => code);
  const suivis = await suivisVus(base, acteur, { reformes: [reforme], territoires }, regard, { mediane: true });
  const parCode = new Map<string, Territoire>(TERRITOIRES.map((un) => [un.code, un]));
  return suivis
    .map((suivi) => {
      const territoire = parCode.get(suivi.territoire);
      return {
        ...presenterSuivi(suivi, regard.jour),
        lieu: territoire?.nom ?? suivi.territoire,
        region: maille === 'departemental' ? (parCode.get(territoire?.parent ?? '')?.nom ?? null) : null,
      };
    })
    .sort((a, b) => a.lieu.localeCompare(b.lieu, 'fr'));
}

/** Without a value up to date: never measured, or one is overdue. */
export function estEnRetardDeValeur({ jour, alertes }: SuiviPresente): boolean {
  return jour === null || alertes.some(({ code }) => code === 'valeur_en_retard');
}

export function estSansMeteo({ meteo }: SuiviPresente): boolean {
  return meteo === null || meteo.ancienne;
}

export function retient(filtre: Filtre | null, ligne: SuiviPresente): boolean {
  switch (filtre) {
    case null:
      return true;
    case 'valeur_en_retard':
      return estEnRetardDeValeur(ligne);
    case 'sans_meteo':
      return estSansMeteo(ligne);
    default:
      return ligne.position === filtre;
  }
}

export const TRIS = ['lieu', 'taux', 'ecart'] as const;
export type TriDeTerritoires = (typeof TRIS)[number];

/** By name, or from the lowest to the highest; what is not measured comes last, whatever the order. */
export function trier(lignes: readonly LigneDeTerritoire[], tri: TriDeTerritoires): readonly LigneDeTerritoire[] {
  if (tri === 'lieu') return lignes;
  const de = (ligne: LigneDeTerritoire) => {
    const texte = ligne[tri].valeur;
    return texte === null ? null : lireDecimal(texte);
  };
  return [...lignes].sort((a, b) => {
    const [x, y] = [de(a), de(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return comparerDecimaux(x, y) || a.lieu.localeCompare(b.lieu, 'fr');
  });
}
