// What a form says of the files it takes, before they are sent: plain values, for pages as for the server.
import { LIMITES } from '../limites.ts';

/** The heaviest form that is read, in Mo. */
export const LIMITE_MO = LIMITES.octets / 1024 / 1024;

/** What a field of pieces takes: what `reconnaitrePiece` recognises, as the `accept` attribute writes it. */
export const PIECES = {
  accepte: '.pdf,.docx,.xlsx,.ods,.csv,.txt,.md,.png,.jpg,.jpeg',
  limite: { mo: LIMITE_MO, conseil: 'réduisez-en les images.' },
} as const;
