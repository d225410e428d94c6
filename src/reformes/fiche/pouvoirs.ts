/** What someone can do on a reform, from the least. */
export const POUVOIRS = ['lire', 'analyser', 'declarer', 'tenir'] as const;
export type Pouvoir = (typeof POUVOIRS)[number];

export const LIBELLES_DE_POUVOIR: Readonly<Record<Pouvoir, string>> = {
  lire: 'lit',
  analyser: 'écrit l’analyse',
  declarer: 'déclare la météo et écrit l’analyse',
  tenir: 'tient la réforme à jour',
};

/** The verbs of a sentence, for one account and for several. */
export const VERBES_DE_POUVOIR: Readonly<Record<Pouvoir, readonly [un: string, plusieurs: string]>> = {
  lire: ['lit seulement', 'lisent seulement'],
  analyser: ['écrit l’analyse', 'écrivent l’analyse'],
  declarer: ['déclare la météo', 'déclarent la météo'],
  tenir: ['la tient à jour', 'la tiennent à jour'],
};
