/** The steps of an import, as the interface shows them at the top of its pages. */
export const ETAPES = [{ titre: 'Fichier' }, { titre: 'Lecture' }, { titre: 'Vérification' }] as const;
