/** A TrueType font as a document needs it: which glyph draws a character, how wide it is, and the font cut to a few. */
export type PoliceTrueType = {
  /** In thousandths of the body. */
  readonly boite: readonly [number, number, number, number];
  readonly montant: number;
  readonly descendant: number;
  glypheDe(point: number): number | undefined;
  largeurDe(glyphe: number): number;
  /** The same font with the outlines of these glyphs only; their numbers stay. */
  reduire(glyphes: ReadonlySet<number>): Buffer;
};

type Tables = ReadonlyMap<string, Buffer>;

/** Reads the tables (OpenType 1.9, « TrueType outlines »): what documents are written with, not a reader of any font. */
export function lirePolice(octets: Buffer): PoliceTrueType {
  const tables: Tables = new Map(
    Array.from({ length: octets.readUInt16BE(4) }, (_, rang) => {
      const entree = octets.subarray(12 + 16 * rang, 28 + 16 * rang);
      const debut = entree.readUInt32BE(8);
      return [entree.toString('latin1', 0, 4), octets.subarray(debut, debut + entree.readUInt32BE(12))] as const;
    }),
  );
  const [head, hhea, hmtx] = [table(tables, 'head'), table(tables, 'hhea'), table(tables, 'hmtx')];
  const enMilliemes = (valeur: number) => Math.round((valeur * 1000) / head.readUInt16BE(18));
  const mesures = hhea.readUInt16BE(34);
  const correspondances = lireCorrespondances(table(tables, 'cmap'));
  const boite = [36, 38, 40, 42].map((place) => enMilliemes(head.readInt16BE(place)));
  return {
    boite: [boite[0] ?? 0, boite[1] ?? 0, boite[2] ?? 0, boite[3] ?? 0],
    montant: enMilliemes(hhea.readInt16BE(4)),
    descendant: enMilliemes(hhea.readInt16BE(6)),
    glypheDe: (point) => correspondances.get(point),
    // The last width stands for every glyph after it.
    largeurDe: (glyphe) => enMilliemes(hmtx.readUInt16BE(4 * Math.min(glyphe, mesures - 1))),
    reduire: (glyphes) => reduire(tables, glyphes),
  };
}

function table(tables: Tables, nom: string): Buffer {
  const lue = tables.get(nom);
  if (lue === undefined) throw new Error(`La police n’a pas de table ${nom}.`);
  return lue;
}

/** Unicode → glyph, from the sub-table of the basic plane (format 4). */
function lireCorrespondances(cmap: Buffer): ReadonlyMap<number, number> {
  const sousTables = Array.from({ length: cmap.readUInt16BE(2) }, (_, rang) => 4 + 8 * rang)
    .filter((place) => cmap.readUInt16BE(place) === 3 && cmap.readUInt16BE(place + 2) === 1)
    .map((place) => cmap.subarray(cmap.readUInt32BE(place + 4)));
  const lue = sousTables[0];
  if (lue === undefined || lue.readUInt16BE(0) !== 4) throw new Error('La police ne dit pas ses caractères Unicode.');
  const segments = lue.readUInt16BE(6) / 2;
  const colonne = (rang: number, segment: number) => 14 + rang * 2 * segments + (rang > 0 ? 2 : 0) + 2 * segment;
  const glyphes = new Map<number, number>();
  for (let segment = 0; segment < segments; segment++) {
    const [fin, debut, ecart] = [0, 1, 2].map((rang) => lue.readUInt16BE(colonne(rang, segment)));
    const place = colonne(3, segment);
    const renvoi = lue.readUInt16BE(place);
    for (let point = debut ?? 0; point <= (fin ?? 0) && point < 0xffff; point++) {
      const brut = renvoi === 0 ? point : lue.readUInt16BE(place + renvoi + 2 * (point - (debut ?? 0)));
      const glyphe = brut === 0 ? 0 : (brut + (ecart ?? 0)) & 0xffff;
      if (glyphe !== 0) glyphes.set(point, glyphe);
    }
  }
  return glyphes;
}

const GARDEES = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'];

