import type { RouteDApi } from '#acces';
import { API_DES_PLANS } from '#plans';

/** Every route of the API, from all the rooms. */
export const ROUTES_DE_L_API: readonly RouteDApi[] = [...API_DES_PLANS];

export const RACINE_DE_L_API = '/api/v1';
