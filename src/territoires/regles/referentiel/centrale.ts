import type { Genre } from '../organisation.ts';

/** Identifier, acronym, name, kind, parent, then former names and other names, each list separated by « | ». */
export type LigneCentrale = readonly [
  id: string,
  sigle: string | null,
  nom: string,
  genre: Genre,
  parent: string | null,
  anciens?: string,
  autres?: string,
];

/** Names that each ministry has for its own: alone they do not say which. */
export const SG = 'SG|Secrétariat général|Secrétaire général';
export const NUMERIQUE = 'Direction du numérique|DSI';
export const RH = 'Direction des ressources humaines|DRH';
