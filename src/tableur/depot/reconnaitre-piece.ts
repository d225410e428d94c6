import { echec, type Resultat, reussite } from '#socle/valeurs';
import { reconnaitreFormat } from '../format.ts';
import { type Depot, verifierFichier } from './fichier-depose.ts';

/**
 * A file joined as a piece, under the type its bytes say and not the one the browser announced: office documents, PDF,
 * texts and tables, photographs. A page of the web is refused: its address says more, and nothing of it runs here.
 */
export function reconnaitrePiece(depot: Depot): Resultat<Depot> {
  const lisible = verifierFichier(depot, 'la pièce');
  const type = lisible.ok ? typeDePiece(depot) : lisible;
  return type.ok ? reussite({ ...depot, typeMime: type.valeur }) : type;
}

function typeDePiece({ nom, octets }: Depot): Resultat<string> {
  const image = IMAGES.find(({ signature }) => signature.every((octet, rang) => octets[rang] === octet));
  if (image) return reussite(image.type);
  const format = reconnaitreFormat(octets, nom);
  if (!format.ok) return format;
  return format.valeur === 'html'
    ? echec({
        nature: 'invalide',
        regle: 'piece.page',
        message: `Le fichier « ${nom} » est une page web. Enregistrez-la en PDF, ou donnez son adresse comme lien.`,
      })
    : reussite(TYPES[format.valeur]);
}

const IMAGES = [
  { type: 'image/png', signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', signature: [0xff, 0xd8, 0xff] },
] as const;

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  markdown: 'text/plain; charset=utf-8',
  texte: 'text/plain; charset=utf-8',
} as const;
