import { Lien } from '#interface';
import type { Piece } from '../lectures/action.ts';

/** What is joined to a note: files that are saved, links that lead out of Jalon. */
export function PiecesJointes({ pieces, adresse }: { readonly pieces: readonly Piece[]; readonly adresse: string }) {
  if (pieces.length === 0) return null;
  return (
    <ul className="jalon-liste-nue">
      {pieces.map((piece) => (
        <li key={piece.id}>
          {piece.adresse === null ? (
            <Lien href={`${adresse}/pieces/${piece.id}`} document>
              {piece.nom}
            </Lien>
          ) : (
            <Lien href={piece.adresse} document rel="noreferrer noopener">
              {piece.nom}
            </Lien>
          )}
          <span className="jalon-discret">{piece.adresse === null ? ' (fichier)' : ' (lien)'}</span>
        </li>
      ))}
    </ul>
  );
}
