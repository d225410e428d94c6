import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutCreerPlan, peutModifierPlan } from '../politique.ts';
import { colonnesDePlan, lireRattachement, SAISIE_DE_PLAN } from './creer-plan.ts';
import { surLePlan } from './sur-le-plan.ts';

const SAISIE = SAISIE_DE_PLAN.and(z.object({ version: z.coerce.number().int() }));

/** Changes what is said of a plan. `version` is the one the form was drawn from: an older one is refused. */
export async function modifierPlan(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const saisie = lue.valeur;
  return surLePlan(
    services,
    acteur,
    id,
    (plan) => peutModifierPlan(acteur, plan),
    async ({ transaction, plan, journaliser }) => {
      if (plan.version !== saisie.version) return echec(PLAN_CHANGE);
      if (saisie.proprietaire !== plan.proprietaire || saisie.territoire !== plan.territoire) {
        const permis = selon(peutCreerPlan(acteur, saisie.proprietaire, saisie.territoire));
        if (!permis.ok) return permis;
      }
      const rattachement = await lireRattachement(transaction, saisie);
      if (!rattachement.ok) return rattachement;
      await transaction
        .updateTable('plan')
        .set({ ...colonnesDePlan(saisie), ministere_id: rattachement.valeur.ministere, version: plan.version + 1 })
        .where('id', '=', id)
        .execute();
      await journaliser({
        acte: 'plan.modifier',
        objet: { type: 'plan', id },
        territoire: saisie.territoire,
        charge: {
          avant: {
            titre: plan.titre,
            genre: plan.genre,
            proprietaire: plan.proprietaire,
            territoire: plan.territoire,
            diffusion: plan.diffusion,
            etat: plan.etat,
          },
          apres: {
            titre: saisie.titre,
            genre: saisie.genre,
            proprietaire: saisie.proprietaire,
            territoire: saisie.territoire,
            diffusion: saisie.diffusion,
            etat: saisie.etat,
          },
        },
      });
      return reussite(null);
    },
  );
}

const PLAN_CHANGE = {
  nature: 'conflit',
  regle: 'plan.version',
  message:
    'Quelqu’un a modifié ce plan pendant votre saisie. Votre texte est gardé ci-dessous : comparez-le au plan tel qu’il est, puis enregistrez de nouveau.',
} as const;
