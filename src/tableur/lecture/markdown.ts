import type { DocumentLu, Paragraphe, Tableau } from '../document.ts';
import { celluleDeTexte, Grille } from './grille.ts';

/** Reads Markdown: pipe tables (GitHub Flavored Markdown § 4.10), `#` titles, the rest line by line. */
export function lireMarkdown(texte: string): DocumentLu {
  const lignes = texte.replace(/^\ufeff/, '').split('\n');
  const blocs: (Tableau | Paragraphe)[] = [];
  let position = 0;
  while (position < lignes.length) {
    const ligne = lignes[position] ?? '';
    if (ligne.includes('|') && estSeparation(lignes[position + 1] ?? '')) {
      const fin = finDuTableau(lignes, position + 2);
      const tableau = lireTableau(lignes, position, fin);
      if (tableau) blocs.push(tableau);
      position = fin;
    } else {
      if (ligne.trim() !== '') blocs.push(lireParagraphe(ligne));
      position++;
    }
  }
  return { format: 'markdown', blocs, remarques: [] };
}

function estSeparation(ligne: string): boolean {
  return ligne.includes('-') && /^[\s|:-]+$/.test(ligne);
}

function finDuTableau(lignes: readonly string[], depuis: number): number {
  const fin = lignes.findIndex((ligne, rang) => rang >= depuis && (ligne.trim() === '' || !ligne.includes('|')));
  return fin === -1 ? lignes.length : fin;
}

function lireTableau(lignes: readonly string[], debut: number, fin: number): Tableau | null {
  const grille = new Grille();
  for (let rang = debut; rang < fin; rang++) {
    if (rang === debut + 1) continue;
    decouperLigne(lignes[rang] ?? '').forEach((texte, colonne) => {
      grille.poser(rang + 1, colonne, celluleDeTexte(sansMarques(texte)));
    });
  }
  return grille.enTableau(null);
}

/** Cuts at the pipes which are neither escaped nor in a code span; those at both ends draw the frame. */
function decouperLigne(ligne: string): string[] {
  const cellules: string[] = [];
  let courante = '';
  let dansCode = false;
  const interieur = ligne.trim().replace(/^\|/, '');
  for (let i = 0; i < interieur.length; i++) {
    const signe = interieur[i] ?? '';
    if (signe === '\\' && interieur[i + 1] === '|') {
      courante += '|';
      i++;
    } else if (signe === '|' && !dansCode) {
      cellules.push(courante.trim());
      courante = '';
    } else {
      if (signe === '`') dansCode = !dansCode;
      courante += signe;
    }
  }
  if (courante.trim() !== '') cellules.push(courante.trim());
  return cellules;
}

function lireParagraphe(ligne: string): Paragraphe {
  const titre = /^#{1,6}\s+(.*?)\s*#*$/.exec(ligne.trim());
  return { type: 'paragraphe', texte: sansMarques(titre?.[1] ?? ligne.trim()), titre: titre !== null };
}

/** Bold, code and `<br>` are taken off; a lone star or underscore is left: it may be part of the text. */
function sansMarques(texte: string): string {
  return texte
    .replace(/<br\s{0,5}\/?>/gi, '\n')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/__([^_]+)__/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>])/g, '$1');
}
