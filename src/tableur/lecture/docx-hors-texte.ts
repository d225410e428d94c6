import { reduireBlancs } from '#socle/valeurs';
import type { BlocNotes } from './bloc-notes.ts';
import { decoderXml, parcourirXml } from './xml.ts';
import type { Archive } from './zip.ts';

/** The parts of a Word document that stand beside its text, and how each is called in a sentence. */
const PARTS: readonly (readonly [motif: RegExp, nom: string])[] = [
  [/^word\/header\d*\.xml$/, 'L’en-tête de page'],
  [/^word\/footer\d*\.xml$/, 'Le pied de page'],
  [/^word\/comments\.xml$/, 'Les commentaires du document'],
];

const EXTRAIT = 80;

/**
 * Says what the reading leaves aside: page headers and footers, comments, and automatic list numbers, which are not
 * written in the text. Nothing is dropped without a word.
 */
export function remarquerLeHorsTexte(archive: Archive, notes: BlocNotes): void {
  for (const [motif, nom] of PARTS) {
    const textes = archive.noms.filter((chemin) => motif.test(chemin)).map((chemin) => texteDe(archive, chemin));
    for (const texte of new Set(textes.filter(estDuContenu))) {
      const debut = texte.length > EXTRAIT ? `${texte.slice(0, EXTRAIT)}…` : texte;
      notes.noter(`${nom} («\u00a0${debut}\u00a0») n’est pas repris\u00a0: seul le corps du document est lu.`);
    }
  }
  if (aDesNumerosAutomatiques(archive)) {
    notes.noter(
      'Des numéros de liste automatiques sont affichés par Word sans être écrits dans le texte\u00a0: ils ne sont pas repris. S’ils servent de codes, tapez-les dans le document.',
    );
  }
}

/** A page number alone says nothing of the plan. */
function estDuContenu(texte: string): boolean {
  return /\p{L}{2}/u.test(texte) && !/^page\s*\d*(\s*(sur|\/)\s*\d*)?$/i.test(texte);
}

/** A list of the text whose first level counts (« 1. », « a) »), as its definition says; bullets do not. */
function aDesNumerosAutomatiques(archive: Archive): boolean {
  const employees = new Set<string>();
  parcourirXml(source(archive, 'word/document.xml'), {
    ouvre(nom, { val }) {
      if (nom === 'numId' && val !== undefined) employees.add(val);
    },
  });
  if (employees.size === 0) return false;
  const formats = new Map<string, string>();
  const modeles = new Map<string, string>();
  let modele = '';
  let liste = '';
  parcourirXml(source(archive, 'word/numbering.xml'), {
    ouvre(nom, { abstractNumId = '', numId = '', val = '' }) {
      if (nom === 'abstractNum') modele = abstractNumId;
      else if (nom === 'numFmt' && !formats.has(modele)) formats.set(modele, val);
      else if (nom === 'num') liste = numId;
      else if (nom === 'abstractNumId') modeles.set(liste, val);
    },
  });
  return [...employees].some((numId) => {
    const format = formats.get(modeles.get(numId) ?? '');
    return format !== undefined && format !== 'bullet' && format !== 'none';
  });
}

function texteDe(archive: Archive, chemin: string): string {
  const mots: string[] = [];
  let lu = false;
  parcourirXml(source(archive, chemin), {
    ouvre(nom) {
      lu = nom === 't';
    },
    ferme(nom) {
      if (nom === 't') lu = false;
      if (nom === 'p') mots.push(' ');
    },
    texte(texte) {
      if (lu) mots.push(texte);
    },
  });
  return reduireBlancs(mots.join(''));
}

function source(archive: Archive, chemin: string): string {
  const octets = archive.lire(chemin);
  return octets ? decoderXml(octets) : '';
}
