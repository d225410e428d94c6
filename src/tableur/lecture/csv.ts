import { CsvError, parse } from 'csv-parse/sync';
import type { DocumentLu, FormatDeFichier, Paragraphe } from '../document.ts';
import { sansApostropheDeGarde } from '../garde.ts';
import { LIMITES } from '../limites.ts';
import { LectureRefusee } from '../refus.ts';
import { BlocNotes } from './bloc-notes.ts';
import type { Encodage } from './encodage.ts';
import { celluleDeTexte, Grille } from './grille.ts';
import { devinerSeparateur, type Separateur } from './separateur.ts';

/** One record of separated values, with the line of the file where it starts. */
export type Enregistrement = { readonly numero: number; readonly valeurs: readonly string[] };

/** The records of separated values, whatever the separator: for long files, whose cells would weigh too much one by one. */
export function lireEnregistrements(texte: string): readonly Enregistrement[] {
  const { corps, separateur, lignesAvant } = preparer(texte);
  return enregistrements(corps, separateur, lignesAvant);
}

/** Reads separated values, whatever the separator. Nothing is a number there: « 01 » and « 1,5 » stay as they are written. */
export function lireCsv(texte: string, encodage: Encodage): DocumentLu {
  const notes = new BlocNotes();
  if (encodage === 'windows-1252') {
    notes.noter(
      'Le fichier n’est pas en UTF-8 : il est lu comme un fichier Windows (Windows-1252). Vérifiez les accents.',
    );
  }
  const { corps, separateur, lignesAvant } = preparer(texte);
  return lireValeurs(corps, separateur, 'csv', lignesAvant, notes);
}

/** Excel may announce the separator on a first line of its own. */
function preparer(texte: string): { corps: string; separateur: string; lignesAvant: number } {
  const annonce = /^sep=(.)\n/i.exec(texte);
  const corps = annonce ? texte.slice(annonce[0].length) : texte;
  const separateur = annonce?.[1] ?? devinerSeparateur(corps)?.separateur ?? ';';
  return { corps, separateur, lignesAvant: annonce ? 1 : 0 };
}

/** A text pasted or saved without format: a table when its lines are cut regularly, else paragraphs. */
export function lireTexte(texte: string): DocumentLu {
  const decoupe = devinerSeparateur(texte);
  if (decoupe && estUnTableau(decoupe)) return lireValeurs(texte, decoupe.separateur, 'texte', 0, new BlocNotes());
  const blocs = texte
    .split('\n')
    .filter((ligne) => ligne.trim() !== '')
    .map((ligne): Paragraphe => ({ type: 'paragraphe', texte: ligne.trim(), titre: false }));
  return { format: 'texte', blocs, remarques: [] };
}

/** Tabs are never typed in sentences, semicolons and commas are. */
function estUnTableau({
  separateur,
  regularite,
  champs,
  enregistrements,
}: NonNullable<ReturnType<typeof devinerSeparateur>>): boolean {
  if (separateur === '\t') return regularite >= 0.4;
  const seuil: Record<Exclude<Separateur, '\t'>, number> = { ';': 0.6, '|': 0.6, ',': 0.9 };
  return enregistrements >= 2 && regularite >= seuil[separateur] && (separateur !== ',' || champs > 2);
}

function lireValeurs(
  texte: string,
  separateur: string,
  format: FormatDeFichier,
  lignesAvant: number,
  notes: BlocNotes,
): DocumentLu {
  const grille = new Grille();
  for (const { numero, valeurs } of enregistrements(texte, separateur, lignesAvant)) {
    valeurs.forEach((valeur, colonne) => {
      grille.poser(numero, colonne, celluleDeTexte(valeur));
    });
  }
  const tableau = grille.enTableau(null);
  return { format, blocs: tableau ? [tableau] : [], remarques: notes.toutes() };
}

function enregistrements(texte: string, separateur: string, lignesAvant: number): readonly Enregistrement[] {
  let prochaine = 1;
  return decouper(texte, separateur).map(({ record, info }) => {
    // `info.lines` is the line where the record ends; it started after the previous one.
    const numero = prochaine + lignesAvant;
    prochaine = info.lines + 1;
    return { numero, valeurs: record.map(sansApostropheDeGarde) };
  });
}

type Decoupe = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function decouper(texte: string, separateur: string): readonly Decoupe[] {
  try {
    return parse(texte, {
      delimiter: separateur,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      max_record_size: LIMITES.octets,
    }) as unknown as Decoupe[];
  } catch (erreur) {
    if (!(erreur instanceof CsvError)) throw erreur;
    const ligne = typeof erreur.lines === 'number' ? ` vers la ligne ${erreur.lines}` : '';
    throw new LectureRefusee(
      'tableur.corrompu',
      `Un guillemet ouvert${ligne} n’est jamais refermé : impossible de savoir où finit la cellule. Fermez-le, ou doublez-le s’il fait partie du texte, et recommencez.`,
    );
  }
}
