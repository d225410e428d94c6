import type { Acteur } from '#acces';
import { lireEcheances } from '#echeances';
import { lireSaisie, type Services, texteFacultatif } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { axesDuPlan } from '../lectures/plan.ts';
import { peutModifierPlan } from '../politique.ts';
import { insererActions } from './ecriture.ts';
import { reperesDuPlan } from './reperes.ts';
import { paragraphes, pilotesEnTexte, pilotesSaisis, SAISIE_D_ACTION } from './saisie-d-action.ts';
import { surLePlan } from './sur-le-plan.ts';

const SAISIE = SAISIE_D_ACTION.extend({ echeances: texteFacultatif(2_000) });

/** Adds an action at the end of the plan, with its deadlines as written. Gives its identifier. */
export async function creerAction(
  services: Services,
  acteur: Acteur,
  plan: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const saisie = lue.valeur;
  return surLePlan(
    services,
    acteur,
    plan,
    (vu) => peutModifierPlan(acteur, vu),
    async (atelier) => {
      if (saisie.axe !== null && !(await axesDuPlan(atelier.transaction, plan)).some(({ id }) => id === saisie.axe)) {
        return echec({
          nature: 'invalide',
          regle: 'action.axe',
          message: 'Cet axe n’est plus dans le plan : choisissez-en un autre.',
          champs: { axe: 'Cet axe n’est plus dans le plan : choisissez-en un autre.' },
        });
      }
      const { dernier } = await atelier.transaction
        .selectFrom('action')
        .select(({ fn }) => fn.max<number | null>('rang').as('dernier'))
        .where('plan_id', '=', plan)
        .executeTakeFirstOrThrow();
      const pilotes = pilotesSaisis(saisie, atelier.plan.proprietaire);
      const [id = ''] = await insererActions(
        atelier,
        [
          {
            axe: saisie.axe,
            rang: (dernier ?? -1) + 1,
            code: saisie.code,
            intitule: saisie.intitule,
            miseEnOeuvre: saisie.miseEnOeuvre,
            livrables: saisie.livrables,
            recommandations: paragraphes(saisie.recommandations),
            pilotesTexte: pilotesEnTexte(pilotes),
            pilotes,
            echeancesTexte: saisie.echeances,
            echeances:
              saisie.echeances === null ? [] : lireEcheances(saisie.echeances, reperesDuPlan(atelier.plan)).echeances,
            trajectoire: [],
            note: null,
          },
        ],
        'saisie',
      );
      await atelier.journaliser({
        acte: 'action.creer',
        objet: { type: 'action', id },
        territoire: atelier.plan.territoire,
        charge: { plan, intitule: saisie.intitule },
      });
      return reussite(id);
    },
  );
}
