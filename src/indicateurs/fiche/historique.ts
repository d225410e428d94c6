import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { type Jour, lireDecimal } from '#socle/valeurs';
import { nomDeType } from '../presentation.ts';
import type { Regard } from './regard.ts';
import { direAvecUnite } from './situations.ts';

const FAITS_PAR_PAGE = 10;

/** One fact about a value: it came, was rectified (old and new, why, by whom, when), or was withdrawn. */
export type FaitDeValeur = {
  readonly id: number;
  readonly instant: string;
  readonly type: string;
  readonly jour: Jour;
  readonly valeur: string | null;
  readonly avant: string | null;
  readonly motif: string | null;
  readonly source: string | null;
  readonly commentaire: string | null;
  readonly origine: string;
  /** How it is signed; null for the command line. */
  readonly auteur: string | null;
};

const ORIGINES: Readonly<Record<string, string>> = {
  saisie: 'saisie',
  import: 'import d’un fichier',
  api: 'envoi par un programme',
  proposition: 'proposition du territoire',
};

/** What happened to the values of an indicator in a territory, the latest first. */
export async function historiqueDesValeurs(
  base: Base,
  { numero, unite }: { readonly numero: number; readonly unite: string },
  territoire: string,
  { page, regard }: { readonly page: number; readonly regard: Regard },
): Promise<{ readonly faits: readonly FaitDeValeur[]; readonly suite: boolean }> {
  const connu = regard.passe
    ? sql`and v.enregistre_le < ((${regard.jour}::date + 1)::timestamp at time zone 'Europe/Paris')`
    : sql``;
  // Its own facts first: asked for the latest at once, the base would walk back through those of all the others.
  const { rows } = await sql<Omit<FaitDeValeur, 'instant'> & { instant: Date }>`
    with siens as materialized (
      select v.id from valeur v where v.indicateur = ${numero} and v.territoire = ${territoire} ${connu}
    )
    select v.id, v.enregistre_le as instant, v.type, v.jour, v.valeur, v.rectification as motif, v.source,
      v.commentaire, v.origine, s.nom as auteur,
      (select p.valeur from valeur p
        where (p.indicateur, p.territoire, p.type, p.jour) = (v.indicateur, v.territoire, v.type, v.jour)
          and p.id < v.id order by p.id desc limit 1) as avant
    from (select id from siens order by id desc limit ${FAITS_PAR_PAGE + 1} offset ${(page - 1) * FAITS_PAR_PAGE}) m
    join valeur v on v.id = m.id
    left join signataire s on s.id = v.auteur order by v.id desc`.execute(base);
  const dire = (texte: string | null) => (texte === null ? null : direAvecUnite(lireDecimal(texte), unite));
  return {
    suite: rows.length > FAITS_PAR_PAGE,
    faits: rows.slice(0, FAITS_PAR_PAGE).map(({ instant, type, valeur, avant, origine, ...fait }) => ({
      ...fait,
      instant: instant.toISOString(),
      type: nomDeType(type),
      valeur: dire(valeur),
      avant: dire(avant),
      origine: ORIGINES[origine] ?? origine,
    })),
  };
}
