import { adresse } from '../adresses.ts';
import type { Cellule, DocumentLu, Tableau } from '../document.ts';
import { FEUILLE_DES_LISTES } from '../ecriture/noms.ts';
import { corrompu } from '../refus.ts';
import { BlocNotes } from './bloc-notes.ts';
import { CELLULE_VIDE, celluleDeTexte, Grille } from './grille.ts';
import { celluleDeNombre, FORMAT_GENERAL, type FormatDeNombre, formatPredefini, lireFormat } from './nombres.ts';
import { type Attributs, decoderXml, parcourirXml } from './xml.ts';
import type { Archive } from './zip.ts';

/**
 * Reads a workbook (ECMA-376 part 1, § 18). Written here rather than left to the library which writes: that one lays
 * out the whole rectangle of a sheet, unpacks without limit, and gives neither the number format nor hidden rows cheaply.
 */
export function lireXlsx(archive: Archive): DocumentLu {
  const chemin = partiePrincipale(archive);
  const classeur = lireClasseur(partie(archive, chemin) ?? '');
  const liens = lireLiens(archive, chemin);
  const contexte: Contexte = {
    chaines: lireChaines(partie(archive, cheminDe(liens, 'sharedStrings')) ?? ''),
    formats: lireFormats(partie(archive, cheminDe(liens, 'styles')) ?? ''),
    depuis1904: classeur.depuis1904,
    notes: new BlocNotes(),
  };
  const blocs: Tableau[] = [];
  for (const feuille of classeur.feuilles) {
    const lien = liens.get(feuille.lien);
    // A chart sheet has no cells.
    if (!lien?.type.endsWith('/worksheet')) continue;
    const source = partie(archive, lien.chemin);
    if (source === null) throw corrompu(`la feuille « ${feuille.nom} » manque`);
    const tableau = lireFeuille(source, feuille.nom, contexte);
    if (feuille.masquee && feuille.nom === FEUILLE_DES_LISTES) {
      contexte.notes.noter('La feuille masquée des listes de choix n’est pas lue : elle ne contient aucune donnée.');
      continue;
    }
    if (tableau && feuille.masquee) {
      contexte.notes.noter(
        `La feuille « ${feuille.nom} » est masquée : elle est lue comme les autres.`,
        'avertissement',
      );
    }
    if (tableau) blocs.push(tableau);
  }
  return { format: 'xlsx', blocs, remarques: contexte.notes.toutes() };
}

type Contexte = {
  readonly chaines: readonly string[];
  readonly formats: readonly FormatDeNombre[];
  readonly depuis1904: boolean;
  readonly notes: BlocNotes;
};

function partie(archive: Archive, chemin: string | null): string | null {
  const octets = chemin === null ? null : archive.lire(chemin);
  return octets ? decoderXml(octets) : null;
}

function partiePrincipale(archive: Archive): string {
  const liens = lireLiens(archive, '');
  const chemin = cheminDe(liens, 'officeDocument');
  if (chemin && archive.noms.includes(chemin)) return chemin;
  if (archive.noms.includes('xl/workbook.xml')) return 'xl/workbook.xml';
  throw corrompu('le classeur n’a pas de sommaire');
}

type Lien = { readonly type: string; readonly chemin: string };

function lireLiens(archive: Archive, chemin: string): Map<string, Lien> {
  const dossier = chemin.slice(0, chemin.lastIndexOf('/') + 1);
  const source = partie(archive, `${dossier}_rels/${chemin.slice(dossier.length)}.rels`) ?? '';
  const liens = new Map<string, Lien>();
  parcourirXml(source, {
    ouvre(nom, { Id, Type = '', Target }) {
      if (nom === 'Relationship' && Id && Target) liens.set(Id, { type: Type, chemin: resoudre(dossier, Target) });
    },
  });
  return liens;
}

function resoudre(dossier: string, cible: string): string {
  const morceaux: string[] = [];
  for (const morceau of `${cible.startsWith('/') ? '' : dossier}${cible}`.split('/')) {
    if (morceau === '..') morceaux.pop();
    else if (morceau !== '' && morceau !== '.') morceaux.push(morceau);
  }
  return morceaux.join('/');
}

