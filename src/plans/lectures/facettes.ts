import { sql } from 'kysely';
import type { Base } from '#socle/base';

export type Facette = { readonly valeur: string; readonly libelle: string; readonly nombre: number };

/** What the filters of a plan can be set to, with how many actions each holds. */
export async function facettesDuPlan(
  base: Base,
  plan: string,
): Promise<{ organisations: Facette[]; textes: Facette[]; territoires: Facette[] }> {
  // Each action counts once per name. Services come counted by their index alone; territories, of several services, are not.
  const presente = sql`not exists (select 1 from action a where a.id = p.action_id and a.retiree_le is not null)`;
  const { rows } = await sql<{
    sorte: 'pilote' | 'territoire';
    valeur: string | null;
    libelle: string;
    nombre: number;
  }>`
    with services as materialized (
      select p.organisation_id as id, count(distinct p.action_id) as nombre from action_pilote p
      where p.plan_id = ${plan} and p.organisation_id is not null and ${presente} group by 1
    ), pilotes as (
      select s.id as valeur, coalesce(o.sigle, o.nom) as libelle, s.nombre
      from services s join organisation o on o.id = s.id
      union all
      select null, p.texte, count(distinct p.action_id) from action_pilote p
      where p.plan_id = ${plan} and p.organisation_id is null and ${presente} group by p.texte
      order by nombre desc, libelle limit 300
    ), territoires as (
      select o.territoire_code as code, count(*) as services, max(s.nombre) as nombre
      from services s join organisation o on o.id = s.id where o.territoire_code <> 'FR' group by 1
    ), partages as (
      select o.territoire_code as code, count(distinct p.action_id) as nombre
      from action_pilote p join organisation o on o.id = p.organisation_id
      where p.plan_id = ${plan} and ${presente}
        and o.territoire_code in (select code from territoires where services > 1)
      group by 1
    )
    select 'pilote' as sorte, * from pilotes
    union all
    (select 'territoire', t.code, t.nom, coalesce(p.nombre, r.nombre)
      from territoires r join territoire t on t.code = r.code left join partages p on p.code = r.code
      order by t.nom limit 130)`.execute(base);
  const pilotes = rows.filter(({ sorte }) => sorte === 'pilote');
  return {
    organisations: pilotes.flatMap(({ valeur, libelle, nombre }) => (valeur ? [{ valeur, libelle, nombre }] : [])),
    textes: pilotes.flatMap(({ valeur, libelle, nombre }) => (valeur ? [] : [{ valeur: libelle, libelle, nombre }])),
    territoires: rows.flatMap(({ sorte, valeur, libelle, nombre }) =>
      sorte === 'territoire' && valeur ? [{ valeur, libelle, nombre }] : [],
    ),
  };
}