function reduire(tables: Tables, voulus: ReadonlySet<number>): Buffer {
  const head = Buffer.from(table(tables, 'head'));
  const [glyf, loca] = [table(tables, 'glyf'), table(tables, 'loca')];
  const longs = head.readInt16BE(50) === 1;
  const place = (glyphe: number) => (longs ? loca.readUInt32BE(4 * glyphe) : 2 * loca.readUInt16BE(2 * glyphe));
  const trace = (glyphe: number) => glyf.subarray(place(glyphe), place(glyphe + 1));
  const gardes = avecLeursParties(new Set([0, ...voulus]), trace);
  const nombre = loca.length / (longs ? 4 : 2) - 1;
  const places = Buffer.alloc(4 * (nombre + 1));
  const traces: Buffer[] = [];
  let longueur = 0;
  for (let glyphe = 0; glyphe < nombre; glyphe++) {
    places.writeUInt32BE(longueur, 4 * glyphe);
    if (!gardes.has(glyphe)) continue;
    const lu = alignee(trace(glyphe));
    traces.push(lu);
    longueur += lu.length;
  }
  places.writeUInt32BE(longueur, 4 * nombre);
  head.writeInt16BE(1, 50);
  head.writeUInt32BE(0, 8);
  const nouvelles = new Map([...tables, ['glyf', Buffer.concat(traces)], ['loca', places], ['head', head]]);
  return assembler(GARDEES.flatMap((nom) => (nouvelles.has(nom) ? [[nom, table(nouvelles, nom)] as const] : [])));
}

/** A glyph made of others (é: e and its accent) needs them. */
function avecLeursParties(glyphes: Set<number>, trace: (glyphe: number) => Buffer): ReadonlySet<number> {
  // What is added while going through a set is gone through as well.
  for (const glyphe of glyphes) for (const partie of partiesDe(trace(glyphe))) glyphes.add(partie);
  return glyphes;
}

const [MOTS, ECHELLE, SUITE, DEUX_ECHELLES, MATRICE] = [0x01, 0x08, 0x20, 0x40, 0x80];

function partiesDe(trace: Buffer): readonly number[] {
  if (trace.length === 0 || trace.readInt16BE(0) >= 0) return [];
  const parties: number[] = [];
  let drapeaux = SUITE;
  for (let ici = 10; (drapeaux & SUITE) !== 0; ) {
    drapeaux = trace.readUInt16BE(ici);
    parties.push(trace.readUInt16BE(ici + 2));
    const echelle = drapeaux & ECHELLE ? 2 : drapeaux & DEUX_ECHELLES ? 4 : drapeaux & MATRICE ? 8 : 0;
    ici += 4 + (drapeaux & MOTS ? 4 : 2) + echelle;
  }
  return parties;
}

function assembler(tables: readonly (readonly [nom: string, contenu: Buffer])[]): Buffer {
  const entete = Buffer.alloc(12 + 16 * tables.length);
  const puissance = Math.floor(Math.log2(tables.length));
  entete.writeUInt32BE(0x00010000, 0);
  entete.writeUInt16BE(tables.length, 4);
  entete.writeUInt16BE(16 * 2 ** puissance, 6);
  entete.writeUInt16BE(puissance, 8);
  entete.writeUInt16BE(16 * (tables.length - 2 ** puissance), 10);
  let debut = entete.length;
  const contenus = tables.map(([nom, contenu], rang) => {
    const pleine = alignee(contenu);
    entete.write(nom, 12 + 16 * rang, 'latin1');
    entete.writeUInt32BE(sommeDe(pleine), 16 + 16 * rang);
    entete.writeUInt32BE(debut, 20 + 16 * rang);
    entete.writeUInt32BE(contenu.length, 24 + 16 * rang);
    debut += pleine.length;
    return pleine;
  });
  const police = Buffer.concat([entete, ...contenus]);
  const head = tables.findIndex(([nom]) => nom === 'head');
  police.writeUInt32BE((0xb1b0afba - sommeDe(police)) >>> 0, police.readUInt32BE(20 + 16 * head) + 8);
  return police;
}

function alignee(contenu: Buffer): Buffer {
  const manque = (4 - (contenu.length % 4)) % 4;
  return manque === 0 ? contenu : Buffer.concat([contenu, Buffer.alloc(manque)]);
}

function sommeDe(contenu: Buffer): number {
  let somme = 0;
  for (let ici = 0; ici < contenu.length; ici += 4) somme = (somme + contenu.readUInt32BE(ici)) >>> 0;
  return somme;
}
