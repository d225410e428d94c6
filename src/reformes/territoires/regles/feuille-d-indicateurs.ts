import type { IndicateurSitue } from '#indicateurs';
import { formaterJour } from '#interface';
import type { FeuilleAEcrire, ValeurDeCellule } from '#tableur';

/** The indicators of a territory as a sheet: the rows of the screen, with the very figures and words it shows. */
export function feuilleDIndicateurs(titre: string, lignes: readonly IndicateurSitue[], au: string): FeuilleAEcrire {
  return {
    nom: 'Indicateurs',
    titre,
    entetes: COLONNES.map(([entete]) => entete),
    lignes: lignes.map((ligne) => COLONNES.map(([, cellule]) => cellule(ligne))),
    notes: [`Situation au ${formaterJour(au)}. Un chiffre absent n’est pas un zéro.`],
  };
}

const COLONNES: readonly (readonly [string, (ligne: IndicateurSitue) => ValeurDeCellule])[] = [
  ['Indicateur', ({ nom }) => nom],
  ['Mesure', ({ mesure }) => mesure],
  ['Identifiant', ({ identifiant }) => identifiant],
  ['Territoire', ({ situation }) => situation.territoire],
  ['Avancement', ({ situation }) => situation.taux.texte],
  ['Taux', ({ situation: { taux } }) => (taux.valeur === null ? null : { pourcentage: Number(taux.valeur) })],
  ['Valeur', ({ situation }) => situation.valeur.texte],
  ['Unité', ({ unite }) => unite],
  ['Mesuré le', ({ situation: { jour } }) => (jour === null ? null : { jour })],
  ['Suivante attendue le', ({ situation: { attendueLe } }) => (attendueLe === null ? null : { jour: attendueLe })],
  ['Écart à la trajectoire (points)', ({ situation }) => points(situation.ecart)],
  ['Écart à la médiane (points)', ({ situation }) => points(situation.mediane)],
  ['Signal', ({ situation }) => situation.signal?.texte ?? null],
  ['Couverture', ({ situation }) => situation.partiel],
];

/** Two decimals at most: the number a file holds writes back the same digits. */
function points(ecart: { readonly valeur: string } | null): number | null {
  return ecart === null ? null : Number(ecart.valeur);
}
