import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Filet, Morceau, PageLue } from './geometrie.ts';

/** What is on a page for a table: its runs of text and its ruling lines, drawn as strokes or as thin filled boxes. */
export async function lirePage(page: PDFPageProxy): Promise<PageLue> {
  const vue = page.getViewport({ scale: 1 });
  const versPage: Matrice = enMatrice(vue.transform);
  const contenu = await page.getTextContent();
  const morceaux = contenu.items.flatMap((item): Morceau[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    return [enMorceau(item.str, item.width, composer(versPage, enMatrice(item.transform)))];
  });
  const traits = lireTraits(await page.getOperatorList(), versPage);
  return { largeur: vue.width, hauteur: vue.height, morceaux, filets: enFilets(traits) };
}

type Matrice = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];
type Trait = readonly [Point, Point];

function enMatrice(valeurs: readonly unknown[]): Matrice {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = valeurs.map(Number);
  return [a, b, c, d, e, f];
}

/** First `n`, then `m`. */
function composer(m: Matrice, n: Matrice): Matrice {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function appliquer(m: Matrice, [x, y]: Point): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

function enMorceau(texte: string, avance: number, m: Matrice): Morceau {
  const corps = Math.hypot(m[2], m[3]) || 1;
  const echelle = Math.hypot(m[0], m[1]) || 1;
  // Text may run upwards in a narrow heading: its box is that of its two ends.
  const [dx, dy] = [(m[0] / echelle) * avance, (m[1] / echelle) * avance];
  const montee = { x: (m[2] / corps) * corps, y: (m[3] / corps) * corps };
  const xs = [m[4], m[4] + dx, m[4] + montee.x * 0.8];
  const ys = [m[5] - montee.y * 0.2, m[5] + dy, m[5] + montee.y * 0.8];
  return {
    texte,
    corps,
    gauche: Math.min(...xs),
    droite: Math.max(...xs),
    haut: Math.min(...ys),
    bas: Math.max(...ys),
  };
}

/** Codes of the points of a path, as pdf.js lays them in one array. */
const ALLER = 0;
const TRACER = 1;
const FERMER = 4;
const LONGUEURS: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

const TRACES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const REMPLIS = new Set<number>([OPS.fill, OPS.eoFill]);
/** Wider than that, a filled box is a background and not a line. */
const EPAISSEUR = 3;

type ListeDOperations = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

function lireTraits({ fnArray, argsArray }: ListeDOperations, versPage: Matrice): Trait[] {
  const traits: Trait[] = [];
  const pile: Matrice[] = [];
  let courante = versPage;
  fnArray.forEach((operation, rang) => {
    const lus: unknown = argsArray[rang];
    const args: readonly unknown[] = Array.isArray(lus) ? lus : [];
    if (operation === OPS.save) pile.push(courante);
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) courante = pile.pop() ?? versPage;
    else if (operation === OPS.transform) courante = composer(courante, enMatrice(args));
    else if (operation === OPS.paintFormXObjectBegin) {
      pile.push(courante);
      if (Array.isArray(args[0])) courante = composer(courante, enMatrice(args[0]));
    } else if (operation === OPS.constructPath) {
      const peinture = Number(args[0]);
      const chemin: unknown = Array.isArray(args[1]) ? args[1][0] : null;
      if (!(chemin instanceof Float32Array)) return;
      const contours = lireContours(chemin).map((contour) => contour.map((point) => appliquer(courante, point)));
      if (TRACES.has(peinture)) for (const contour of contours) traits.push(...cotes(contour));
      else if (REMPLIS.has(peinture)) traits.push(...contours.flatMap(traitMince));
    }
  });
  return traits;
}

function lireContours(chemin: Float32Array): Point[][] {
  const contours: Point[][] = [];
  let position = 0;
  while (position < chemin.length) {
    const code = chemin[position] ?? FERMER;
    const longueur = LONGUEURS[code] ?? 0;
    // Of a curve, only where it ends matters here: rounded corners stay corners.
    const point: Point = [chemin[position + longueur - 1] ?? 0, chemin[position + longueur] ?? 0];
    const contour = contours.at(-1);
    if (code === ALLER) contours.push([point]);
    else if (code === FERMER) {
      const depart = contour?.[0];
      if (depart) contour?.push(depart);
    } else if (contour && code >= TRACER) contour.push(point);
    position += 1 + longueur;
  }
  return contours;
}

function cotes(contour: readonly Point[]): Trait[] {
  return contour.flatMap((point, rang): Trait[] => {
    const suivant = contour[rang + 1];
    return suivant ? [[point, suivant]] : [];
  });
}

function traitMince(contour: readonly Point[]): Trait[] {
  const xs = contour.map(([x]) => x);
  const ys = contour.map(([, y]) => y);
  const [gauche, droite, haut, bas] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(gauche + droite) / 2, (haut + bas) / 2];
  if (bas - haut <= EPAISSEUR && droite - gauche > EPAISSEUR)
    return [
      [
        [gauche, y],
        [droite, y],
      ],
    ];
  if (droite - gauche <= EPAISSEUR && bas - haut > EPAISSEUR)
    return [
      [
        [x, haut],
        [x, bas],
      ],
    ];
  return [];
}

function enFilets(traits: readonly Trait[]): PageLue['filets'] {
  const horizontaux: Filet[] = [];
  const verticaux: Filet[] = [];
  for (const [[x1, y1], [x2, y2]] of traits) {
    if (Math.abs(y1 - y2) <= 1 && Math.abs(x1 - x2) > EPAISSEUR) {
      horizontaux.push({ position: (y1 + y2) / 2, debut: Math.min(x1, x2), fin: Math.max(x1, x2) });
    } else if (Math.abs(x1 - x2) <= 1 && Math.abs(y1 - y2) > EPAISSEUR) {
      verticaux.push({ position: (x1 + x2) / 2, debut: Math.min(y1, y2), fin: Math.max(y1, y2) });
    }
  }
  return { horizontaux, verticaux };
}
