/** What a file may weigh and hold. Beyond, it is refused with a sentence: no library limits what an archive unpacks to. */
export const LIMITES = {
  /** Bytes of the file itself. */
  octets: 25 * 1024 * 1024,
  /** Entries of an archive. An ordinary workbook has about twenty. */
  entrees: 10_000,
  /** Bytes an archive says it holds, all entries together, pictures included. */
  deplieAnnonce: 600 * 1024 * 1024,
  /** Bytes really unpacked by one reading. */
  deplie: 200 * 1024 * 1024,
  /** Bytes unpacked from a file compressed by itself (.gz). */
  deplieSeul: 100 * 1024 * 1024,
  /** Unpacked size over packed size, looked at only above `rapportAPartirDe`: a long empty sheet packs very well. */
  rapport: 300,
  rapportAPartirDe: 20 * 1024 * 1024,
  /** Cells of one table once its rows are all as wide as the widest. */
  cellules: 4_000_000,
  /** Depth of an XML or HTML document. */
  profondeur: 1_000,
  /** Pages of a PDF. */
  pages: 500,
} as const;

/** Limits of the worker which reads a file, beyond which it is stopped and the file refused. */
export const LIMITES_OUVRIER = { memoireMo: 384, delaiMs: 60_000 } as const;
