import type { Morceau } from './geometrie.ts';
import { enLignes, type LigneDeTexte } from './lignes.ts';

export type Reperes = {
  /** One example of each, to be told to the person. */
  readonly textes: readonly string[];
  readonly estUnRepere: (morceau: Morceau) => boolean;
};

/** Top and bottom tenth of the page, where running heads and page numbers are. */
const MARGE = 0.1;

/** Running heads, feet and page numbers (« 1/3 », « Page 2 sur 7 »): numbered, or said again on most pages at the same height. */
export function reperesDePage(
  pages: readonly { readonly hauteur: number; readonly libres: readonly Morceau[] }[],
): Reperes {
  const parPage = pages.map((page) =>
    enLignes(page.libres).filter(({ haut, bas }) => bas < page.hauteur * MARGE || haut > page.hauteur * (1 - MARGE)),
  );
  const frequences = new Map<string, number>();
  for (const lignes of parPage)
    for (const ligne of new Set(lignes.map(empreinte))) frequences.set(ligne, (frequences.get(ligne) ?? 0) + 1);
  const seuil = Math.max(2, Math.ceil(pages.length * 0.6));
  const ecartes = new Set<Morceau>();
  const textes = new Map<string, string>();
  for (const lignes of parPage) {
    for (const ligne of lignes) {
      const cle = empreinte(ligne);
      if (!estUnNumero(ligne.texte) && (frequences.get(cle) ?? 0) < seuil) continue;
      for (const morceau of ligne.morceaux) ecartes.add(morceau);
      textes.set(cle, textes.get(cle) ?? ligne.texte);
    }
  }
  return { textes: [...textes.values()], estUnRepere: (morceau) => ecartes.has(morceau) };
}

function empreinte({ texte, haut }: LigneDeTexte): string {
  return `${Math.round(haut / 4)} ${texte.replace(/\d+/g, '#')}`;
}

function estUnNumero(texte: string): boolean {
  return /^[-–—\s]*(p\.?|pages?)?\s*\d{1,4}(\s*(\/|sur|de)\s*\d{1,4})?[-–—\s]*$/i.test(texte);
}
