import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutLirePlan, peutNoterAction } from '../politique.ts';
import { STATUTS_DECLARES } from '../regles/statuts.ts';
import { tauxFacultatif } from './champs.ts';
import { rafraichir } from './rafraichir.ts';
import { type CibleDAction, surLAction } from './sur-l-action.ts';

const SAISIE = z
  .object({
    statut: z
      .enum([...STATUTS_DECLARES, ''], { error: 'Choisissez un statut de la liste.' })
      .optional()
      .transform((statut) => statut || null),
    taux: tauxFacultatif,
    texte: texteFacultatif(20_000),
  })
  .refine(({ statut, taux, texte }) => statut !== null || taux !== null || texte !== null, {
    path: ['texte'],
    message: 'Dites où en est l’action : un statut, un taux ou quelques mots.',
  });

/** Adds a dated, signed note to an action: status, rate, words. Nothing earlier is changed. */
export async function noterAction(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutLirePlan(acteur, plan),
    async (atelier, action) => {
      const decision = peutNoterAction(acteur, atelier.plan, action.organisations);
      if (!decision.permis) return echec({ nature: 'interdit', regle: decision.regle, message: decision.message });
      const { statut, taux, texte } = saisie.valeur;
      await atelier.transaction
        .insertInto('note_avancement')
        .values({
          id: services.ids.nouveau(),
          action_id: action.id,
          plan_id: atelier.plan.id,
          statut,
          taux,
          texte,
          origine: 'saisie',
          enregistre_le: atelier.maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await rafraichir(atelier.transaction, [action.id]);
      await atelier.journaliser({
        acte: 'action.noter',
        objet: { type: 'action', id: action.id },
        territoire: atelier.plan.territoire,
        charge: { plan: atelier.plan.id, statut: statut ?? '', taux },
      });
      return reussite(null);
    },
  );
}
