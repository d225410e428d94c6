import { nettoyer } from './feuille.ts';

export const PROLOGUE_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A text between two tags: cleaned of what XML forbids, escaped. */
export function echapper(texte: string): string {
  return nettoyer(texte).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text between quotes. */
export function attribut(texte: string): string {
  return echapper(texte).replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

export function enOctets(texte: string): Uint8Array {
  return new TextEncoder().encode(texte);
}
