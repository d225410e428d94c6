/** Kinds of reminders. */
export const GENRES = ['avant', 'apres', 'silence', 'comite', 'remontee', 'semaine'] as const;
export type Genre = (typeof GENRES)[number];

/** What a person may switch off: each kind, and all of them at once for the actions declined in their territory. */
export const CHOIX = [...GENRES, 'territoire'] as const;
export type Choix = (typeof CHOIX)[number];

export function lireChoix(texte: string): Choix | null {
  return CHOIX.find((choix) => choix === texte) ?? null;
}

export function lireGenre(texte: string): Genre | null {
  return GENRES.find((genre) => genre === texte) ?? null;
}

/** As the person who receives them reads them. */
export const LIBELLES_DE_CHOIX: Readonly<Record<Choix, string>> = {
  avant: 'Échéance proche',
  apres: 'Échéance dépassée',
  silence: 'Action sans nouvelle',
  comite: 'Avant un comité',
  remontee: 'Remontée sans réponse',
  semaine: 'Ma semaine, le lundi',
  territoire: 'Actions déclinées dans mon territoire',
};
