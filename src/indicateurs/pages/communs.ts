/** Where the pages of this room stand. */
export const ACCUEIL = { texte: 'Accueil', href: '/' } as const;
export const INDICATEURS = { texte: 'Indicateurs', href: '/indicateurs' } as const;
export const IMPORTS = { texte: 'Imports de valeurs', href: '/indicateurs/imports' } as const;

/** The steps of an import, as the interface shows them at the top of its pages. */
export const ETAPES = [{ titre: 'Fichier' }, { titre: 'Lecture' }, { titre: 'Vérification' }] as const;

/** The page the address asks for, from 1. */
export function pageDeLAdresse(parametres: URLSearchParams): number {
  return Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
}
