import type { DocumentLu } from '../document.ts';
export function lireHtml(_texte: string): DocumentLu {
  return { format: 'html', blocs: [], remarques: [] };
}
