import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { LIGNEES } from './lignees.ts';

export type Facette = { readonly valeur: string; readonly libelle: string; readonly nombre: number };

/**
 * What the filters of a plan can be set to, with how many actions each keeps: those of a service and of the services below
 * it, of a territory and of those it holds.
 */
export async function facettesDuPlan(
  base: Base,
  plan: string,
): Promise<{ organisations: Facette[]; textes: Facette[]; territoires: Facette[] }> {
  const presente = sql`not exists (select 1 from action a where a.id = p.action_id and a.retiree_le is not null)`;
  // Services come counted by their index alone; only what gathers several of them is counted action by action.
  const { rows } = await sql<{
    sorte: 'pilote' | 'territoire';
    valeur: string | null;
    libelle: string;
    nombre: number;
  }>`
    with recursive services as materialized (
      select p.organisation_id as id, count(distinct p.action_id) as nombre from action_pilote p
      where p.plan_id = ${plan} and p.organisation_id is not null and ${presente} group by 1
    ), ${LIGNEES}, territoires as (
      select s.id as service, t.code as valeur, t.parent_code as suivant
      from services s join organisation o on o.id = s.id join territoire t on t.code = o.territoire_code
      union
      select x.service, t.code, t.parent_code from territoires x join territoire t on t.code = x.suivant
    ), groupes as materialized (
      select 'pilote' as sorte, valeur, service from lignees where valeur in (select id from services)
      union all
      select 'territoire', valeur, service from territoires
      where valeur <> 'FR' and valeur in (select o.territoire_code from services s join organisation o on o.id = s.id)
    ), seuls as (
      select g.sorte, g.valeur, max(s.nombre) as nombre, count(*) as services
      from groupes g join services s on s.id = g.service group by 1, 2
    ), plusieurs as (
      select g.sorte, g.valeur, count(distinct p.action_id) as nombre
      from seuls u join groupes g on g.sorte = u.sorte and g.valeur = u.valeur
        join action_pilote p on p.plan_id = ${plan} and p.organisation_id = g.service and ${presente}
      where u.services > 1
      group by 1, 2
    ), comptes as (
      select u.sorte, u.valeur, coalesce(p.nombre, u.nombre) as nombre
      from seuls u left join plusieurs p on p.sorte = u.sorte and p.valeur = u.valeur
    ), noms as (
      select c.valeur, coalesce(o.sigle, o.nom) as libelle, c.nombre
      from comptes c join organisation o on o.id = c.valeur where c.sorte = 'pilote'
      union all
      select null, p.texte, count(distinct p.action_id) from action_pilote p
      where p.plan_id = ${plan} and p.organisation_id is null and ${presente} group by p.texte
      order by nombre desc, libelle limit 300
    )
    select 'pilote' as sorte, * from noms
    union all
    (select 'territoire', t.code, t.nom, c.nombre
      from comptes c join territoire t on t.code = c.valeur
      where c.sorte = 'territoire' order by t.nom limit 130)`.execute(base);
  const pilotes = rows.filter(({ sorte }) => sorte === 'pilote');
  return {
    organisations: pilotes.flatMap(({ valeur, libelle, nombre }) => (valeur ? [{ valeur, libelle, nombre }] : [])),
    textes: pilotes.flatMap(({ valeur, libelle, nombre }) => (valeur ? [] : [{ valeur: libelle, libelle, nombre }])),
    territoires: rows.flatMap(({ sorte, valeur, libelle, nombre }) =>
      sorte === 'territoire' && valeur ? [{ valeur, libelle, nombre }] : [],
    ),
  };
}
