import { sql } from 'kysely';
import type { Base } from '#socle/base';
import { dernieresNotes, engagementsDesActions, MAINTENANT } from '../lectures/faits.ts';

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
    return {
      id,
      statut: note?.statut ?? null,
      taux: note?.taux ?? null,
      derniere: note?.derniere.toISOString() ?? null,
      engagements: engagements.get(id) ?? [],
    };
  });
  await sql`
    update action set statut = e.statut, taux = e.taux, derniere_nouvelle_le = e.derniere, engagements = e.engagements
    from jsonb_to_recordset(${JSON.stringify(etats)}::jsonb)
      as e (id uuid, statut text, taux numeric, derniere timestamptz, engagements jsonb)
    where action.id = e.id`.execute(transaction);
}
