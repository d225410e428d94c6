import type { DocumentLu } from '../document.ts';
export async function lirePdf(_octets: Uint8Array): Promise<DocumentLu> {
  return { format: 'pdf', blocs: [], remarques: [] };
}
