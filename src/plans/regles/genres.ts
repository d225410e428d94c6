export type Genre = 'plan_d_actions' | 'feuille_de_route' | 'plan_de_reprise' | 'suite_de_recommandations';

export const LIBELLES_DE_GENRE: Readonly<Record<Genre, string>> = {
  plan_d_actions: 'Plan d’actions',
  feuille_de_route: 'Feuille de route',
  plan_de_reprise: 'Plan de reprise',
  suite_de_recommandations: 'Suite de recommandations',
};
