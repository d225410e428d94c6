import { type RawBuilder, sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { Maille } from '#territoires';
import type { FraicheurDIndicateur } from '../mots.ts';
import { indicateursVisibles, type Responsabilites } from '../politique.ts';
import type { Periodicite } from '../regles/mois.ts';
import type { Direction } from '../regles/taux.ts';

export type CriteresDIndicateurs = {
  readonly q: string | null;
  readonly etat: 'brouillon' | 'actif' | 'archive' | null;
  readonly maille: Maille | null;
  readonly fraicheur: FraicheurDIndicateur | null;
};

/** The definition of an indicator, and when it was last fed: no value. */
export type IndicateurListe = {
  readonly id: string;
  readonly identifiant: string;
  readonly nom: string;
  readonly mesure: string | null;
  readonly unite: string;
  readonly sens: Direction;
  readonly decimales: number;
  readonly methode: string | null;
  readonly source: string | null;
  readonly periodicite: Periodicite;
  readonly delaiEnMois: number;
  readonly mailles: readonly Maille[];
  readonly etat: 'brouillon' | 'actif' | 'archive';
  readonly responsable: string | null;
  /** Territories with a value, those whose next one is late, and the day of the latest. */
  readonly mesures: number;
  readonly retards: number;
  readonly jour: Jour | null;
};

export const INDICATEURS_PAR_PAGE = 30;

/** The indicators this person may read; `parPage` null: all of them, for a file. */
export async function listerIndicateurs(
  base: Base,
  acteur: Acteur,
  criteres: CriteresDIndicateurs,
  au: Jour,
  {
    page = 1,
    parPage = INDICATEURS_PAR_PAGE,
    responsabilites,
  }: { readonly page?: number; readonly parPage?: number; readonly responsabilites?: Responsabilites } = {},
): Promise<{ readonly indicateurs: readonly IndicateurListe[]; readonly total: number }> {
  const condition = conditions(acteur, criteres, au, responsabilites);
  const [{ rows: comptes }, { rows }] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from indicateur i where ${condition}`.execute(base),
    sql<IndicateurListe>`
      select i.id, i.identifiant, i.nom, i.mesure, i.unite, i.sens, i.decimales, i.methode, i.source, i.periodicite,
        i.delai_mois as "delaiEnMois", i.mailles, i.etat, coalesce(o.sigle, o.nom) as responsable,
        ${NOURRI(au)}
      from (select * from indicateur i where ${condition} order by i.nom collate "fr-x-icu", i.id
        limit ${parPage} offset ${(page - 1) * parPage}) i
      left join organisation o on o.id = i.responsable_id
      left join situation_d_indicateur s on s.indicateur = i.numero
      group by i.id, i.identifiant, i.nom, i.mesure, i.unite, i.sens, i.decimales, i.methode, i.source, i.periodicite,
        i.delai_mois, i.mailles, i.etat, o.sigle, o.nom
      order by i.nom collate "fr-x-icu", i.id`.execute(base),
  ]);
  return { indicateurs: rows, total: comptes[0]?.total ?? 0 };
}

const NOURRI = (au: Jour) => sql`
  count(s.jour)::int as mesures, (count(*) filter (where s.attendue_le < ${au}::date))::int as retards, max(s.jour) as jour`;

function conditions(
  acteur: Acteur,
  { q, etat, maille, fraicheur }: CriteresDIndicateurs,
  au: Jour,
  responsabilites: Responsabilites | undefined,
) {
  return sql.join(
    [
      indicateursVisibles(acteur, responsabilites),
      ...(q === null ? [] : [sql`(i.recherche @@ websearch_to_tsquery('francais', ${q}) or i.identifiant = ${q})`]),
      ...(etat === null ? [] : [sql`i.etat = ${etat}`]),
      ...(maille === null ? [] : [sql`${maille} = any(i.mailles)`]),
      ...(fraicheur === null ? [] : [deFraicheur(fraicheur, au)]),
    ],
    sql` and `,
  );
}

function deFraicheur(fraicheur: FraicheurDIndicateur, au: Jour): RawBuilder<unknown> {
  const mesure = sql`exists (select from situation_d_indicateur s where s.indicateur = i.numero and s.jour is not null)`;
  const retard = sql`exists (select from situation_d_indicateur s
    where s.indicateur = i.numero and s.attendue_le < ${au}::date)`;
  if (fraicheur === 'jamais') return sql`not ${mesure}`;
  return fraicheur === 'en_retard' ? retard : sql`(${mesure} and not ${retard})`;
}

/** How many indicators are in each state of freshness, archived ones left out: the sentence of the page. */
export async function compterFraicheurs(
  base: Base,
  acteur: Acteur,
  au: Jour,
): Promise<Readonly<Record<FraicheurDIndicateur, number>>> {
  const nombre = (fraicheur: FraicheurDIndicateur) => sql`(count(*) filter (where ${deFraicheur(fraicheur, au)}))::int`;
  const { rows } = await sql<Record<FraicheurDIndicateur, number>>`
    select ${nombre('a_jour')} as a_jour, ${nombre('en_retard')} as en_retard, ${nombre('jamais')} as jamais
    from indicateur i where i.etat = 'actif' and ${indicateursVisibles(acteur)}`.execute(base);
  return rows[0] ?? { a_jour: 0, en_retard: 0, jamais: 0 };
}
