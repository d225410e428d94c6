import { formaterJour } from '#interface';
import type { Jour } from '#socle/valeurs';
import type { FeuilleAEcrire, ValeurDeCellule } from '#tableur';
import type { SuiviPresente } from '../../presentation.ts';
import { LIBELLES_DE_POSITION } from './resume.ts';

/** The table as a sheet: the rows of the screen, in their order, with the very figures and words it shows. */
export function feuilleDeReformes(
  titre: string,
  suivis: readonly SuiviPresente[],
  { jour, passe }: { readonly jour: Jour; readonly passe: boolean },
): FeuilleAEcrire {
  return {
    nom: 'Réformes',
    titre,
    entetes: [...COLONNES.map(([entete]) => entete), 'Situation au'],
    lignes: suivis.map((suivi) => [
      ...COLONNES.map(([entete, cellule]) => (passe && entete === MEDIANE ? 'non recalculé' : cellule(suivi))),
      { jour },
    ]),
    notes: [
      `Situation au ${formaterJour(jour)}. Un chiffre absent n’est pas un zéro : la colonne « Avancement » dit ce qui manque.`,
      ...(passe ? ['À une date passée, l’écart à la médiane n’est recalculé que sur la page de chaque réforme.'] : []),
    ],
  };
}

const MEDIANE = 'Écart à la médiane (points)';

const COLONNES: readonly (readonly [string, (suivi: SuiviPresente) => ValeurDeCellule])[] = [
  ['Réforme', ({ nom }) => nom],
  ['Thème', ({ theme }) => theme],
  ['Ministère', ({ ministere }) => ministere],
  ['Territoire', ({ territoire }) => territoire],
  ['Position', ({ position }) => LIBELLES_DE_POSITION[position]],
  ['Avancement', ({ taux }) => taux.texte],
  ['Taux', ({ taux }) => (taux.valeur === null ? null : { pourcentage: Number(taux.valeur) })],
  ['Taux annuel', ({ tauxAnnuel: { valeur } }) => (valeur === null ? null : { pourcentage: Number(valeur) })],
  ['Écart à la trajectoire (points)', ({ ecart }) => nombre(ecart.valeur)],
  ['Signal', ({ signal }) => signal?.texte ?? null],
  ['Météo', ({ meteo }) => meteo?.nom ?? null],
  ['Météo déclarée le', ({ meteo }) => (meteo === null ? null : { jour: meteo.jour })],
  ['Météo à renouveler', ({ meteo }) => (meteo?.ancienne ? 'oui' : null)],
  ['Météo divergente', ({ meteo }) => (meteo?.divergente ? 'oui' : null)],
  ['Mesuré le', ({ jour }) => (jour === null ? null : { jour })],
  ['Silence (jours)', ({ silence }) => silence],
  [MEDIANE, ({ mediane }) => nombre(mediane.valeur)],
  ['Couverture', ({ couverture }) => couverture],
  ['Alertes', ({ alertes }) => alertes.map(({ texte }) => texte).join(' ; ') || null],
];

/** Two decimals at most: the number a file holds writes back the same digits. */
function nombre(texte: string | null): number | null {
  return texte === null ? null : Number(texte);
}
