import { nettoyer } from './feuille.ts';
import { echapper } from './xml.ts';

/** One paragraph a line; tabs and spaces that would be collapsed are elements (ODF 1.3 part 3, § 6.1.2 to 6.1.4). */
export function paragraphes(texte: string, style?: string): string {
  const attribut = style === undefined ? '' : ` text:style-name="${style}"`;
  return nettoyer(texte)
    .split('\n')
    .map((ligne) => {
      const contenu = echapper(ligne)
        .replace(/^ +| {2,}| +$/g, (espaces) => `<text:s text:c="${espaces.length}"/>`)
        .replaceAll('\t', '<text:tab/>');
      return `<text:p${attribut}>${contenu}</text:p>`;
    })
    .join('');
}
