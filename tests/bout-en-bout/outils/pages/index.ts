import { CARTE } from '../../../../src/entree/carte.ts';
import { CAS_DE_L_ACCUEIL } from './accueil.ts';
import { CAS_DE_L_ADMINISTRATION } from './administration.ts';
import type { Cas } from './cas.ts';
import { CAS_DES_COMPTES } from './comptes.ts';
import { CAS_DE_LA_CONNEXION } from './connexion.ts';
import { CAS_DES_FEUILLES } from './feuilles.ts';
import { CAS_DES_IMPORTS_DE_PLANS } from './imports-de-plans.ts';
import { CAS_DES_IMPORTS_DE_VALEURS } from './imports-de-valeurs.ts';
import { CAS_DES_INDICATEURS } from './indicateurs.ts';
import { CAS_DES_INSTANCES } from './instances.ts';
import { CAS_DE_MON_COMPTE } from './mon-compte.ts';
import { CAS_DES_PLANS } from './plans.ts';
import { CAS_DES_POINTS } from './points.ts';
import { CAS_DES_REFORMES } from './reformes.ts';
import { CAS_DES_REMONTEES } from './remontees.ts';
import { CAS_DES_TERRITOIRES } from './territoires.ts';

/** Addresses that draw a page, as the application declares them; the others answer with a file or a redirection. */
export const ROUTES_DE_PAGE: readonly string[] = CARTE.filter(({ fichier }) => fichier.endsWith('.tsx')).map(
  ({ chemin }) => chemin,
);

/** Every page with data, then empty, refused and in error. */
export const CAS: readonly Cas[] = [
  ...CAS_DES_REFORMES,
  ...CAS_DE_L_ACCUEIL,
  ...CAS_DE_LA_CONNEXION,
  ...CAS_DE_MON_COMPTE,
  ...CAS_DES_COMPTES,
  ...CAS_DES_FEUILLES,
  ...CAS_DES_PLANS,
  ...CAS_DES_IMPORTS_DE_PLANS,
  ...CAS_DE_L_ADMINISTRATION,
  ...CAS_DES_INDICATEURS,
  ...CAS_DES_IMPORTS_DE_VALEURS,
  ...CAS_DES_TERRITOIRES,
  ...CAS_DES_POINTS,
  ...CAS_DES_INSTANCES,
  ...CAS_DES_REMONTEES,
];
