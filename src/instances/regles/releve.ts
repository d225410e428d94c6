import type { Jour } from '#socle/valeurs';
import type { GenreDeDecision } from './decisions.ts';

/** What a relevé says, and nothing else: this is what its fingerprint vouches for. */
export type ContenuDeReleve = {
  readonly numero: string;
  readonly instance: string;
  readonly titre: string;
  readonly jour: Jour;
  readonly presents: readonly Present[];
  readonly points: readonly {
    readonly numero: number;
    readonly intitule: string;
    readonly notes: readonly string[];
    readonly tranche: boolean;
  }[];
  readonly decisions: readonly {
    readonly numero: number;
    readonly point: number;
    readonly genre: GenreDeDecision;
    readonly texte: string;
    readonly responsable: string | null;
    readonly echeance: string | null;
  }[];
};

/**
 * A member and their attendance. A person is written as what they were there as, `personne` saying who: their name is read
 * beside, so that it can be erased without touching what the fingerprint vouches for.
 */
export type Present = { readonly membre: string; readonly personne?: string; readonly etat: EtatAuReleve };

export const ETATS_DE_PRESENCE = ['present', 'represente', 'excuse', 'absent'] as const;
export type EtatDePresence = (typeof ETATS_DE_PRESENCE)[number];

/** Nobody said whether this member was there: that is not an absence. */
export type EtatAuReleve = EtatDePresence | 'non_note';

export const LIBELLES_DE_PRESENCE: Readonly<Record<EtatAuReleve, string>> = {
  present: 'Présent',
  represente: 'Représenté',
  excuse: 'Excusé',
  absent: 'Absent',
  non_note: 'Présence non notée',
};

/** « 2022-03 »: the third relevé of this committee in 2022. */
export function numeroDeReleve(annee: number, rang: number): string {
  return `${annee}-${String(rang).padStart(2, '0')}`;
}

/**
 * The one text of a relevé, whatever the order its fields were written in: keys sorted, no blanks. Two relevés that say
 * the same have the same text, hence the same fingerprint.
 */
export function texteDuReleve(contenu: ContenuDeReleve): string {
  return enTexte(contenu);
}

function enTexte(valeur: unknown): string {
  if (Array.isArray(valeur)) return `[${valeur.map(enTexte).join(',')}]`;
  if (typeof valeur === 'object' && valeur !== null)
    return `{${Object.entries(valeur)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([cle, dedans]) => `${JSON.stringify(cle)}:${enTexte(dedans)}`)
      .join(',')}}`;
  return JSON.stringify(valeur ?? null);
}
