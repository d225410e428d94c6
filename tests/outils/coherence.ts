import { dernieresNotes, engagementsDesActions, MAINTENANT } from '../../src/plans/lectures/faits.ts';
import type { Base } from '../../src/socle/base/index.ts';

/** The present state kept beside each action, and the one its facts give: the two must be equal at any time. */
export async function etatsGardesEtFaits(base: Base): Promise<{ gardes: unknown[]; faits: unknown[] }> {
  const actions = await base
    .selectFrom('action')
    .select(['id', 'plan_id', 'statut', 'taux', 'derniere_nouvelle_le', 'engagements'])
    .orderBy('id')
    .execute();
  const portee = { plans: [...new Set(actions.map(({ plan_id }) => plan_id))] };
  const [notes, engagements] = await Promise.all([
    dernieresNotes(base, portee, MAINTENANT),
    engagementsDesActions(base, portee, MAINTENANT),
  ]);
  return {
    gardes: actions.map(({ id, statut, taux, derniere_nouvelle_le, engagements: gardes }) => ({
      id,
      statut,
      taux: taux === null ? null : Number(taux),
      derniere: derniere_nouvelle_le?.toISOString() ?? null,
      engagements: gardes,
    })),
    faits: actions.map(({ id }) => {
      const note = notes.get(id);
      return {
        id,
        statut: note?.statut ?? null,
        taux: note?.taux == null ? null : Number(note.taux),
        derniere: note?.derniere.toISOString() ?? null,
        engagements: JSON.parse(JSON.stringify(engagements.get(id) ?? [])),
      };
    }),
  };
}
