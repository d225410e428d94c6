import { coder, hexa, type Police } from './pdf-polices.ts';

export type Format = 'portrait' | 'paysage';

/** A4 in points. */
const A4: Readonly<Record<Format, readonly [number, number]>> = {
  portrait: [595.28, 841.89],
  paysage: [841.89, 595.28],
};
export const MARGE = 42;

/** An element of the structure: what assistive tools read, in the order they read it. */
export type Element = {
  readonly role: 'Document' | 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'Table' | 'TR' | 'TH' | 'TD';
  /** Of a heading cell. */
  readonly portee?: 'Column' | 'Row';
  readonly enfants: Element[];
  /** Pieces of content, by page. */
  readonly morceaux: { readonly page: number; readonly rang: number }[];
};

export function element(role: Element['role'], parent: Element | null, portee?: Element['portee']): Element {
  const cree: Element = { role, enfants: [], morceaux: [], ...(portee === undefined ? {} : { portee }) };
  parent?.enfants.push(cree);
  return cree;
}

/** Pages being written, from the top down. */
export class Feuillets {
  readonly largeur: number;
  readonly hauteur: number;
  /** Operators of each page. */
  readonly pages: string[][] = [];
  /** Elements of the structure that own the pieces of each page. */
  readonly proprietaires: Element[][] = [];
  /** Glyphs each font draws, with the character they stand for. */
  readonly glyphes: Readonly<Record<Police, Map<number, string>>> = { ordinaire: new Map(), grasse: new Map() };
  y = 0;

  constructor(format: Format) {
    [this.largeur, this.hauteur] = A4[format];
    this.tourner();
  }

  get utile(): number {
    return this.largeur - 2 * MARGE;
  }

  /** What is left above the foot of the page. */
  get reste(): number {
    return this.y - MARGE - 14;
  }

  tourner(): void {
    this.pages.push([]);
    this.proprietaires.push([]);
    this.y = this.hauteur - MARGE;
  }

  /** One line of text, owned by an element; without one it is an ornament nobody reads aloud. */
  ecrire(
    proprietaire: Element | null,
    texte: string,
    trace: { x: number; y: number; police: Police; corps: number; couleur?: string },
  ): void {
    if (texte === '') return;
    const codes = this.coder(texte, trace.police);
    const police = trace.police === 'grasse' ? '/F2' : '/F1';
    const dessin = `BT ${police} ${trace.corps} Tf ${trace.couleur ?? '0.09 0.09 0.09'} rg ${nombre(trace.x)} ${nombre(trace.y)} Td <${codes}> Tj ET`;
    this.marquer(proprietaire, dessin);
  }

  /** A filled rectangle: always an ornament. */
  aplat(x: number, y: number, largeur: number, hauteur: number, couleur: string): void {
    this.marquer(null, `${couleur} rg ${nombre(x)} ${nombre(y)} ${nombre(largeur)} ${nombre(hauteur)} re f`);
  }

  /** Words at the foot of a page already written: an ornament. */
  enPied(page: number, texte: string): void {
    const codes = this.coder(texte, 'ordinaire');
    this.pages[page]?.push(
      `/Artifact << /Type /Pagination >> BDC BT /F1 7 Tf 0.35 0.35 0.35 rg ${MARGE} ${MARGE - 14} Td <${codes}> Tj ET EMC`,
    );
  }

  private coder(texte: string, police: Police): string {
    const connus = this.glyphes[police];
    return coder(texte, police)
      .map(({ glyphe, caractere }) => {
        if (!connus.has(glyphe)) connus.set(glyphe, caractere);
        return hexa(glyphe, 4);
      })
      .join('');
  }

  private marquer(proprietaire: Element | null, dessin: string): void {
    const page = this.pages.length - 1;
    const operateurs = this.pages[page];
    const possedes = this.proprietaires[page];
    if (operateurs === undefined || possedes === undefined) return;
    if (proprietaire === null) {
      operateurs.push(`/Artifact BMC ${dessin} EMC`);
      return;
    }
    const rang = possedes.push(proprietaire) - 1;
    proprietaire.morceaux.push({ page, rang });
    operateurs.push(`/${proprietaire.role} << /MCID ${rang} >> BDC ${dessin} EMC`);
  }
}

function nombre(valeur: number): string {
  return String(Math.round(valeur * 100) / 100);
}
