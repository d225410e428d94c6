import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import { type Depot, reconnaitrePiece } from '#tableur/depot';

/** The most files one note takes; together they obey the limit of a form. */
export const PIECES_AU_PLUS = 5;

/** The files joined to a note, each under the type its bytes say. */
export function reconnaitrePieces(depots: readonly Depot[]): Resultat<Depot[]> {
  if (depots.length > PIECES_AU_PLUS)
    return echec(
      fauteDeSaisie(
        'piece.nombre',
        'fichier',
        `Joignez ${PIECES_AU_PLUS} fichiers au plus à une note ; les autres vont dans une note suivante.`,
      ),
    );
  const pieces: Depot[] = [];
  for (const depot of depots) {
    const piece = reconnaitrePiece(depot);
    if (!piece.ok) return echec(fauteDeSaisie(piece.refus.regle, 'fichier', piece.refus.message));
    pieces.push(piece.valeur);
  }
  return reussite(pieces);
}
