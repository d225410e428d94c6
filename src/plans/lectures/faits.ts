import { sql } from 'kysely';
import type { NatureEcheance } from '#echeances';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { Engagement } from '../regles/horizon.ts';

/** The moment the page looks from: today, or a past day (`?au=`), whose last instant bounds every fact. */
export type Regard = { readonly jour: Jour; readonly passe: boolean };

/** Whose facts are read: all those of these plans, or those of these actions. */
export type Portee = { readonly plans: readonly string[] } | { readonly actions: readonly string[] };

/** Looks at every fact there is. */
export const MAINTENANT: Regard = { jour: '2199-12-31' as Jour, passe: false };

/** First instant after the day looked at; null when looking from today, where no bound is needed. */
export function borneDuRegard(regard: Regard) {
  return regard.passe ? sql<Date>`((${regard.jour}::date + 1)::timestamp at time zone 'Europe/Paris')` : null;
}

export type DerniereNote = {
  readonly action_id: string;
  readonly statut: string | null;
  readonly taux: string | null;
  readonly jour: Jour;
};

/**
 * For each action, the last status and the last rate declared, and the day the last news of any kind came. A
 * corrected note no longer counts; its correction counts from the day of what it corrects, and is no news by itself.
 */
export async function dernieresNotes(base: Base, portee: Portee, regard: Regard): Promise<Map<string, DerniereNote>> {
  const borne = borneDuRegard(regard) ?? sql<Date>`'infinity'::timestamptz`;
  const filtre = sql`${colonneDe(portee)} and enregistre_le < ${borne} and (corrigee_le is null or corrigee_le >= ${borne})`;
  // One walk of the index gives each action's latest row; another only where that row left the status, or the rate, unsaid.
  const dernier = (colonne: 'statut' | 'taux') => sql`
    select distinct on (plan_id, action_id) action_id, ${sql.ref(colonne)} from note_avancement
    where ${filtre} and ${sql.ref(colonne)} is not null and action_id in (select action_id from n where ${sql.ref(colonne)} is null)
    order by plan_id, action_id, vaut_le desc, ordre desc`;
  const { rows } = await sql<DerniereNote>`
    with n as materialized (
      select distinct on (plan_id, action_id) action_id, vaut_le, statut, taux from note_avancement
      where ${filtre} order by plan_id, action_id, vaut_le desc, ordre desc
    ), s as (${dernier('statut')}), t as (${dernier('taux')})
    select n.action_id, coalesce(n.statut, s.statut) as statut, coalesce(n.taux, t.taux) as taux,
      (n.vaut_le at time zone 'Europe/Paris')::date as jour
    from n left join s on s.action_id = n.action_id left join t on t.action_id = n.action_id`.execute(base);
  return new Map(rows.map((ligne) => [ligne.action_id, ligne]));
}

/** Present and initial words of each commitment, and how often it was put off. */
export async function engagementsDesActions(
  base: Base,
  portee: Portee,
  regard: Regard,
): Promise<Map<string, Engagement[]>> {
  const borne = borneDuRegard(regard);
  const lignes = await base
    .selectFrom('echeance')
    .select([
      'action_id',
      'engagement',
      'libelle',
      'texte',
      'nature',
      'debut',
      'fin',
      'ambigu',
      'hypotheses',
      'abandonnee',
    ])
    .where(colonneDe(portee))
    .$if(borne !== null, (requete) => requete.where('enregistre_le', '<', borne))
    .orderBy('action_id')
    .orderBy('engagement')
    .orderBy('enregistre_le', 'desc')
    .orderBy('rang', 'desc')
    .execute();
  const parAction = new Map<string, Engagement[]>();
  // The rows of an engagement follow each other, the present one first, the one first promised last.
  let debut = 0;
  while (debut < lignes.length) {
    const actuelle = lignes[debut];
    let fin = debut;
    while (lignes[fin + 1]?.action_id === actuelle?.action_id && lignes[fin + 1]?.engagement === actuelle?.engagement)
      fin += 1;
    const initiale = lignes[fin];
    if (actuelle && initiale && !actuelle.abandonnee) {
      const engagement = {
        numero: actuelle.engagement,
        libelle: actuelle.libelle,
        texte: actuelle.texte,
        nature: actuelle.nature as NatureEcheance,
        debut: actuelle.debut as Jour | null,
        fin: actuelle.fin as Jour | null,
        ambigu: actuelle.ambigu,
        hypotheses: actuelle.hypotheses,
        initial: { texte: initiale.texte, debut: initiale.debut as Jour | null, fin: initiale.fin as Jour | null },
        reports: fin - debut,
      };
      const siens = parAction.get(actuelle.action_id);
      if (siens) siens.push(engagement);
      else parAction.set(actuelle.action_id, [engagement]);
    }
    debut = fin + 1;
  }
  return parAction;
}

/** One plan, the usual case, is named by itself: its index then gives the rows already in order. */
export function colonneDe(portee: Portee) {
  if ('actions' in portee) return sql<boolean>`action_id in (select unnest(${sql.val([...portee.actions])}::uuid[]))`;
  const [seul, ...autres] = portee.plans;
  return seul !== undefined && autres.length === 0
    ? sql<boolean>`plan_id = ${seul}`
    : sql<boolean>`plan_id in (select unnest(${sql.val([...portee.plans])}::uuid[]))`;
}
