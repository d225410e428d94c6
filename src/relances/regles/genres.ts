/** Kinds of reminders, each of which a person may switch off. */
export const GENRES = ['avant', 'apres', 'silence', 'comite', 'remontee', 'semaine'] as const;
export type Genre = (typeof GENRES)[number];

export function lireGenre(texte: string): Genre | null {
  return GENRES.find((genre) => genre === texte) ?? null;
}

/** As the person who receives them reads them. */
export const LIBELLES_DE_GENRE: Readonly<Record<Genre, string>> = {
  avant: 'Échéance proche',
  apres: 'Échéance dépassée',
  silence: 'Action sans nouvelle',
  comite: 'Avant un comité',
  remontee: 'Remontée sans réponse',
  semaine: 'Ma semaine, le lundi',
};
