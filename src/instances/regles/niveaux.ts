/** Where a committee stands: who steers, who follows, who works, who gives the view from the field; or its own level. */
export const NIVEAUX = ['strategique', 'suivi', 'technique', 'miroir', 'propre'] as const;

export type Niveau = (typeof NIVEAUX)[number];

export const LIBELLES_DE_NIVEAU: Readonly<Record<Niveau, string>> = {
  strategique: 'Stratégique',
  suivi: 'Suivi',
  technique: 'Technique',
  miroir: 'Miroir',
  propre: 'Autre niveau',
};

/** What each level is for, said where it is chosen. */
export const ROLES_DE_NIVEAU: Readonly<Record<Niveau, string>> = {
  strategique: 'arbitre et oriente',
  suivi: 'suit l’avancement entre deux comités stratégiques',
  technique: 'prépare et résout',
  miroir: 'rapporte ce qui se passe sur le terrain',
  propre: 'à nommer',
};