function cheminDe(liens: ReadonlyMap<string, Lien>, type: string): string | null {
  return [...liens.values()].find((lien) => lien.type.endsWith(`/${type}`))?.chemin ?? null;
}

function lireClasseur(source: string): {
  feuilles: { nom: string; lien: string; masquee: boolean }[];
  depuis1904: boolean;
} {
  const feuilles: { nom: string; lien: string; masquee: boolean }[] = [];
  let depuis1904 = false;
  parcourirXml(source, {
    ouvre(nom, attributs) {
      if (nom === 'workbookPr') depuis1904 = estVrai(attributs.date1904);
      if (nom === 'sheet') {
        const masquee = attributs.state === 'hidden' || attributs.state === 'veryHidden';
        feuilles.push({ nom: attributs.name ?? '', lien: attributs.id ?? '', masquee });
      }
    },
  });
  return { feuilles, depuis1904 };
}

/** The shared texts, runs of formatting put end to end, phonetic guides left out. */
function lireChaines(source: string): string[] {
  const chaines: string[] = [];
  let courante = '';
  let dansTexte = false;
  let phonetique = false;
  parcourirXml(source, {
    ouvre(nom) {
      if (nom === 'si') courante = '';
      else if (nom === 'rPh') phonetique = true;
      else if (nom === 't') dansTexte = !phonetique;
    },
    texte(texte) {
      if (dansTexte) courante += texte;
    },
    ferme(nom) {
      if (nom === 't') dansTexte = false;
      else if (nom === 'rPh') phonetique = false;
      else if (nom === 'si') chaines.push(sansEchappements(courante));
    },
  });
  return chaines;
}

function lireFormats(source: string): FormatDeNombre[] {
  const codes = new Map<number, string>();
  const formats: FormatDeNombre[] = [];
  let dansStyles = false;
  parcourirXml(source, {
    ouvre(nom, attributs) {
      if (nom === 'numFmt') codes.set(Number(attributs.numFmtId), attributs.formatCode ?? '');
      else if (nom === 'cellXfs') dansStyles = true;
      else if (nom === 'xf' && dansStyles) {
        const numero = Number(attributs.numFmtId ?? 0);
        const code = codes.get(numero);
        formats.push(code === undefined ? formatPredefini(numero) : lireFormat(code));
      }
    },
    ferme(nom) {
      if (nom === 'cellXfs') dansStyles = false;
    },
  });
  return formats;
}

function lireFeuille(source: string, feuille: string, contexte: Contexte): Tableau | null {
  const grille = new Grille();
  let ligne = 0;
  let colonne = -1;
  let masquee = false;
  let attributs: Attributs = {};
  let recueille: 'valeur' | 'texte' | null = null;
  let valeur = '';
  let enLigne = '';
  let formule = false;
  let phonetique = false;
  parcourirXml(source, {
    ouvre(nom, lus) {
      switch (nom) {
        case 'row':
          ligne = Number(lus.r) || ligne + 1;
          colonne = -1;
          masquee = estVrai(lus.hidden);
          break;
        case 'c':
          attributs = lus;
          colonne = colonneDe(lus.r) ?? colonne + 1;
          valeur = '';
          enLigne = '';
          formule = false;
          break;
        case 'v':
          recueille = 'valeur';
          break;
        case 'f':
          formule = true;
          break;
        case 'rPh':
          phonetique = true;
          break;
        case 't':
          if (!phonetique) recueille = 'texte';
          break;
        case 'mergeCell':
          fusionner(grille, lus.ref ?? '');
          break;
      }
    },
    texte(texte) {
      if (recueille === 'valeur') valeur += texte;
      else if (recueille === 'texte') enLigne += texte;
    },
    ferme(nom) {
      if (nom === 'v' || nom === 't') recueille = null;
      else if (nom === 'rPh') phonetique = false;
      else if (nom === 'c') {
        const lue = lireCellule(attributs, valeur, enLigne, contexte);
        if (lue === CELLULE_VIDE && !formule) return;
        grille.poser(ligne, colonne, formule ? { ...lue, formule } : lue);
        remarquer(
          {
            feuille,
            ligne,
            colonne,
            masquee,
            formule,
            vide: lue === CELLULE_VIDE,
            erreur: attributs.t === 'e',
            valeur,
          },
          contexte,
        );
      }
    },
  });
  return grille.enTableau(feuille);
}

