import { LIMITES } from '../limites.ts';
import { corrompu, LectureRefusee } from '../refus.ts';

export type Attributs = Readonly<Record<string, string>>;

/** What is done at each point of the document. Names come without their prefix: office files never mix two vocabularies under one local name where it matters here. */
export type Gestes = {
  readonly ouvre?: (nom: string, attributs: Attributs) => void;
  readonly ferme?: (nom: string) => void;
  readonly texte?: (texte: string) => void;
};

/**
 * Walks an XML document in one pass, in time proportional to its length. It refuses any `<!DOCTYPE`, thereby every
 * declared entity (billion laughs, external files): no office writes one.
 */
export function parcourirXml(source: string, gestes: Gestes): void {
  const ouvertes: string[] = [];
  let position = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (position < source.length) {
    const chevron = source.indexOf('<', position);
    if (chevron === -1) break;
    if (chevron > position) gestes.texte?.(decoderEntites(source.slice(position, chevron)));
    position = lireBalise(source, chevron, ouvertes, gestes);
  }
  const oubliee = ouvertes.at(-1);
  if (oubliee) throw corrompu(`la balise « ${oubliee} » n’est pas fermée`);
}

/** The text of a part as its prologue says: UTF-8, or UTF-16 with its mark. */
export function decoderXml(octets: Uint8Array): string {
  const marque =
    octets[0] === 0xff && octets[1] === 0xfe
      ? 'utf-16le'
      : octets[0] === 0xfe && octets[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(marque).decode(octets);
}

function lireBalise(source: string, chevron: number, ouvertes: string[], gestes: Gestes): number {
  const suivant = source.charCodeAt(chevron + 1);
  if (suivant === POINT_EXCLAMATION) return lireDeclaration(source, chevron, gestes);
  if (suivant === POINT_INTERROGATION) return apres(source, '?>', chevron);
  if (suivant === BARRE) {
    const fin = apres(source, '>', chevron);
    const nom = sansPrefixe(source.slice(chevron + 2, fin - 1).trim());
    const attendue = ouvertes.pop();
    if (attendue !== nom) throw corrompu(`la balise « ${nom} » se ferme sans s’être ouverte`);
    gestes.ferme?.(nom);
    return fin;
  }
  const fin = finDeBalise(source, chevron + 1);
  const autonome = source.charCodeAt(fin - 1) === BARRE;
  const { nom, attributs } = lireOuverture(source.slice(chevron + 1, autonome ? fin - 1 : fin));
  gestes.ouvre?.(nom, attributs);
  if (autonome) gestes.ferme?.(nom);
  else if (ouvertes.push(nom) > LIMITES.profondeur) throw corrompu('ses balises sont imbriquées sans fin');
  return fin + 1;
}

const POINT_EXCLAMATION = 33;
const POINT_INTERROGATION = 63;
const BARRE = 47;
const GUILLEMET = 34;
const APOSTROPHE = 39;
const SUPERIEUR = 62;

function lireDeclaration(source: string, chevron: number, gestes: Gestes): number {
  if (source.startsWith('<!--', chevron)) return apres(source, '-->', chevron + 4);
  if (source.startsWith('<![CDATA[', chevron)) {
    const fin = apres(source, ']]>', chevron + 9);
    gestes.texte?.(source.slice(chevron + 9, fin - 3));
    return fin;
  }
  throw new LectureRefusee(
    'tableur.xml_interdit',
    'Le fichier contient une déclaration (« DOCTYPE ») qu’aucun logiciel de bureau n’écrit et qui peut servir à nuire : il n’est pas lu. Enregistrez de nouveau le document depuis votre logiciel.',
  );
}

function apres(source: string, marque: string, depuis: number): number {
  const trouve = source.indexOf(marque, depuis);
  if (trouve === -1) throw corrompu('une de ses parties s’arrête au milieu');
  return trouve + marque.length;
}

/** A `>` inside an attribute does not end the tag. */
function finDeBalise(source: string, depuis: number): number {
  let guillemet = 0;
  for (let i = depuis; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (guillemet !== 0) {
      if (code === guillemet) guillemet = 0;
    } else if (code === GUILLEMET || code === APOSTROPHE) guillemet = code;
    else if (code === SUPERIEUR) return i;
  }
  throw corrompu('une de ses parties s’arrête au milieu');
}

const ATTRIBUT = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const SANS_ATTRIBUT: Attributs = Object.freeze({});

function lireOuverture(interieur: string): { nom: string; attributs: Attributs } {
  const finDuNom = interieur.search(/\s/);
  if (finDuNom === -1) return { nom: sansPrefixe(interieur), attributs: SANS_ATTRIBUT };
  const attributs: Record<string, string> = Object.create(null);
  for (const [, cle = '', entreGuillemets, entreApostrophes] of interieur.slice(finDuNom).matchAll(ATTRIBUT)) {
    const nom = sansPrefixe(cle);
    // The first wins: `office:value-type` comes before its twin of an extension.
    attributs[nom] ??= decoderEntites(entreGuillemets ?? entreApostrophes ?? '');
  }
  return { nom: sansPrefixe(interieur.slice(0, finDuNom)), attributs };
}

function sansPrefixe(nom: string): string {
  const deuxPoints = nom.indexOf(':');
  return deuxPoints === -1 ? nom : nom.slice(deuxPoints + 1);
}

const ENTITE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g;
const NOMMEES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoderEntites(texte: string): string {
  if (!texte.includes('&')) return texte.includes('\r') ? texte.replace(/\r\n?/g, '\n') : texte;
  return texte.replace(/\r\n?/g, '\n').replace(ENTITE, (entite, decimal, hexadecimal, nommee) => {
    if (nommee) return NOMMEES[nommee] ?? entite;
    const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : entite;
  });
}
