import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('../accueil/pages/accueil.tsx'),
  route('connexion', '../acces/pages/connexion.tsx'),
] satisfies RouteConfig;
