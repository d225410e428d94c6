import { sql } from 'kysely';
import type { NatureEcheance } from '#echeances';
import type { Base } from '#socle/base';
import { type Jour, jourAParis } from '#socle/valeurs';
import type { StatutDeclare } from '../regles/lecture.ts';
import { type Engagement, type Situation, situationDAction } from '../regles/situation.ts';
import { lireStatut } from '../regles/statuts.ts';

/** An action reduced to what its situation needs, for all the actions of the plans asked. */
export type ActionSituee = {
  readonly id: string;
  readonly plan: string;
  readonly axe: string | null;
  readonly rang: number;
  readonly code: string | null;
  readonly intitule: string;
  readonly statut: StatutDeclare | null;
  /** Declared rate in percent, exact decimal text; null when never given. */
  readonly taux: string | null;
  readonly derniereNouvelle: Jour | null;
  readonly engagements: readonly Engagement[];
  readonly situation: Situation;
};

/** The moment the page looks from: today, or a past day (`?au=`), whose last instant bounds every fact. */
export type Regard = { readonly jour: Jour; readonly passe: boolean };

/**
 * Situation of every action of these plans, as seen from `regard`, in the plan's order. Three bounded queries whatever
 * the number of actions (`seule`: this one only); nothing is judged in SQL, the rules are those of `regles/situation.ts`.
 */
export async function actionsSituees(
  base: Base,
  plans: readonly string[],
  regard: Regard,
  seule?: string,
): Promise<ActionSituee[]> {
  if (plans.length === 0) return [];
  const [actions, notes, echeances] = await Promise.all([
    lireActions(base, plans, regard, seule),
    lireDernieresNotes(base, plans, regard, seule),
    lireEngagements(base, plans, regard, seule),
  ]);
  return actions.map((action) => {
    const note = notes.get(action.id);
    const faits = {
      statut: lireStatut(note?.statut ?? ''),
      engagements: echeances.get(action.id) ?? [],
      derniereNouvelle: note ? jourAParis(note.derniere) : null,
      creeLe: jourAParis(action.cree_le),
    };
    return {
      id: action.id,
      plan: action.plan_id,
      axe: action.axe_id,
      rang: action.rang,
      code: action.code,
      intitule: action.intitule,
      statut: faits.statut,
      taux: note?.taux ?? null,
      derniereNouvelle: faits.derniereNouvelle,
      engagements: faits.engagements,
      situation: situationDAction(faits, regard.jour, action.silence_jours),
    };
  });
}

/** First instant after the day looked at; null when looking from today, where no bound is needed. */
export function borneDuRegard(regard: Regard) {
  return regard.passe ? sql<Date>`((${regard.jour}::date + 1)::timestamp at time zone 'Europe/Paris')` : null;
}

function lireActions(base: Base, plans: readonly string[], regard: Regard, seule?: string) {
  const borne = borneDuRegard(regard);
  return base
    .selectFrom('action')
    .innerJoin('plan', 'plan.id', 'action.plan_id')
    .select([
      'action.id',
      'action.plan_id',
      'action.axe_id',
      'action.rang',
      'action.code',
      'action.intitule',
      'action.cree_le',
      'plan.silence_jours',
    ])
    .where('action.plan_id', 'in', [...plans])
    .$if(seule !== undefined, (requete) => requete.where('action.id', '=', seule ?? ''))
    .$if(borne === null, (requete) => requete.where('action.retiree_le', 'is', null))
    .$if(borne !== null, (requete) =>
      requete
        .where('action.cree_le', '<', borne)
        .where((eb) => eb.or([eb('action.retiree_le', 'is', null), eb('action.retiree_le', '>=', borne)])),
    )
    .orderBy('action.plan_id')
    .orderBy('action.rang')
    .orderBy('action.id')
    .execute();
}

/** For each action, the last status and the last rate declared, and the instant of the last news of any kind. */
async function lireDernieresNotes(base: Base, plans: readonly string[], regard: Regard, seule?: string) {
  const borne = borneDuRegard(regard) ?? sql<Date>`'infinity'::timestamptz`;
  const { rows } = await sql<{ action_id: string; statut: string | null; taux: string | null; derniere: Date }>`
    select action_id,
      (array_agg(statut order by enregistre_le desc, ordre desc) filter (where statut is not null))[1] as statut,
      (array_agg(taux order by enregistre_le desc, ordre desc) filter (where taux is not null))[1] as taux,
      max(enregistre_le) as derniere
    from note_avancement
    where plan_id in (select unnest(${sql.val([...plans])}::uuid[])) and enregistre_le < ${borne}
      ${seule === undefined ? sql`` : sql`and action_id = ${seule}`}
    group by action_id`.execute(base);
  return new Map(rows.map((ligne) => [ligne.action_id, ligne]));
}

/** Present and initial words of each commitment, and how often it was put off. */
async function lireEngagements(
  base: Base,
  plans: readonly string[],
  regard: Regard,
  seule?: string,
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
    .where('plan_id', 'in', [...plans])
    .$if(seule !== undefined, (requete) => requete.where('action_id', '=', seule ?? ''))
    .$if(borne !== null, (requete) => requete.where('enregistre_le', '<', borne))
    .orderBy('action_id')
    .orderBy('engagement')
    .orderBy('enregistre_le', 'desc')
    .orderBy('rang', 'desc')
    .execute();
  const parAction = new Map<string, Map<number, (typeof lignes)[number][]>>();
  for (const ligne of lignes) {
    const engagements = parAction.get(ligne.action_id) ?? new Map<number, (typeof lignes)[number][]>();
    const chaine = engagements.get(ligne.engagement);
    if (chaine) chaine.push(ligne);
    else engagements.set(ligne.engagement, [ligne]);
    parAction.set(ligne.action_id, engagements);
  }
  const resultat = new Map<string, Engagement[]>();
  for (const [action, engagements] of parAction) {
    resultat.set(
      action,
      [...engagements.values()].flatMap((chaine) => {
        const actuelle = chaine[0];
        const initiale = chaine.at(-1);
        if (!actuelle || !initiale || actuelle.abandonnee) return [];
        return [
          {
            numero: actuelle.engagement,
            libelle: actuelle.libelle,
            texte: actuelle.texte,
            nature: actuelle.nature as NatureEcheance,
            debut: actuelle.debut as Jour | null,
            fin: actuelle.fin as Jour | null,
            ambigu: actuelle.ambigu,
            hypotheses: actuelle.hypotheses,
            initial: { texte: initiale.texte, debut: initiale.debut as Jour | null, fin: initiale.fin as Jour | null },
            reports: chaine.length - 1,
          },
        ];
      }),
    );
  }
  return resultat;
}
