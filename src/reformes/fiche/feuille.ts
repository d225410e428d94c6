import { formaterJour } from '#interface';
import type { Jour } from '#socle/valeurs';
import { ecrireClasseur, ecrireCsv, type FeuilleAEcrire, type ValeurDeCellule } from '#tableur';
import { TERRITOIRES } from '#territoires';
import type { SuiviPresente } from '../presentation.ts';

export const FORMATS = ['csv', 'xlsx', 'ods'] as const;
export type FormatDeFichier = (typeof FORMATS)[number];

export const TYPES_DE_FICHIER: Readonly<Record<FormatDeFichier, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** Reforms in territories as a sheet, on a day: the figures are those of the screen, to the digit, for they are the same object. */
export function feuilleDesSuivis(
  { nom, titre }: { readonly nom: string; readonly titre: string },
  suivis: readonly SuiviPresente[],
  au: Jour,
): FeuilleAEcrire {
  return {
    nom,
    titre: `${titre} au ${formaterJour(au)}`,
    entetes: [
      'Réforme',
      'Thème',
      'Ministère',
      'Territoire',
      'Code',
      'Taux (%)',
      'État du taux',
      'Taux vers la cible de l’année (%)',
      'Écart à la trajectoire (points)',
      'Écart à la médiane (points)',
      'Signal',
      'Météo',
      'Météo déclarée le',
      'Dernière valeur',
      'Couverture',
      'Alertes',
      'Situation au',
    ],
    lignes: suivis.map((suivi): readonly ValeurDeCellule[] => [
      suivi.nom,
      suivi.theme,
      suivi.ministere,
      NOMS.get(suivi.territoire) ?? suivi.territoire,
      suivi.territoire,
      nombre(suivi.taux.valeur),
      suivi.taux.texte,
      nombre(suivi.tauxAnnuel.valeur),
      nombre(suivi.ecart.valeur),
      nombre(suivi.mediane.valeur),
      suivi.signal?.texte ?? null,
      suivi.meteo?.nom ?? null,
      suivi.meteo && { jour: suivi.meteo.jour },
      suivi.jour && { jour: suivi.jour },
      suivi.couverture,
      suivi.alertes.map(({ texte }) => texte).join(' ; ') || null,
      { jour: au },
    ]),
  };
}

export async function ecrireFeuille(feuille: FeuilleAEcrire, format: FormatDeFichier): Promise<Uint8Array> {
  return format === 'csv' ? ecrireCsv(feuille) : ecrireClasseur([feuille], format);
}

const NOMS: ReadonlyMap<string, string> = new Map(TERRITOIRES.map(({ code, nom }) => [code, nom]));

/** Decimal text with two decimals at most: a cell holds it exactly as it is read. */
function nombre(valeur: string | null): number | null {
  return valeur === null ? null : Number(valeur);
}
