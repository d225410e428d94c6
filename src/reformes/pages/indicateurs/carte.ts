import type { SituationPresentee } from '#indicateurs';
import type { CarteProps, ClasseDeCarte } from '#interface';

/** From the worst to the best; what has no rate is drawn as such. */
const CLASSES: readonly ClasseDeCarte[] = [
  { cle: 'recul', libelle: 'en recul' },
  { cle: '0', libelle: 'moins de 25 %' },
  { cle: '25', libelle: 'de 25 à 50 %' },
  { cle: '50', libelle: 'de 50 à 75 %' },
  { cle: '75', libelle: '75 % et plus' },
  { cle: 'atteinte', libelle: 'cible atteinte' },
];

/** The map of the rates of a maille; null when there is no rate to draw, or a single territory. */
export function carteDesTaux(
  nom: string,
  maille: 'regional' | 'departemental',
  situations: readonly SituationPresentee[],
  adresseDe: (territoire: string) => string,
): CarteProps | null {
  const mesures = situations.filter(({ taux }) => taux.valeur !== null);
  if (mesures.length === 0 || situations.length < 2) return null;
  return {
    titre: `${nom} : avancement vers la dernière cible`,
    maille: maille === 'regional' ? 'region' : 'departement',
    classes: CLASSES,
    legende: {
      aLaDate: mesures.filter(({ retard }) => retard === 0).length,
      plusAnciens: mesures.filter(({ retard }) => retard > 0).length,
      sansValeur: situations.length - mesures.length,
    },
    territoires: situations.map(({ territoire, nom: nomDuTerritoire, etat, taux, valeur, retard }) => ({
      code: territoire,
      nom: nomDuTerritoire,
      classe: classeDe(etat, taux.valeur),
      valeurTexte: valeur.valeur === null ? taux.texte : `${taux.texte}, valeur ${valeur.texte}`,
      href: adresseDe(territoire),
      ancien: retard > 0,
    })),
  };
}

function classeDe(etat: string, taux: string | null): string | null {
  if (taux === null) return null;
  if (etat === 'recul') return 'recul';
  if (etat === 'atteinte' || etat === 'depassee_avant_terme') return 'atteinte';
  const entier = Number(taux.split('.')[0]);
  return String(Math.min(75, Math.floor(entier / 25) * 25));
}
