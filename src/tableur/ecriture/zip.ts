import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of these parts, in this order; the first is stored as it is, as OpenDocument wants of its `mimetype`. */
export function ecrireArchive(parties: readonly { readonly nom: string; readonly contenu: Uint8Array }[]): Uint8Array {
  const morceaux: Uint8Array[] = [];
  const repertoire: Uint8Array[] = [];
  let position = 0;
  parties.forEach(({ nom, contenu }, rang) => {
    const methode = rang === 0 ? 0 : 8;
    const plie = methode === 0 ? contenu : deflateRawSync(contenu);
    const octetsDuNom = new TextEncoder().encode(nom);
    const commun = entete(methode, crc32(contenu), plie.byteLength, contenu.byteLength, octetsDuNom.byteLength);
    const locale = concatener([entier32(0x04034b50), commun, octetsDuNom]);
    repertoire.push(
      concatener([
        entier32(0x02014b50),
        entier16(20),
        commun,
        entier16(0),
        entier16(0),
        entier16(0),
        entier32(0),
        entier32(position),
        octetsDuNom,
      ]),
    );
    morceaux.push(locale, plie);
    position += locale.byteLength + plie.byteLength;
  });
  const sommaire = concatener(repertoire);
  const fin = concatener([
    entier32(0x06054b50),
    entier32(0),
    entier16(parties.length),
    entier16(parties.length),
    entier32(sommaire.byteLength),
    entier32(position),
    entier16(0),
  ]);
  return concatener([...morceaux, sommaire, fin]);
}

/** 1 January 1980, the first day the format knows: the same content gives the same bytes. */
const JOUR_FIXE = 0x0021;
const NOMS_EN_UTF8 = 0x0800;

function entete(methode: number, crc: number, plie: number, deplie: number, longueurDuNom: number): Uint8Array {
  return concatener([
    ...[20, NOMS_EN_UTF8, methode, 0, JOUR_FIXE].map(entier16),
    ...[crc, plie, deplie].map(entier32),
    ...[longueurDuNom, 0].map(entier16),
  ]);
}

function entier16(valeur: number): Uint8Array {
  return Uint8Array.of(valeur & 0xff, (valeur >>> 8) & 0xff);
}

function entier32(valeur: number): Uint8Array {
  return Uint8Array.of(valeur & 0xff, (valeur >>> 8) & 0xff, (valeur >>> 16) & 0xff, (valeur >>> 24) & 0xff);
}

function concatener(morceaux: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(morceaux));
}
