import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('../accueil/pages/accueil.tsx'),
  route('connexion', '../acces/pages/connexion.tsx'),
  route('deconnexion', '../acces/pages/deconnexion.ts'),
  route('aide', '../accueil/pages/aide.tsx'),
  route('accessibilite', '../accueil/pages/accessibilite.tsx'),
  route('recherche', '../accueil/pages/recherche.tsx'),
  route('plans', '../plans/pages/plans.tsx'),
  route('plans/nouveau', '../plans/pages/nouveau-plan.tsx'),
  route('plans/:plan', '../plans/pages/plan.tsx'),
  route('plans/:plan/frise', '../plans/pages/frise.tsx'),
  route('plans/:plan/axes', '../plans/pages/axes.tsx'),
  route('plans/:plan/historique', '../plans/pages/historique.tsx'),
  route('plans/:plan/pilotes', '../plans/pages/pilotes.tsx'),
  route('plans/:plan/modifier', '../plans/pages/modifier-plan.tsx'),
  route('plans/:plan/actions/nouvelle', '../plans/pages/nouvelle-action.tsx'),
  route('plans/:plan/actions/:action', '../plans/pages/action.tsx'),
  route('plans/:plan/actions/:action/modifier', '../plans/pages/modifier-action.tsx'),
  route('*', '../accueil/pages/introuvable.tsx'),
] satisfies RouteConfig;
