import type { Acte, EvenementLu, TypeDObjet } from './evenements.ts';

/** An event as a sentence, what there is to say below it, and the other objects it is about. */
export type Phrase = {
  readonly phrase: string;
  readonly detail: string | null;
  readonly cites: readonly Citation[];
};

/** Another object than the one of the event, named by whoever shows it: « Suppléant : … ». */
export type Citation = { readonly titre: string; readonly type: TypeDObjet; readonly id: string };

/**
 * How each of these acts is said: its name, alone (« Action modifiée »), and its sentence once the payload is known. An
 * act without an entry does not compile.
 */
export type PhrasesDe<A extends Acte> = {
  readonly [K in A]: {
    readonly nom: string;
    readonly dire?: (evenement: EvenementLu<K>) => Partial<Phrase>;
  };
};

/** The sentence of this event. An act this version does not know keeps its own name. */
export function phraser<A extends Acte>(phrases: PhrasesDe<A>, evenement: EvenementLu<A>): Phrase {
  const { acte }: { acte: A } = evenement;
  if (!Object.hasOwn(phrases, acte)) return { phrase: acte, detail: null, cites: [] };
  const { nom, dire } = phrases[acte];
  return { phrase: nom, detail: null, cites: [], ...dire?.(evenement) };
}

/** An object as it is called today, for those who may see it, and its page. */
export type ObjetNomme = { readonly libelle: string; readonly href: string | null };
