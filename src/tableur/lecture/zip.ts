import { crc32, inflateRawSync } from 'node:zlib';
import { LIMITES } from '../limites.ts';
import { corrompu, LectureRefusee } from '../refus.ts';

/** An archive whose directory was read and found reasonable; an entry is unpacked only when it is asked for. */
export type Archive = {
  readonly noms: readonly string[];
  /** The bytes of an entry, or null when the archive has none of that name. Throws `LectureRefusee`. */
  readonly lire: (nom: string) => Uint8Array | null;
};

/**
 * Opens a zip (APPNOTE 6.3.10) by its central directory. Sizes are checked twice: as declared, before anything is
 * unpacked, and as they really come out, since a hostile directory lies.
 */
export function ouvrirArchive(octets: Uint8Array): Archive {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const entrees = lireRepertoire(octets, vue);
  let restant: number = LIMITES.deplie;
  return {
    noms: [...entrees.keys()],
    lire(nom) {
      const entree = entrees.get(nom);
      if (!entree) return null;
      const contenu = deplier(octets, vue, entree, restant);
      restant -= contenu.byteLength;
      return contenu;
    },
  };
}

type Entree = {
  readonly nom: string;
  readonly drapeaux: number;
  readonly methode: number;
  readonly crc: number;
  readonly taille: number;
  readonly tailleDepliee: number;
  readonly position: number;
};

const FIN_DU_REPERTOIRE = 0x06054b50;
const FIN_ZIP64 = 0x06064b50;
const RENVOI_ZIP64 = 0x07064b50;
const ENTREE_DU_REPERTOIRE = 0x02014b50;
const ENTETE_LOCALE = 0x04034b50;
const SATURE_16 = 0xffff;
const SATURE_32 = 0xffffffff;
const CHIFFRE = 0x1;

function lireRepertoire(octets: Uint8Array, vue: DataView): Map<string, Entree> {
  const { nombre, position: debut } = trouverRepertoire(vue);
  if (nombre > LIMITES.entrees) {
    throw new LectureRefusee(
      'tableur.bombe',
      `Le fichier renferme ${nombre} éléments, bien plus qu’un document de bureau : il n’est pas lu. Enregistrez de nouveau le document depuis votre logiciel.`,
    );
  }
  const entrees = new Map<string, Entree>();
  let position = debut;
  let annonce = 0;
  for (let rang = 0; rang < nombre; rang++) {
    if (position + 46 > vue.byteLength || vue.getUint32(position, true) !== ENTREE_DU_REPERTOIRE) {
      throw corrompu('le sommaire de l’archive est illisible');
    }
    const longueurNom = vue.getUint16(position + 28, true);
    const longueurExtra = vue.getUint16(position + 30, true);
    const longueurNote = vue.getUint16(position + 32, true);
    const finDuNom = position + 46 + longueurNom;
    if (finDuNom + longueurExtra > vue.byteLength) throw corrompu('le sommaire de l’archive est tronqué');
    const nom = new TextDecoder().decode(octets.subarray(position + 46, finDuNom)).replaceAll('\\', '/');
    const etendu = lireZip64(vue, finDuNom, longueurExtra, {
      tailleDepliee: vue.getUint32(position + 24, true),
      taille: vue.getUint32(position + 20, true),
      position: vue.getUint32(position + 42, true),
    });
    if (entrees.has(nom)) throw corrompu(`l’élément « ${nom} » y figure deux fois`);
    entrees.set(nom, {
      nom,
      drapeaux: vue.getUint16(position + 8, true),
      methode: vue.getUint16(position + 10, true),
      crc: vue.getUint32(position + 16, true),
      ...etendu,
    });
    annonce += etendu.tailleDepliee;
    position = finDuNom + longueurExtra + longueurNote;
  }
  if (annonce > LIMITES.deplieAnnonce) throw bombe(annonce);
  return entrees;
}

