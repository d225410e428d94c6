import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { type Doublon, enSerie, type PointDate, type Serie } from '../regles/series.ts';
import { d, le } from './valeurs.ts';

/**
 * The public barometer of January 2023 (Licence Ouverte 2.0), kept beside the project and never inside: `JALON_SHARED`,
 * else the nearest folder `shared` above this one. Null when it is not there.
 */
export const BAROMETRE = trouver();
export const SANS_BAROMETRE = 'baromètre 2023 absent (../shared, ou JALON_SHARED)';

const MAILLES = ['national', 'regional', 'departemental'] as const;

export type LigneDeSynthese = Readonly<Record<string, string>>;

/** Initial value, actual value and target of each indicator in each territory, with the rate that was published. */
export function lireSynthese(): readonly LigneDeSynthese[] {
  return MAILLES.flatMap((maille) => lireCsv(`barometre-resultats-synthese-${maille}.csv`));
}

export type DetailDepartemental = {
  readonly lignes: number;
  /** By « indicateur département ». */
  readonly series: ReadonlyMap<string, Serie>;
  readonly doublons: readonly Doublon[];
};

/** The whole history by département. */
export function lireDetail(): DetailDepartemental {
  const lignes = lireCsv('barometre-resultats-detail-departemental.csv.gz');
  const groupes = new Map<string, PointDate[]>();
  for (const { id_indicateur: id, code_departement: code, date = '', valeur = '' } of lignes) {
    const groupe = groupes.get(`${id} ${code}`) ?? [];
    groupe.push({ date: le(date), valeur: d(valeur) });
    groupes.set(`${id} ${code}`, groupe);
  }
  const series = new Map<string, Serie>();
  const doublons: Doublon[] = [];
  for (const [cle, points] of groupes) {
    const lue = enSerie(points);
    if (lue.ok) series.set(cle, lue.valeur);
    else doublons.push(...lue.refus);
  }
  return { lignes: lignes.length, series, doublons };
}

function lireCsv(nom: string): Record<string, string>[] {
  const octets = readFileSync(join(BAROMETRE ?? '', nom));
  return parse(nom.endsWith('.gz') ? gunzipSync(octets) : octets, { columns: true, bom: true });
}

function trouver(): string | null {
  const racines = [
    process.env.JALON_SHARED,
    ...['..', '../..', '../../..'].map((haut) => join(process.cwd(), haut, 'shared')),
  ];
  const dossiers = racines.flatMap((racine) => (racine ? [join(racine, 'donnees/barometre-2023')] : []));
  return dossiers.find((dossier) => existsSync(dossier)) ?? null;
}
