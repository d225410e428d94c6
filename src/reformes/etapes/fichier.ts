import { ecrireClasseur, ecrireDocx, ecrireOdt, ecrirePdf, type FeuilleAEcrire } from '#tableur';
import { feuilleDeReformes } from '../territoires/regles/exports.ts';
import type { FormatDePoint } from './commandes/exporter-point.ts';
import { documentDuPoint } from './document.ts';
import { ENSEMBLE } from './mots.ts';
import type { PointPresente } from './presentation.ts';

/** The bytes of a point d'étape in this format. */
export async function ecrirePoint(vue: PointPresente, format: FormatDePoint): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return ecrireDocx(documentDuPoint(vue));
    case 'odt':
      return ecrireOdt(documentDuPoint(vue));
    case 'pdf':
      return ecrirePdf(documentDuPoint(vue));
    case 'xlsx':
      return ecrireClasseur(
        [feuilleDeReformes(vue.titre, vue.lignes, { jour: vue.jour, passe: false }), feuilleDesCommentaires(vue)],
        'xlsx',
      );
  }
}

function feuilleDesCommentaires({ commentaires, lignes, synthese }: PointPresente): FeuilleAEcrire {
  const noms = new Map(lignes.map(({ reforme, nom }) => [reforme, nom]));
  return {
    nom: 'Commentaires',
    titre: synthese,
    entetes: ['Sur', 'Commentaire', 'Auteur', 'Enregistré le (heure universelle)'],
    lignes: commentaires.map(({ reforme, texte, auteur, quand }) => [
      reforme === null ? ENSEMBLE : (noms.get(reforme) ?? null),
      texte,
      auteur,
      quand,
    ]),
  };
}
