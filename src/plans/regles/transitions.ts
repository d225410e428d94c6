import type { StatutDeclare } from './lecture.ts';
import { LIBELLES_DE_STATUT } from './statuts.ts';

/** What is said with a status, as far as the passage to it asks for something. */
export type CeQuiEstDit = {
  readonly texte: string | null;
  /** What stands in the way, and what would lift it. */
  readonly obstacle: string | null;
  readonly levee: string | null;
  /** Files and links joined. */
  readonly pieces: number;
  /** Why nothing is joined. */
  readonly sansPiece: string | null;
};

/** What is missing, by field of the form; empty when nothing is. */
export type Manques = Readonly<Record<string, string>>;

type Exigence = 'rien' | 'raison' | 'obstacle' | 'preuve';
type Passage = Exigence | { readonly refus: string };

/**
 * What may be declared of an action from where it stands, and what must be said with it. Saying the same status again asks
 * for nothing; so does whatever an import writes, which tells what a document says.
 */
export function manquesDuPassage(de: StatutDeclare | null, vers: StatutDeclare, dit: CeQuiEstDit): Manques {
  const passage = PASSAGES[de ?? 'non_declare'][vers];
  return typeof passage === 'object' ? { statut: passage.refus } : MANQUES[passage](dit, vers);
}

const DEJA_COMMENCEE = {
  refus:
    'Cette action a commencé : elle ne redevient pas « à lancer ». Dites-la en cours ou bloquée ; si l’étape précédente a été notée par erreur, corrigez sa note.',
} as const;

const A_ROUVRIR = {
  refus:
    'Cette action est terminée. Déclarez-la d’abord « en cours », avec la raison, pour la rouvrir ; si elle ne l’était pas, corrigez la note qui le dit.',
} as const;

const A_REPRENDRE = {
  refus:
    'Cette action est abandonnée. Déclarez-la d’abord « à lancer » ou « en cours », avec la raison, pour la reprendre.',
} as const;

/** The one table of passages: from (line) to (column). */
const PASSAGES: Readonly<Record<StatutDeclare | 'non_declare', Readonly<Record<StatutDeclare, Passage>>>> = {
  non_declare: {
    a_lancer: 'rien',
    en_cours: 'rien',
    bloquee: 'obstacle',
    terminee: 'preuve',
    abandonnee: 'raison',
  },
  a_lancer: {
    a_lancer: 'rien',
    en_cours: 'rien',
    bloquee: 'obstacle',
    terminee: 'preuve',
    abandonnee: 'raison',
  },
  en_cours: {
    a_lancer: DEJA_COMMENCEE,
    en_cours: 'rien',
    bloquee: 'obstacle',
    terminee: 'preuve',
    abandonnee: 'raison',
  },
  bloquee: {
    a_lancer: 'rien',
    en_cours: 'rien',
    bloquee: 'rien',
    terminee: 'preuve',
    abandonnee: 'raison',
  },
  terminee: {
    a_lancer: A_ROUVRIR,
    en_cours: 'raison',
    bloquee: A_ROUVRIR,
    terminee: 'rien',
    abandonnee: A_ROUVRIR,
  },
  abandonnee: {
    a_lancer: 'raison',
    en_cours: 'raison',
    bloquee: A_REPRENDRE,
    terminee: A_REPRENDRE,
    abandonnee: 'rien',
  },
};

const MANQUES: Readonly<Record<Exigence, (dit: CeQuiEstDit, vers: StatutDeclare) => Manques>> = {
  rien: () => ({}),
  raison: ({ texte }, vers) =>
    texte === null ? { texte: `Dites pourquoi l’action passe à « ${LIBELLES_DE_STATUT[vers].toLowerCase()} ».` } : {},
  obstacle: ({ obstacle, levee }) => ({
    ...(obstacle === null ? { obstacle: 'Dites ce qui bloque l’action.' } : {}),
    ...(levee === null ? { levee: 'Dites ce qui lèverait l’obstacle, et qui peut le faire.' } : {}),
  }),
  preuve: ({ pieces, sansPiece }) =>
    pieces === 0 && sansPiece === null
      ? { sansPiece: 'Joignez une pièce ou un lien qui montre ce qui est fait, ou dites pourquoi il n’y en a pas.' }
      : {},
};
