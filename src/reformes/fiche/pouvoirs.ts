/** What someone can do on a reform, from the least. */
export const POUVOIRS = ['lire', 'analyser', 'declarer', 'tenir'] as const;
export type Pouvoir = (typeof POUVOIRS)[number];

export const LIBELLES_DE_POUVOIR: Readonly<Record<Pouvoir, string>> = {
  lire: 'lit',
  analyser: 'écrit l’analyse',
  declarer: 'déclare la météo et écrit l’analyse',
  tenir: 'tient la réforme à jour',
};
