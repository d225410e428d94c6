import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutModifierPlan } from '../politique.ts';
import { surLePlan } from './sur-le-plan.ts';

const SAISIE = z.object({
  texte: texteObligatoire('Choisissez le nom à rattacher.', 4_000),
  organisation: texteObligatoire('Choisissez l’organisation.', 100),
});

/** Attaches a name written in the plan to an organisation, everywhere it stands in the plan. Gives how many actions. */
export async function rattacherPilote(
  services: Services,
  acteur: Acteur,
  plan: string,
  valeurs: unknown,
): Promise<Resultat<number>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { texte, organisation } = lue.valeur;
  return surLePlan(
    services,
    acteur,
    plan,
    (vu) => peutModifierPlan(acteur, vu),
    async (atelier) => {
      const connue = await atelier.transaction
        .selectFrom('organisation')
        .select('id')
        .where('id', '=', organisation)
        .executeTakeFirst();
      if (!connue) {
        const message = 'Cette organisation n’est pas dans l’annuaire : choisissez-la dans la liste.';
        return echec({ nature: 'invalide', regle: 'pilote.organisation', message, champs: { organisation: message } });
      }
      const rattaches = await atelier.transaction
        .updateTable('action_pilote')
        .set({ organisation_id: organisation })
        .where('plan_id', '=', plan)
        .where('texte', '=', texte)
        .where('organisation_id', 'is', null)
        .returning('action_id')
        .execute();
      if (rattaches.length === 0) {
        return echec({
          nature: 'conflit',
          regle: 'pilote.deja',
          message: `« ${texte} » n’est plus à rattacher dans ce plan : quelqu’un l’a sans doute fait.`,
        });
      }
      const actions = new Set(rattaches.map(({ action_id }) => action_id)).size;
      await atelier.journaliser({
        acte: 'pilote.rattacher',
        objet: { type: 'plan', id: plan },
        territoire: atelier.plan.territoire,
        charge: { texte, organisation, actions },
      });
      return reussite(actions);
    },
  );
}
