import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { ajouterJours, type Jour } from '#socle/valeurs';
import { jumeau, lireCodeTerritoire } from '#territoires/regles';
import { type EtatDeLEnvoi, etatDeLEnvoi } from '../regles/envoi.ts';
import { type Genre, lireGenre } from '../regles/genres.ts';

/** A mail of a day, as far as this plan goes: whom, what of it, and whether it arrived. Nothing of other plans. */
export type RelanceDuPlan = {
  readonly id: string;
  readonly jour: Jour;
  readonly personne: string;
  readonly service: string | null;
  readonly etat: EtatDeLEnvoi;
  readonly mentions: readonly MentionLue[];
};

export type MentionLue = {
  readonly action: string;
  readonly intitule: string;
  /** When it was said of the action as it is declined in one territory. */
  readonly territoire: { readonly code: string; readonly nom: string } | null;
  readonly genre: Genre;
  readonly echeance: Jour | null;
};

export const RELANCES_PAR_PAGE = 25;
const JOURS_DU_BILAN = 30;

type Criteres = { readonly plan: string; readonly revenus: boolean; readonly page: number };

/** Who was reminded of what in this plan, the latest first, for those who write in it: the caller asked the policy. */
export async function relancesDuPlan(
  base: Base,
  { plan, revenus, page }: Criteres,
): Promise<{ readonly relances: readonly RelanceDuPlan[]; readonly nombre: number; readonly pages: number }> {
  const courriers = base
    .selectFrom('courrier_de_relance as c')
    .leftJoin('courriel as m', 'm.id', 'c.courriel_id')
    .where(sql<boolean>`exists (select from relance r where r.courrier_id = c.id and r.plan_id = ${plan})`)
    .$if(revenus, (requete) => requete.where('m.abandonne_le', 'is not', null));
  const { nombre } = await courriers.select(({ fn }) => fn.countAll<number>().as('nombre')).executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(Number(nombre) / RELANCES_PAR_PAGE));
  const lignes = await courriers
    .innerJoin('signataire', 'signataire.id', 'c.compte_id')
    .innerJoin('compte', 'compte.id', 'c.compte_id')
    .leftJoin('organisation as o', 'o.id', 'compte.organisation_id')
    .select([
      'c.id',
      'c.jour',
      'signataire.nom as personne',
      sql<string | null>`coalesce(o.sigle, o.nom)`.as('service'),
    ])
    .select(['m.envoye_le', 'm.abandonne_le', 'm.essais'])
    .orderBy('c.jour', 'desc')
    .orderBy('c.id', 'desc')
    .limit(RELANCES_PAR_PAGE)
    .offset((Math.min(page, pages) - 1) * RELANCES_PAR_PAGE)
    .execute();
  const mentions = await mentionsDesCourriers(
    base,
    plan,
    lignes.map(({ id }) => id),
  );
  return {
    nombre: Number(nombre),
    pages,
    relances: lignes.map(({ id, jour, personne, service, ...envoi }) => ({
      id,
      jour: jour as Jour,
      personne,
      service,
      etat: etatDeLEnvoi(envoi),
      mentions: mentions.get(id) ?? [],
    })),
  };
}

async function mentionsDesCourriers(
  base: Base,
  plan: string,
  courriers: readonly string[],
): Promise<ReadonlyMap<string, readonly MentionLue[]>> {
  if (courriers.length === 0) return new Map();
  const lignes = await base
    .selectFrom('relance')
    .innerJoin('action', 'action.id', 'relance.action_id')
    .leftJoin('declinaison as d', 'd.id', 'relance.declinaison_id')
    .leftJoin('territoire as t', 't.code', 'd.territoire_code')
    .select(['courrier_id', 'relance.action_id', 'action.intitule', 'genre', 'echeance', 't.code', 't.nom'])
    .where('courrier_id', 'in', [...courriers])
    .where('relance.plan_id', '=', plan)
    .orderBy('relance.id')
    .execute();
  const parCourrier = new Map<string, MentionLue[]>();
  for (const { courrier_id, action_id, intitule, genre: texte, echeance, code, nom } of lignes) {
    const genre = lireGenre(texte);
    if (genre === null || action_id === null) continue;
    const territoire = code === null || nom === null ? null : { code, nom };
    const mention = { action: action_id, intitule, territoire, genre, echeance: echeance as Jour | null };
    parCourrier.set(courrier_id, [...(parCourrier.get(courrier_id) ?? []), mention]);
  }
  return parCourrier;
}

