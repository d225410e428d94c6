/** How many reforms one change may add: several changes may be proposed. */
export const AJOUTS_PAR_EVOLUTION = [1, 2, 3] as const;
