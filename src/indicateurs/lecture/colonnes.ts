import { cleDeTexte, echec, type Resultat, reussite } from '#socle/valeurs';
import type { LigneDeTextes } from '#tableur';
import type { FormatDeValeurs } from './modele.ts';

/** Where each thing is in a row; -1 when the file does not have it. */
export type Colonnes = {
  readonly format: FormatDeValeurs;
  readonly entete: number;
  /** Column of this heading. */
  readonly de: (nom: string) => number;
  /** The territories of the barometer are bare codes: the heading says of which maille. */
  readonly prefixe: '' | 'R' | 'D';
};

const VALEURS = ['identifiant_indic', 'zone_id', 'date_valeur', 'type_valeur', 'valeur'];
const DETAIL = ['id_indicateur', 'date', 'valeur'];
const SYNTHESE = ['id_indicateur', 'valeur_actuelle', 'date_valeur_actuelle', 'valeur_initiale', 'cible', 'date_cible'];

/** The header is among the first rows: a workbook may have a title above it. */
const LIGNES_D_ENTETE = 10;

/** Recognises the file by its headings. */
export function trouverColonnes(lignes: readonly LigneDeTextes[]): Resultat<Colonnes> {
  for (const [entete, { cellules }] of lignes.slice(0, LIGNES_D_ENTETE).entries()) {
    const noms = cellules.map((texte) => cleDeTexte(texte).replace(/[\s-]+/g, '_'));
    const a = (voulues: readonly string[]) => voulues.every((nom) => noms.includes(nom));
    const format = a(VALEURS) ? 'valeurs' : a(SYNTHESE) ? 'synthese' : a(DETAIL) ? 'detail' : null;
    if (format === null) continue;
    const prefixe = noms.includes('code_region') ? 'R' : noms.includes('code_departement') ? 'D' : '';
    return reussite({ format, entete, de: (nom) => noms.indexOf(nom), prefixe });
  }
  return echec({
    nature: 'invalide',
    regle: 'indicateur.import.colonnes',
    message: `Ce fichier n’a pas les colonnes attendues. Il faut, sur une même ligne\u00a0: ${VALEURS.join('\u00a0; ')}\u00a0; ou les colonnes d’un fichier du baromètre (${DETAIL.join('\u00a0; ')}). Téléchargez le modèle et recopiez-y vos valeurs.`,
  });
}
