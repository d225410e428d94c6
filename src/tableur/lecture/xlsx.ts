import type { DocumentLu, Tableau } from '../document.ts';
import { FEUILLE_DES_LISTES } from '../ecriture/noms.ts';
import { corrompu } from '../refus.ts';
import { BlocNotes } from './bloc-notes.ts';
import { type FormatDeNombre, formatPredefini, lireFormat } from './nombres.ts';
import { type Contexte, estVrai, lireFeuille, sansEchappements } from './xlsx-feuille.ts';
import { decoderXml, parcourirXml } from './xml.ts';
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
    if (source === null) throw corrompu(`la feuille « ${feuille.nom} » manque`);
    const tableau = lireFeuille(source, feuille.nom, contexte);
    if (feuille.masquee && feuille.nom === FEUILLE_DES_LISTES) {
      contexte.notes.noter('La feuille masquée des listes de choix n’est pas lue : elle ne contient aucune donnée.');
      continue;
    }
    if (tableau && feuille.masquee) {
      contexte.notes.noter(
        `La feuille « ${feuille.nom} » est masquée : elle est lue comme les autres.`,
        'avertissement',
      );
    }
    if (tableau) blocs.push(tableau);
  }
  return { format: 'xlsx', blocs, remarques: contexte.notes.toutes() };
}

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
