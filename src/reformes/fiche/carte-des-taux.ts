import { type CarteProps, formaterJour } from '#interface';
import { comparerDecimaux, entier, lireDecimal } from '#socle/valeurs';
import { adresseDeReforme } from '../adresses.ts';
import type { SuiviPresente } from '../presentation.ts';
import { estEnRetardDeValeur, type LigneDeTerritoire } from './lectures/territoires.ts';

const CLASSES = [
  { cle: 'recul', libelle: 'en recul' },
  { cle: '0', libelle: 'moins de 25\u00a0%' },
  { cle: '25', libelle: 'de 25 à 50\u00a0%' },
  { cle: '50', libelle: 'de 50 à 75\u00a0%' },
  { cle: '75', libelle: '75\u00a0% et plus' },
] as const;

/** The rates of a reform as a map: each territory leads to the page of the reform there. */
export function carteDesTaux(
  { id, nom }: { readonly id: string; readonly nom: string },
  maille: 'regional' | 'departemental',
  lignes: readonly LigneDeTerritoire[],
  au: string | null,
): CarteProps {
  const mesurees = lignes.filter(({ jour }) => jour !== null);
  const anciennes = mesurees.filter(estEnRetardDeValeur);
  return {
    titre: `${nom}, taux d’avancement par ${maille === 'regional' ? 'région' : 'département'}`,
    maille: maille === 'regional' ? 'region' : 'departement',
    classes: CLASSES,
    territoires: lignes.map((ligne) => ({
      code: ligne.territoire,
      nom: ligne.lieu,
      classe: classeDe(ligne),
      valeurTexte:
        ligne.jour === null ? ligne.taux.texte : `${ligne.taux.texte}, mesuré au ${formaterJour(ligne.jour)}`,
      href: adresseDeReforme(id, ligne.territoire, { au }),
      ancien: ligne.jour !== null && estEnRetardDeValeur(ligne),
    })),
    legende: {
      aLaDate: mesurees.length - anciennes.length,
      plusAnciens: anciennes.length,
      sansValeur: lignes.length - mesurees.length,
    },
  };
}

function classeDe({ position, taux }: SuiviPresente): string | null {
  if (position === 'recul') return 'recul';
  const lu = taux.valeur === null ? null : lireDecimal(taux.valeur);
  if (lu === null) return null;
  return [75, 50, 25].find((seuil) => comparerDecimaux(lu, entier(seuil)) >= 0)?.toString() ?? '0';
}
