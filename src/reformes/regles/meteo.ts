/** Declared confidence, from the best to the worst, with the words of the guide (p. 19). */
export const METEOS = ['soleil', 'partiellement_nuageux', 'nuageux', 'orage'] as const;
export type Meteo = (typeof METEOS)[number];

export const LIBELLES_DE_METEO: Readonly<Record<Meteo, { readonly nom: string; readonly sens: string }>> = {
  soleil: { nom: 'Soleil', sens: 'tout va bien' },
  partiellement_nuageux: { nom: 'Partiellement nuageux', sens: 'obstacle modéré' },
  nuageux: { nom: 'Nuageux', sens: 'obstacle important' },
  orage: { nom: 'Orage', sens: 'réforme bloquée' },
};
