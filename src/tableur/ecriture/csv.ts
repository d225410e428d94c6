import { stringify } from 'csv-stringify/sync';
import { avecApostropheDeGarde } from '../garde.ts';
import { type FeuilleAEcrire, texteDeValeur, type ValeurDeCellule } from './feuille.ts';

/**
 * The bytes of a csv as Excel opens it in France: UTF-8 with its mark, semicolons, CRLF. Headings and data only: a
 * title or a note would be a row like the others. Texts which look like formulas are guarded (see `garde.ts`).
 */
export function ecrireCsv({ entetes, lignes }: FeuilleAEcrire): Uint8Array {
  const texte = stringify(
    [entetes, ...lignes].map((ligne) => ligne.map(enChamp)),
    {
      delimiter: ';',
      record_delimiter: '\r\n',
      quoted_match: /[\r\n]/,
    },
  );
  return new TextEncoder().encode(`\ufeff${texte}`);
}

function enChamp(valeur: ValeurDeCellule): string {
  const texte = texteDeValeur(valeur);
  return typeof valeur === 'string' ? avecApostropheDeGarde(texte) : texte;
}
