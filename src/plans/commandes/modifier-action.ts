import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { axesDuPlan } from '../lectures/plan.ts';
import { peutModifierPlan } from '../politique.ts';
import { insererPilotes } from './ecriture.ts';
import { paragraphes, pilotesEnTexte, pilotesSaisis, SAISIE_D_ACTION } from './saisie-d-action.ts';
import { type CibleDAction, surLAction } from './sur-l-action.ts';

const SAISIE = SAISIE_D_ACTION.extend({ version: z.coerce.number().int() });

/**
 * Changes the words of an action: code, wording, services, deliverables. Deadlines and progress are not changed here,
 * they are reported and noted. `version` is the one the form was drawn from.
 */
export async function modifierAction(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const saisie = lue.valeur;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutModifierPlan(acteur, plan),
    async (atelier, action) => {
      const { transaction, plan } = atelier;
      if (action.version !== saisie.version) return echec(ACTION_CHANGEE);
      if (saisie.axe !== null && !(await axesDuPlan(transaction, plan.id)).some(({ id }) => id === saisie.axe)) {
        return echec({
          nature: 'invalide',
          regle: 'action.axe',
          message: 'Cet axe n’est plus dans le plan : choisissez-en un autre.',
        });
      }
      const pilotes = pilotesSaisis(saisie, plan.proprietaire);
      await transaction
        .updateTable('action')
        .set({
          code: saisie.code,
          intitule: saisie.intitule,
          axe_id: saisie.axe,
          mise_en_oeuvre: saisie.miseEnOeuvre,
          livrables: saisie.livrables,
          recommandations: paragraphes(saisie.recommandations),
          pilotes_texte: pilotesEnTexte(pilotes),
          version: action.version + 1,
        })
        .where('id', '=', action.id)
        .execute();
      await transaction.deleteFrom('action_pilote').where('action_id', '=', action.id).execute();
      await insererPilotes(atelier, [{ action: action.id, pilotes }]);
      await atelier.journaliser({
        acte: 'action.modifier',
        objet: { type: 'action', id: action.id },
        territoire: plan.territoire,
        charge: {
          plan: plan.id,
          avant: {
            code: action.code,
            intitule: action.intitule,
            miseEnOeuvre: action.mise_en_oeuvre,
            livrables: action.livrables,
          },
          apres: {
            code: saisie.code,
            intitule: saisie.intitule,
            miseEnOeuvre: saisie.miseEnOeuvre,
            livrables: saisie.livrables,
          },
        },
      });
      return reussite(null);
    },
  );
}

const ACTION_CHANGEE = {
  nature: 'conflit',
  regle: 'action.version',
  message:
    'Quelqu’un a modifié cette action pendant votre saisie. Votre texte est gardé ci-dessous : comparez-le à l’action telle qu’elle est, puis enregistrez de nouveau.',
} as const;
