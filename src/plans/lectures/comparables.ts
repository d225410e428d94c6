import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { ActionComparable } from '../regles/action-comparable.ts';
import { pilotesDesActions } from './actions.ts';
import { nommerActions } from './details.ts';
import { borneDuRegard, engagementsDesActions, type Regard } from './faits.ts';
import { axesDuPlan } from './plan.ts';
import { actionsSituees } from './situations.ts';

/** A moment after every fact: comparisons and exports of the present state read all of them. */
const PRESENT: Regard = { jour: '2199-12-31' as Jour, passe: false };

/**
 * The actions of a plan as a file could say them again: what an export writes and what a re-import is compared with.
 * Seen from `regard`, the present when not given.
 */
export async function actionsComparables(
  base: Base,
  plan: string,
  seulement?: ReadonlySet<string>,
  regard: Regard = PRESENT,
): Promise<ActionComparable[]> {
  const borne = borneDuRegard(regard);
  const toutes = await actionsSituees(base, [plan], regard);
  const situees = await nommerActions(
    base,
    toutes.filter(({ id }) => !seulement || seulement.has(id)),
  );
  const ids = situees.map(({ id }) => id);
  const [axes, pilotes, engagements, textes, jalons, notes] = await Promise.all([
    axesDuPlan(base, plan),
    pilotesDesActions(base, ids),
    engagementsDesActions(base, { actions: ids }, regard),
    base
      .selectFrom('action')
      .select(['id', 'mise_en_oeuvre', 'livrables', 'recommandations'])
      .where('plan_id', '=', plan)
      .execute(),
    base
      .selectFrom('jalon_de_trajectoire')
      .select(['action_id', 'jour', 'texte', 'taux'])
      .where('plan_id', '=', plan)
      .$if(borne === null, (requete) => requete.where('remplace_le', 'is', null))
      .$if(borne !== null, (requete) =>
        requete
          .where('enregistre_le', '<', borne)
          .where((eb) => eb.or([eb('remplace_le', 'is', null), eb('remplace_le', '>=', borne)])),
      )
      .orderBy('action_id')
      .orderBy('jour')
      .orderBy('texte')
      .execute(),
    derniersTextes(base, plan, regard),
  ]);
  const parAxe = new Map(axes.map((axe) => [axe.id, axe]));
  const parAction = new Map(textes.map((texte) => [texte.id, texte]));
  const parJalons = new Map<string, typeof jalons>();
  for (const jalon of jalons) parJalons.set(jalon.action_id, [...(parJalons.get(jalon.action_id) ?? []), jalon]);
  const chemin = (id: string | null): string[] => {
    const axe = id === null ? undefined : parAxe.get(id);
    return axe ? [...chemin(axe.parent), axe.intitule] : [];
  };
  return situees.map((action) => {
    const texte = parAction.get(action.id);
    return {
      id: action.id,
      code: action.code,
      axes: chemin(action.axe),
      intitule: action.intitule,
      miseEnOeuvre: texte?.mise_en_oeuvre ?? null,
      pilotes: (pilotes.get(action.id) ?? []).map((pilote) => ({ texte: pilote.texte, role: pilote.role })),
      echeances: (engagements.get(action.id) ?? []).map(({ libelle, texte }) => ({ libelle, texte })),
      livrables: texte?.livrables ?? null,
      avancement: notes.get(action.id) ?? null,
      statut: action.statut,
      tauxRealisation: action.taux,
      trajectoire: (parJalons.get(action.id) ?? []).map((jalon) => ({
        texte: jalon.texte,
        date: jalon.jour as Jour | null,
        taux: Number(jalon.taux),
      })),
      recommandations: texte?.recommandations ?? [],
    };
  });
}

/** The last words written on each action. */
async function derniersTextes(base: Base, plan: string, regard: Regard): Promise<Map<string, string>> {
  const borne = borneDuRegard(regard) ?? sql<Date>`'infinity'::timestamptz`;
  const { rows } = await sql<{ action_id: string; texte: string }>`
    select distinct on (action_id) action_id, texte from note_avancement
    where plan_id = ${plan} and texte is not null and enregistre_le < ${borne}
      and (corrigee_le is null or corrigee_le >= ${borne})
    order by action_id, vaut_le desc, ordre desc`.execute(base);
  return new Map(rows.map(({ action_id, texte }) => [action_id, texte]));
}
