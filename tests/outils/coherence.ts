import { dernieresNotes, engagementsDesActions, MAINTENANT } from '../../src/plans/lectures/faits.ts';
import { horizonDesEngagements } from '../../src/plans/regles/horizon.ts';
import type { Base } from '../../src/socle/base/index.ts';
import { jourAParis } from '../../src/socle/valeurs/index.ts';

/** The present state kept beside each action, and the one its facts give: the two must be equal at any time. */
export async function etatsGardesEtFaits(base: Base) {
  const actions = await base
    .selectFrom('action')
    .select(['id', 'plan_id', 'statut', 'taux', 'derniere_nouvelle_le', 'horizon'])
    .select(['terme', 'terme_initial', 'premier_debut', 'a_interpreter', 'reports'])
    .orderBy('id')
    .execute();
  const portee = { plans: [...new Set(actions.map(({ plan_id }) => plan_id))] };
  const [notes, engagements] = await Promise.all([
    dernieresNotes(base, portee, MAINTENANT),
    engagementsDesActions(base, portee, MAINTENANT),
  ]);
  return {
    gardes: actions.map(({ id, statut, taux, derniere_nouvelle_le, ...garde }) => ({
      id,
      statut,
      taux: taux === null ? null : Number(taux),
      derniere: derniere_nouvelle_le && jourAParis(derniere_nouvelle_le),
      horizon: {
        genre: garde.horizon,
        terme: garde.terme,
        termeInitial: garde.terme_initial,
        premierDebut: garde.premier_debut,
        aInterpreter: garde.a_interpreter,
        reports: garde.reports,
      },
    })),
    faits: actions.map(({ id }) => {
      const note = notes.get(id);
      return {
        id,
        statut: note?.statut ?? null,
        taux: note?.taux == null ? null : Number(note.taux),
        derniere: note?.jour ?? null,
        horizon: horizonDesEngagements(engagements.get(id) ?? []),
      };
    }),
  };
}
