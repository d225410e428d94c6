import { canonique, type Valeur } from './canonique.ts';

/** One line of the journal as it is hashed. */
export type LigneDeJournal = {
  readonly sequence: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly instant: string;
  /** Identifier of the account, or null when Jalon acted by itself. */
  readonly auteur: string | null;
  readonly acte: string;
  readonly objetType: string;
  readonly objetId: string;
  readonly territoire: string | null;
  readonly charge: Valeur;
  /** Commitment to the personal part kept beside the chain; null when the line has none. */
  readonly engagement: string | null;
};

/** Hash of the line before the first one. */
export const EMPREINTE_INITIALE = '0'.repeat(64);

/** The bytes that are hashed: the previous hash, then the line in its canonical form. */
export function aHacher(precedente: string, { engagement, ...ligne }: LigneDeJournal): string {
  // Lines without a personal part keep the form they had before these parts existed.
  return `${precedente}\n${canonique(engagement === null ? ligne : { ...ligne, engagement })}`;
}

export type Tete = { readonly sequence: number; readonly empreinte: string };
