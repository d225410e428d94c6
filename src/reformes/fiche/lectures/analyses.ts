import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';

export const CHAMPS_D_ANALYSE = ['synthese', 'contexte', 'difficultes', 'reussites'] as const;
export type ChampDAnalyse = (typeof CHAMPS_D_ANALYSE)[number];

/** A version of the analysis of a reform in a territory. */
export type VersionDAnalyse = Readonly<Record<ChampDAnalyse, string | null>> & {
  readonly id: string;
  readonly enregistreLe: Date;
  /** How its author signs; null when Jalon wrote it. */
  readonly auteur: string | null;
};

export const VERSIONS_PAR_PAGE = 10;

/** The versions of an analysis, the latest first; `jour`: as known at its end. The caller has checked that the actor reads them. */
export async function lireAnalyses(
  base: Base,
  reforme: string,
  territoire: string,
  {
    saut = 0,
    limite = VERSIONS_PAR_PAGE,
    jour = null,
  }: { readonly saut?: number; readonly limite?: number; readonly jour?: Jour | null } = {},
): Promise<readonly VersionDAnalyse[]> {
  const lignes = await base
    .selectFrom('analyse_de_reforme as a')
    .leftJoin('signataire as s', 's.id', 'a.auteur')
    .select(['a.id', 'a.synthese', 'a.contexte', 'a.difficultes', 'a.reussites', 'a.enregistre_le', 's.nom as auteur'])
    .where('a.reforme_id', '=', reforme)
    .where('a.territoire_code', '=', territoire)
    .$if(jour !== null, (requete) =>
      requete.where('a.enregistre_le', '<', sql<Date>`((${jour}::date + 1)::timestamp at time zone 'Europe/Paris')`),
    )
    .orderBy('a.id', 'desc')
    .limit(limite)
    .offset(saut)
    .execute();
  return lignes.map(({ enregistre_le, id, ...analyse }) => ({
    ...analyse,
    id: String(id),
    enregistreLe: enregistre_le,
  }));
}
