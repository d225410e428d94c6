import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { dernieresNotes, engagementsDesActions, MAINTENANT } from '../lectures/faits.ts';
import { horizonDesEngagements } from '../regles/horizon.ts';

/**
 * Writes beside these actions their present state as the facts give it. Called by whatever adds a fact, in the same
 * transaction: what was just declared is at once what every list shows.
 */
export async function rafraichir(transaction: Base, actions: readonly string[]): Promise<void> {
  if (actions.length === 0) return;
  const [notes, engagements] = await Promise.all([
    dernieresNotes(transaction, { actions }, MAINTENANT),
    engagementsDesActions(transaction, { actions }, MAINTENANT),
  ]);
  const etats = actions.map((id) => {
    const note = notes.get(id);
    const horizon = horizonDesEngagements(engagements.get(id) ?? []);
    return {
      id,
      statut: note?.statut ?? null,
      taux: note?.taux ?? null,
      horizon: horizon.genre,
      terme: horizon.terme,
      terme_initial: horizon.termeInitial,
      premier_debut: horizon.premierDebut,
      a_interpreter: horizon.aInterpreter,
      reports: horizon.reports,
    };
  });
  await sql`
    update action set statut = e.statut, taux = e.taux, horizon = e.horizon,
      terme = e.terme, terme_initial = e.terme_initial, premier_debut = e.premier_debut,
      a_interpreter = e.a_interpreter, reports = e.reports,
      derniere_nouvelle_le = (select max(n.vaut_le) from note_avancement n
        where n.plan_id = action.plan_id and n.action_id = action.id and n.corrigee_le is null)
    from jsonb_to_recordset(${JSON.stringify(etats)}::jsonb)
      as e (id uuid, statut text, taux numeric, horizon text, terme date, terme_initial date,
        premier_debut date, a_interpreter boolean, reports integer)
    where action.id = e.id`.execute(transaction);
}
