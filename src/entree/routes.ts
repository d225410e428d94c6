import { index, type RouteConfig, route } from '@react-router/dev/routes';
import { CARTE } from './carte.ts';

/** The routes of the router, from the list of addresses; an address without a policy stops the build here. */
export default CARTE.map(({ chemin, fichier }) =>
  chemin === '/' ? index(`../${fichier}`) : route(chemin.slice(1), `../${fichier}`, { id: chemin }),
) satisfies RouteConfig;
