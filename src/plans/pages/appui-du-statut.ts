import type { Note, Piece } from '../lectures/action.ts';
import type { StatutDeclare } from '../regles/lecture.ts';

/** What the note that gives the present status says with it: what blocks the action, or what shows that it is done. */
export type AppuiDuStatut =
  | { readonly genre: 'obstacle'; readonly obstacle: string; readonly levee: string | null }
  | { readonly genre: 'preuve'; readonly pieces: readonly Piece[]; readonly sansPiece: string | null }
  | { readonly genre: 'import' };

/** What is read of a note, of an action or of one of its territories (which no import writes). */
type NoteDAppui = Pick<Note, 'statut' | 'obstacle' | 'levee' | 'pieces' | 'sansPiece' | 'corrigee' | 'vautLe'> &
  Partial<Pick<Note, 'origine'>>;

/** Null when the status asks for nothing. A status an import wrote has neither: it is said so. */
export function appuiDuStatut({
  statut,
  notes,
}: {
  readonly statut: StatutDeclare | null;
  readonly notes: readonly NoteDAppui[];
}): AppuiDuStatut | null {
  if (statut !== 'bloquee' && statut !== 'terminee') return null;
  const suite: NoteDAppui[] = [];
  for (const note of [...notes].filter(({ corrigee }) => !corrigee).sort((a, b) => +b.vautLe - +a.vautLe)) {
    if (note.statut !== null && note.statut !== statut) break;
    suite.push(note);
  }
  const dites = suite.filter((note) => note.statut === statut);
  if (statut === 'bloquee') {
    const dite = dites.find(({ obstacle }) => obstacle !== null);
    if (dite?.obstacle) return { genre: 'obstacle', obstacle: dite.obstacle, levee: dite.levee };
  } else {
    const pieces = suite.filter((note) => note.statut === statut || note.pieces.length > 0).flatMap((n) => n.pieces);
    const sansPiece = dites.find((note) => note.sansPiece !== null)?.sansPiece ?? null;
    if (pieces.length > 0 || sansPiece !== null) return { genre: 'preuve', pieces, sansPiece };
  }
  return dites.some(({ origine }) => origine === 'import') ? { genre: 'import' } : null;
}
