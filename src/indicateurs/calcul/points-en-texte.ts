import { type RawBuilder, sql } from 'kysely';
import { ajouterJours, type Decimal, decimalDe, type Jour, lireDecimal } from '#socle/valeurs';
import type { PointDate } from '../regles/series.ts';

/**
 * SQL: the points of a group as one text, « 8066:12.5,8097:13 »: days since 2000, and values. A series travels and is cut
 * much faster so than as one row a point; a number of days is written and read much faster than a date. In any order:
 * `lirePoints` sorts.
 */
export function pointsEnTexte(jour: RawBuilder<unknown>, valeur: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`string_agg((${jour} - date '2000-01-01') || ':' || ${valeur}, ',')`;
}

/** Reads what `pointsEnTexte` wrote, in the order of the days. */
export function lirePoints(texte: string | null): readonly PointDate[] {
  if (texte === null) return [];
  const points: PointDate[] = [];
  let trie = true;
  for (let debut = 0; debut < texte.length; ) {
    const virgule = texte.indexOf(',', debut);
    const fin = virgule === -1 ? texte.length : virgule;
    const deuxPoints = texte.indexOf(':', debut);
    const date = leJour(Number(texte.slice(debut, deuxPoints)));
    const dernier = points.at(-1);
    trie &&= dernier === undefined || dernier.date < date;
    points.push({ date, valeur: laValeur(texte, deuxPoints + 1, fin) });
    debut = fin + 1;
  }
  return trie ? points : points.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Days as they are written elsewhere: a few thousand of them for millions of points. */
function leJour(depuis2000: number): Jour {
  const connu = JOURS.get(depuis2000);
  if (connu !== undefined) return connu;
  const jour = ajouterJours('2000-01-01' as Jour, depuis2000);
  JOURS.set(depuis2000, jour);
  return jour;
}

const JOURS = new Map<number, Jour>();

/** The value written between these places. Fifteen characters at most are read digit by digit: a float holds them exactly. */
function laValeur(texte: string, debut: number, fin: number): Decimal {
  const negatif = texte.charCodeAt(debut) === MOINS;
  let [unites, decimales, apresLePoint] = [0, 0, false];
  for (let i = negatif ? debut + 1 : debut; i < fin && fin - debut <= 15; i++) {
    const code = texte.charCodeAt(i);
    if (code === POINT) apresLePoint = true;
    else {
      unites = 10 * unites + code - CHIFFRE_ZERO;
      if (apresLePoint) decimales++;
    }
  }
  const lue =
    fin - debut <= 15 ? decimalDe(negatif ? -unites : unites, decimales) : lireDecimal(texte.slice(debut, fin));
  if (lue === null) throw new Error(`Point illisible : « ${texte.slice(debut, fin)} ».`);
  return lue;
}

const [MOINS, POINT, CHIFFRE_ZERO] = [45, 46, 48];