/** What was written about this plan these last thirty days. */
export async function bilanDesRelances(base: Base, plan: string, jour: Jour) {
  const { rows } = await sql<{ courriers: number; personnes: number; revenus: number }>`
    select count(*)::int as courriers, count(distinct c.compte_id)::int as personnes,
      count(m.abandonne_le)::int as revenus
    from courrier_de_relance c left join courriel m on m.id = c.courriel_id
    where c.jour > ${ajouterJours(jour, -JOURS_DU_BILAN)}
      and exists (select from relance r where r.courrier_id = c.id and r.plan_id = ${plan})`.execute(base);
  return rows[0] ?? { courriers: 0, personnes: 0, revenus: 0 };
}

/** `neFontQueLire`, for SQL. */
const LISENT_SEULEMENT = "('presidence', 'premier_ministre', 'cabinet', 'administration_centrale')";

export type PiloteInjoignable = { readonly libelle: string; readonly actions: number };

/** The pilotes of open actions to whom nobody can be written: outside the directory, or whose people have no address here. */
export async function pilotesInjoignables(base: Base, plan: string): Promise<readonly PiloteInjoignable[]> {
  const { rows } = await sql<PiloteInjoignable>`
    select coalesce(o.sigle, o.nom, p.texte) as libelle, count(distinct a.id)::int as actions
    from action_pilote p join action a on a.id = p.action_id left join organisation o on o.id = p.organisation_id
    where p.plan_id = ${plan} and p.role = 'pilote' and a.retiree_le is null
      and coalesce(a.statut, '') not in ('terminee', 'abandonnee')
      and not exists (
        select from compte c where c.organisation_id = p.organisation_id and c.genre = 'personne' and c.ferme_le is null
          and c.courriel is not null
          and c.profil not in ${sql.raw(LISENT_SEULEMENT)})
    group by 1 order by actions desc, libelle limit 50`.execute(base);
  return rows;
}

/** The territories that have something open to say of an action declined there, and to which nobody can be written. */
export async function territoiresInjoignables(
  base: Base,
  plan: string,
): Promise<{ readonly nombre: number; readonly noms: readonly string[] }> {
  const [attendus, joints] = await Promise.all([
    sql<{ code: string; nom: string }>`
      select distinct t.code, t.nom from declinaison d
        join action a on a.id = d.action_id join territoire t on t.code = d.territoire_code
        left join lateral (
          select n.statut from note_de_declinaison n
          where n.declinaison_id = d.id and n.statut is not null and n.corrigee_le is null
          order by n.vaut_le desc, n.ordre desc limit 1) s on true
      where d.plan_id = ${plan} and d.retiree_le is null and a.retiree_le is null
        and coalesce(a.statut, '') not in ('terminee', 'abandonnee')
        and coalesce(s.statut, '') not in ('terminee', 'abandonnee')
      order by t.nom`.execute(base),
    sql<{ code: string }>`
      select distinct c.territoire_code as code from compte c
      where c.genre = 'personne' and c.ferme_le is null and c.courriel is not null
        and c.profil not in ${sql.raw(LISENT_SEULEMENT)}`.execute(base),
  ]);
  const codes = new Set(joints.rows.map(({ code }) => code));
  const seuls = attendus.rows.filter(({ code }) => {
    const connu = lireCodeTerritoire(code);
    return !codes.has(code) && !codes.has((connu && jumeau(connu)) ?? '');
  });
  return { nombre: seuls.length, noms: seuls.slice(0, TERRITOIRES_NOMMES).map(({ nom }) => nom) };
}

const TERRITOIRES_NOMMES = 10;
