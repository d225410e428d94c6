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
};

/** Hash of the line before the first one. */
export const EMPREINTE_INITIALE = '0'.repeat(64);

/** The bytes that are hashed: the previous hash, then the line in its canonical form. */
export function aHacher(precedente: string, ligne: LigneDeJournal): string {
  return `${precedente}\n${canonique({ ...ligne })}`;
}

export type LigneScellee = LigneDeJournal & { readonly empreinte: string };

export type Verification =
  | { readonly intact: true; readonly lignes: number; readonly tete: string }
  | { readonly intact: false; readonly sequence: number; readonly raison: string };

/**
 * Recomputes the chain from its first line. `tete` is the head kept beside the lines: with it a journal cut at its end is
 * seen too.
 */
export function verifierChaine(
  lignes: Iterable<LigneScellee>,
  tete: { sequence: number; empreinte: string },
  hacher: (texte: string) => string,
): Verification {
  let precedente = EMPREINTE_INITIALE;
  let attendue = 1;
  for (const { empreinte, ...ligne } of lignes) {
    if (ligne.sequence !== attendue) {
      return {
        intact: false,
        sequence: attendue,
        raison: `la ligne ${attendue} manque, la suivante porte le n° ${ligne.sequence}`,
      };
    }
    if (hacher(aHacher(precedente, ligne)) !== empreinte) {
      return {
        intact: false,
        sequence: attendue,
        raison: `le contenu de la ligne ${attendue} ne correspond pas à son empreinte`,
      };
    }
    precedente = empreinte;
    attendue += 1;
  }
  if (tete.sequence !== attendue - 1 || tete.empreinte !== precedente) {
    return {
      intact: false,
      sequence: attendue,
      raison: `la fin du journal manque : la tête annonce ${tete.sequence} lignes, ${attendue - 1} sont présentes`,
    };
  }
  return { intact: true, lignes: attendue - 1, tete: precedente };
}
