import { formaterInstant, formaterJour, INSECABLE } from '#interface';
import type { BlocAEcrire, DocumentAEcrire, FeuilleAEcrire, ValeurDeCellule } from '#tableur';
import type { SuiviPresente } from '../presentation.ts';
import type { PointPresente } from './presentation.ts';

/** A point d'étape as a document: what the page shows, with the same words and figures. */
export function documentDuPoint(vue: PointPresente): DocumentAEcrire {
  const { territoire, jour, lignes, commentaires, difficultes } = vue;
  const sur = (reforme: string | null) => commentaires.filter((lu) => lu.reforme === reforme);
  const commentees = lignes.filter(({ reforme }) => sur(reforme).length > 0);
  return {
    titre: vue.titre,
    blocs: [
      paragraphe(
        `Situation ${territoire.genitif} au ${formaterJour(jour)}, figée le ${formaterInstant(vue.prisLe)}.${vue.etat === 'brouillon' ? ' Brouillon.' : ''}`,
      ),
      paragraphe(vue.synthese),
      ...sur(null).flatMap(direCommentaire),
      ...(difficultes.length === 0
        ? []
        : [
            titre(1, 'À regarder d’abord'),
            ...difficultes.map(({ nom, raisons }) => paragraphe(`${nom}${INSECABLE}: ${raisons.join(', ')}.`)),
          ]),
      titre(1, 'Réformes'),
      { type: 'tableau', feuille: feuilleDuDocument(lignes) },
      ...(commentees.length === 0 ? [] : [titre(1, 'Commentaires')]),
      ...commentees.flatMap(({ reforme, nom }) => [titre(2, nom), ...sur(reforme).flatMap(direCommentaire)]),
    ],
  };
}

/** The columns a page holds; the workbook has them all (`feuilleDeReformes`). */
export function feuilleDuDocument(lignes: readonly SuiviPresente[]): FeuilleAEcrire {
  const avecMediane = lignes.some(({ mediane }) => mediane.valeur !== null);
  const colonnes = COLONNES.filter(([entete]) => avecMediane || entete !== MEDIANE);
  return {
    nom: 'Réformes',
    entetes: colonnes.map(([entete]) => entete),
    lignes: lignes.map((ligne) => colonnes.map(([, cellule]) => cellule(ligne))),
    largeurs: colonnes.map(([, , largeur]) => largeur),
    notes: ['Un chiffre absent n’est pas un zéro : la colonne « Avancement » dit ce qui manque.'],
  };
}

const MEDIANE = 'Médiane';

const COLONNES: readonly (readonly [string, (suivi: SuiviPresente) => ValeurDeCellule, number])[] = [
  ['Réforme', ({ nom }) => nom, 34],
  ['Avancement', ({ taux }) => taux.texte, 16],
  ['Trajectoire', ({ ecart }) => ecart.texte, 14],
  ['Signal', ({ signal }) => signal?.texte ?? 'historique court', 16],
  ['Météo', ({ meteo }) => (meteo === null ? 'jamais déclarée' : direMeteo(meteo)), 44],
  ['Mesuré le', ({ jour }) => (jour === null ? 'jamais mesuré' : { jour }), 14],
  [MEDIANE, ({ mediane }) => mediane.texte, 14],
];

function direMeteo({ nom, jour, phrase, divergente, ancienne }: NonNullable<SuiviPresente['meteo']>): string {
  const remarque = divergente ? ', diverge' : ancienne ? ', à renouveler' : '';
  return `${nom} (${formaterJour(jour)}${remarque})${INSECABLE}: ${phrase}`;
}

function direCommentaire({ texte, auteur, quand }: PointPresente['commentaires'][number]): readonly BlocAEcrire[] {
  return [paragraphe(`${texte}\n${auteur}, ${formaterInstant(quand)}`)];
}

function paragraphe(texte: string): BlocAEcrire {
  return { type: 'paragraphe', texte };
}

function titre(niveau: 1 | 2, texte: string): BlocAEcrire {
  return { type: 'titre', niveau, texte };
}
