export type GestesHtml = {
  readonly ouvre: (nom: string, attributs: Readonly<Record<string, string>>) => void;
  readonly ferme: (nom: string) => void;
  readonly texte: (texte: string) => void;
};

/**
 * Walks HTML as it comes out of Word, Excel or a web page: nothing has to be closed nor quoted. Names are in small
 * letters; what is not seen by a reader (scripts, styles, comments) is passed over.
 */
export function parcourirHtml(source: string, gestes: GestesHtml): void {
  let position = 0;
  while (position < source.length) {
    const chevron = source.indexOf('<', position);
    const fin = chevron === -1 ? source.length : chevron;
    if (fin > position) gestes.texte(decoderEntites(source.slice(position, fin)));
    if (chevron === -1) return;
    position = lireBalise(source, chevron, gestes);
  }
}

/** Their content is not HTML: it ends at their closing tag only. */
const OPAQUES = new Set([
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'textarea',
  'select',
  'xml',
  'svg',
  'object',
  'iframe',
]);
/** A tag longer than that is a text with a stray quote. */
const BALISE_MAX = 65_536;

function lireBalise(source: string, chevron: number, gestes: GestesHtml): number {
  if (source.startsWith('<!--', chevron)) return apres(source, '-->', chevron + 4);
  const suivant = source[chevron + 1] ?? '';
  // Word writes `<![if !supportLists]>` and `<?xml:namespace …>`.
  if (suivant === '!' || suivant === '?') return apres(source, '>', chevron);
  const fermante = suivant === '/';
  const depart = chevron + (fermante ? 2 : 1);
  if (!/[a-z]/i.test(source[depart] ?? '')) {
    gestes.texte('<');
    return chevron + 1;
  }
  const fin = finDeBalise(source, depart);
  const interieur = source.slice(depart, fin);
  const nom = (/^[^\s/>]+/.exec(interieur)?.[0] ?? '').toLowerCase();
  if (fermante) {
    gestes.ferme(nom);
    return fin + 1;
  }
  if (OPAQUES.has(nom)) return interieur.endsWith('/') ? fin + 1 : apresFermeture(source, nom, fin + 1);
  gestes.ouvre(nom, lireAttributs(interieur.slice(nom.length)));
  return fin + 1;
}

function apres(source: string, marque: string, depuis: number): number {
  const trouve = source.indexOf(marque, depuis);
  return trouve === -1 ? source.length : trouve + marque.length;
}

function apresFermeture(source: string, nom: string, depuis: number): number {
  const fermeture = new RegExp(`</${nom}[\\s>]`, 'gi');
  fermeture.lastIndex = depuis;
  const trouvee = fermeture.exec(source);
  return trouvee ? apres(source, '>', trouvee.index) : source.length;
}

function finDeBalise(source: string, depuis: number): number {
  const plafond = Math.min(source.length, depuis + BALISE_MAX);
  let guillemet = '';
  for (let i = depuis; i < plafond; i++) {
    const signe = source[i] ?? '';
    if (guillemet !== '') {
      if (signe === guillemet) guillemet = '';
    } else if (signe === '"' || signe === "'") guillemet = signe;
    else if (signe === '>') return i;
  }
  const simple = source.indexOf('>', depuis);
  return simple === -1 ? source.length : simple;
}

const ATTRIBUT = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function lireAttributs(interieur: string): Record<string, string> {
  const attributs: Record<string, string> = Object.create(null);
  for (const [, nom = '', double, simple, nu] of interieur.matchAll(ATTRIBUT)) {
    attributs[nom.toLowerCase()] ??= decoderEntites(double ?? simple ?? nu ?? '');
  }
  return attributs;
}

const ENTITE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));?/gi;

function decoderEntites(texte: string): string {
  if (!texte.includes('&')) return texte;
  return texte.replace(ENTITE, (entite: string, decimal?: string, hexadecimal?: string, nommee?: string) => {
    if (nommee !== undefined) return NOMMEES.get(nommee) ?? entite;
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
    // Pages saved on Windows number their quotes in Windows-1252 (HTML, § 13.2.5.80).
    if (point >= 0x80 && point <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(point));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : entite;
  });
}

/** Names of the characters 160 to 255, in order (HTML 4, § 24.2). */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const NOMMEES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((nom, rang): [string, string] => [nom, String.fromCharCode(160 + rang)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    oelig: 'œ',
    OElig: 'Œ',
    Yuml: 'Ÿ',
    euro: '€',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsaquo: '‹',
    rsaquo: '›',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    trade: '™',
    permil: '‰',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    zwnj: '',
    zwj: '',
    larr: '←',
    rarr: '→',
    harr: '↔',
    le: '≤',
    ge: '≥',
    ne: '≠',
    minus: '−',
  }),
]);
