import type { Acte, EvenementLu } from './evenements.ts';

/** An event as a sentence, and what there is to say below it. */
export type Phrase = { readonly phrase: string; readonly detail: string | null };

/**
 * How each of these acts is said: its name, alone (« Action modifiée »), and its sentence once the payload is known. An
 * act without an entry does not compile.
 */
export type PhrasesDe<A extends Acte> = {
  readonly [K in A]: {
    readonly nom: string;
    readonly dire?: (evenement: EvenementLu<K>) => { readonly phrase: string; readonly detail?: string | null };
  };
};

/** The sentence of this event. An act this version does not know keeps its own name. */
export function phraser<A extends Acte>(phrases: PhrasesDe<A>, evenement: EvenementLu<A>): Phrase {
  const { acte }: { acte: A } = evenement;
  if (!Object.hasOwn(phrases, acte)) return { phrase: acte, detail: null };
  const { nom, dire } = phrases[acte];
  return { phrase: nom, detail: null, ...dire?.(evenement) };
}

/** An object as it is called today, for those who may see it, and its page. */
export type ObjetNomme = { readonly libelle: string; readonly href: string | null };
