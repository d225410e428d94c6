import { telechargement } from '#socle';
import { ecrireCsv } from '#tableur';

/** A file to fill in: the headings, and one row of each type to show how they are written. */
export async function loader() {
  const octets = ecrireCsv({
    nom: 'Valeurs',
    entetes: ['identifiant_indic', 'zone_id', 'zone_nom', 'date_valeur', 'type_valeur', 'valeur'],
    lignes: [
      ['identifiant-de-l-indicateur', 'D29', 'Finistère', '2025-12-31', 'vi', '22'],
      ['identifiant-de-l-indicateur', 'D29', 'Finistère', '2026-06-30', 'va', '35,5'],
      ['identifiant-de-l-indicateur', 'D29', 'Finistère', '2027-12-31', 'vc', '80'],
    ],
  });
  return telechargement(octets, 'Modèle de valeurs.csv', 'text/csv; charset=utf-8');
}
