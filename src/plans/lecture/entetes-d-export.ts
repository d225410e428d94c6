/** The headings of an export and of the template, in order. A file that begins so is ours: it is read cell for cell. */
export const ENTETES_D_EXPORT = [
  'Code',
  'Axe',
  'Sous-axe',
  'Recommandations visées',
  'Action',
  'Mise en œuvre',
  'Pilotes',
  'En lien avec',
  'Concours',
  'Livrables',
  'Échéances',
  'Statut',
  'Taux de réalisation',
  'État d’avancement',
] as const;
