import type { Habilitables } from '#acces/habilitations';
import { PLANS_HABILITABLES } from '#plans';
import { REFORMES_HABILITABLES } from '#reformes';

/** Everything grants may be about, each kind given by the room that owns it. */
export const HABILITABLES: Habilitables = [...PLANS_HABILITABLES, REFORMES_HABILITABLES];