function trouverRepertoire(vue: DataView): { nombre: number; position: number } {
  const plusTot = Math.max(0, vue.byteLength - 22 - SATURE_16);
  for (let fin = vue.byteLength - 22; fin >= plusTot; fin--) {
    if (vue.getUint32(fin, true) !== FIN_DU_REPERTOIRE) continue;
    const nombre = vue.getUint16(fin + 10, true);
    const position = vue.getUint32(fin + 16, true);
    if (nombre !== SATURE_16 && position !== SATURE_32) return { nombre, position };
    const renvoi = fin - 20;
    if (renvoi < 0 || vue.getUint32(renvoi, true) !== RENVOI_ZIP64) return { nombre, position };
    const finZip64 = Number(vue.getBigUint64(renvoi + 8, true));
    if (finZip64 + 56 > vue.byteLength || vue.getUint32(finZip64, true) !== FIN_ZIP64) break;
    return {
      nombre: Number(vue.getBigUint64(finZip64 + 32, true)),
      position: Number(vue.getBigUint64(finZip64 + 48, true)),
    };
  }
  throw corrompu('la fin de l’archive manque, comme après un téléchargement interrompu');
}

type Tailles = Pick<Entree, 'taille' | 'tailleDepliee' | 'position'>;

/** The 0x0001 extra field holds, in this order, only the sizes which did not fit on 32 bits. */
function lireZip64(vue: DataView, debut: number, longueur: number, tailles: Tailles): Tailles {
  const saturees = (['tailleDepliee', 'taille', 'position'] as const).filter((champ) => tailles[champ] === SATURE_32);
  if (saturees.length === 0) return tailles;
  const lues = { ...tailles };
  for (let champ = debut; champ + 4 <= debut + longueur; champ += 4 + vue.getUint16(champ + 2, true)) {
    if (vue.getUint16(champ, true) !== 1) continue;
    saturees.forEach((nom, rang) => {
      const position = champ + 4 + rang * 8;
      if (position + 8 <= debut + longueur) lues[nom] = Number(vue.getBigUint64(position, true));
    });
  }
  return lues;
}

function deplier(octets: Uint8Array, vue: DataView, entree: Entree, restant: number): Uint8Array {
  if (entree.drapeaux & CHIFFRE) {
    throw new LectureRefusee(
      'tableur.chiffre',
      'Le fichier est protégé par un mot de passe. Retirez la protection dans votre logiciel (Fichier, Informations, Protéger), enregistrez et recommencez.',
    );
  }
  const { position, taille } = entree;
  if (position + 30 > vue.byteLength || vue.getUint32(position, true) !== ENTETE_LOCALE) {
    throw corrompu(`l’élément « ${entree.nom} » est introuvable`);
  }
  const debut = position + 30 + vue.getUint16(position + 26, true) + vue.getUint16(position + 28, true);
  if (debut + taille > octets.byteLength) throw corrompu(`l’élément « ${entree.nom} » est tronqué`);
  if (entree.tailleDepliee > restant) throw bombe(entree.tailleDepliee);
  const plie = octets.subarray(debut, debut + taille);
  const contenu = entree.methode === 0 ? plie : degonfler(plie, entree, restant);
  if (contenu.byteLength !== entree.tailleDepliee || crc32(contenu) !== entree.crc)
    throw corrompu(`l’élément « ${entree.nom} » ne correspond plus à son empreinte`);
  return contenu;
}

function degonfler(plie: Uint8Array, entree: Entree, restant: number): Uint8Array {
  if (entree.methode !== 8) throw corrompu(`l’élément « ${entree.nom} » est comprimé d’une façon inconnue`);
  const plafond = Math.max(1, Math.min(restant, Math.max(LIMITES.rapportAPartirDe, plie.byteLength * LIMITES.rapport)));
  try {
    return inflateRawSync(plie, { maxOutputLength: plafond });
  } catch (erreur) {
    if (erreur instanceof RangeError || codeDe(erreur) === 'ERR_BUFFER_TOO_LARGE') throw bombe(plafond);
    throw corrompu(`l’élément « ${entree.nom} » ne se déplie pas`);
  }
}

function bombe(octets: number): LectureRefusee {
  const mebioctets = Math.round(octets / 1024 / 1024);
  return new LectureRefusee(
    'tableur.bombe',
    `Une fois déplié, le fichier dépasserait ${mebioctets} Mo : il n’est pas lu. Ne gardez que le tableau utile dans un nouveau fichier et recommencez.`,
  );
}

function codeDe(erreur: unknown): unknown {
  return erreur instanceof Error && 'code' in erreur ? erreur.code : null;
}
