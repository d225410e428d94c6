import { index, type RouteConfig, route } from '@react-router/dev/routes';

/** Files that a plan and the template are written in. */
const FORMATS = ['xlsx', 'ods', 'csv', 'docx'];

export default [
  index('../accueil/pages/accueil.tsx'),
  route('connexion', '../acces/pages/connexion.tsx'),
  route('deconnexion', '../acces/pages/deconnexion.ts'),
  route('aide', '../accueil/pages/aide.tsx'),
  route('accessibilite', '../accueil/pages/accessibilite.tsx'),
  route('recherche', '../accueil/pages/recherche.tsx'),
  route('organisations', '../accueil/pages/organisations.tsx'),
  route('plans', '../plans/pages/plans.tsx'),
  route('plans/nouveau', '../plans/pages/nouveau-plan.tsx'),
  route('plans/importer', '../plans/pages/deposer.tsx'),
  ...FORMATS.map((format) => route(`plans/modele.${format}`, '../plans/pages/modele.ts', { id: `modele-${format}` })),
  route('imports/:id', '../plans/pages/import.tsx'),
  route('plans/:plan', '../plans/pages/plan.tsx'),
  route('plans/:plan/importer', '../plans/pages/deposer-dans-le-plan.tsx'),
  ...FORMATS.map((format) =>
    route(`plans/:plan/export.${format}`, '../plans/pages/export.ts', { id: `export-${format}` }),
  ),
  route('plans/:plan/documents', '../plans/pages/documents.tsx'),
  route('plans/:plan/documents/:document', '../plans/pages/document.ts'),
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