function lireCellule(attributs: Attributs, valeur: string, enLigne: string, contexte: Contexte): Cellule {
  switch (attributs.t) {
    case 's':
      return celluleDeTexte(contexte.chaines[Number(valeur)] ?? '');
    case 'inlineStr':
      return celluleDeTexte(sansEchappements(enLigne));
    case 'str':
      return celluleDeTexte(sansEchappements(valeur));
    case 'e':
      return celluleDeTexte(valeur);
    case 'b':
      return celluleDeTexte(valeur === '' ? '' : estVrai(valeur) ? 'VRAI' : 'FAUX');
    case 'd':
      return celluleDeTexte(valeur);
    default: {
      if (valeur.trim() === '') return CELLULE_VIDE;
      const nombre = Number(valeur);
      if (!Number.isFinite(nombre)) return celluleDeTexte(valeur);
      return celluleDeNombre(nombre, contexte.formats[Number(attributs.s ?? 0)] ?? FORMAT_GENERAL, contexte.depuis1904);
    }
  }
}

type Constat = {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly masquee: boolean;
  readonly formule: boolean;
  readonly vide: boolean;
  readonly erreur: boolean;
  readonly valeur: string;
};

function remarquer(constat: Constat, { notes }: Contexte): void {
  const { feuille, ligne, colonne } = constat;
  const place = `feuille « ${feuille} », la première en ${adresse(ligne, colonne)}`;
  if (constat.formule && constat.vide) {
    notes.compter(
      `${feuille}/sans-valeur`,
      'avertissement',
      ligne,
      colonne,
      (nombre) =>
        `${nombre} formule(s) sans valeur calculée (${place}) : la cellule est lue comme vide. Ouvrez le fichier dans votre tableur et enregistrez-le pour que la valeur y soit.`,
    );
  } else if (constat.formule) {
    notes.compter(
      `${feuille}/formule`,
      'information',
      ligne,
      colonne,
      (nombre) => `${nombre} cellule(s) contiennent une formule (${place}) : leur dernière valeur calculée est lue.`,
    );
  }
  if (constat.erreur) {
    notes.compter(
      `${feuille}/erreur`,
      'avertissement',
      ligne,
      colonne,
      (nombre) =>
        `${nombre} cellule(s) affichent une erreur de calcul comme « ${constat.valeur} » (${place}) : elle est gardée telle quelle.`,
    );
  }
  if (constat.masquee) {
    notes.compter(
      `${feuille}/masquee`,
      'avertissement',
      ligne,
      null,
      () =>
        `La feuille « ${feuille} » a des lignes masquées ou filtrées, la première étant la ligne ${ligne} : elles sont lues comme les autres.`,
    );
  }
}

function fusionner(grille: Grille, plage: string): void {
  const [debut = '', fin = debut] = plage.split(':');
  const [colonne, derniereColonne] = [colonneDe(debut), colonneDe(fin)];
  const [ligne, derniereLigne] = [numeroDe(debut), numeroDe(fin)];
  if (colonne === null || derniereColonne === null || !ligne || !derniereLigne) return;
  grille.fusionner({ ligne, colonne, derniereLigne, derniereColonne });
}

/** « AB12 » → 27; null when there is no letter, or beyond XFD, the last column there is. */
function colonneDe(reference: string | undefined): number | null {
  const lettresLues = /^\$?([A-Z]{1,3})/.exec(reference ?? '')?.[1];
  if (!lettresLues) return null;
  let colonne = 0;
  for (const lettre of lettresLues) colonne = colonne * 26 + lettre.charCodeAt(0) - 64;
  return colonne > 16_384 ? null : colonne - 1;
}

function numeroDe(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0);
}

function estVrai(attribut: string | undefined): boolean {
  return attribut === '1' || attribut === 'true';
}

/** `_x000D_` is how the format writes what XML cannot hold; `_x005F_` protects an underscore (§ 22.9.2.19). */
function sansEchappements(texte: string): string {
  if (!texte.includes('_x')) return texte;
  return texte
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
