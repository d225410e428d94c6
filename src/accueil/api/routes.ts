import type { RouteDApi } from '#acces';
import { apiDesIndicateurs } from '#indicateurs/api';
import { API_DES_PLANS } from '#plans';
import { API_DES_REFORMES, porteeDIndicateurs } from '#reformes';

/** Every route of the API, from all the rooms. */
export const ROUTES_DE_L_API: readonly RouteDApi[] = [
  ...API_DES_PLANS,
  ...API_DES_REFORMES,
  ...apiDesIndicateurs(porteeDIndicateurs),
];

export const RACINE_DE_L_API = '/api/v1';
