import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireEcheances } from '#echeances';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import { peutModifierPlan } from '../politique.ts';
import { colonnesDEcheance } from './ecriture.ts';
import { rafraichir } from './rafraichir.ts';
import { reperesDuPlan } from './reperes.ts';
import { type CibleDAction, surLAction } from './sur-l-action.ts';

const SAISIE = z.object({
  engagement: z.coerce.number({ error: 'Choisissez l’échéance.' }).int().min(0).max(10_000),
  echeance: texteObligatoire('Écrivez la nouvelle échéance, par exemple « 30 juin 2026 » ou « fin 2026 ».', 500),
  motif: z.string().trim().max(2_000, 'Ce motif dépasse 2 000 caractères : raccourcissez-le.').default(''),
});

/**
 * Gives an action its deadline, or puts one off. A deadline is never edited: a report appends the new words beside the
 * first ones, with its reason. Engagement 0 adds a commitment to the action.
 */
export async function reporterEcheance(
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
      const actuelle = await transaction
        .selectFrom('echeance')
        .select(['engagement', 'libelle', 'texte', 'rang'])
        .where('action_id', '=', action.id)
        .where((eb) => (saisie.engagement === 0 ? eb.lit(true) : eb('engagement', '=', saisie.engagement)))
        .orderBy('engagement', 'desc')
        .orderBy('rang', 'desc')
        .executeTakeFirst();
      const report = saisie.engagement > 0;
      if (report && !actuelle) return echec(champ('engagement', 'Cette échéance n’existe pas pour cette action.'));
      if (report && saisie.motif === '')
        return echec(champ('motif', 'Donnez la raison du report : elle reste visible à côté des deux échéances.'));
      const lecture = lireEcheances(saisie.echeance, reperesDuPlan(plan)).echeances;
      const nouvelle = lecture[0];
      if (!nouvelle || lecture.length > 1)
        return echec(champ('echeance', 'Écrivez une seule échéance ; pour plusieurs étapes, ajoutez-les une à une.'));
      if (nouvelle.nature === 'invalide' || nouvelle.nature === 'inconnue') {
        return echec(
          champ(
            'echeance',
            `« ${saisie.echeance} » n’a pas été compris. Écrivez par exemple « 30/06/2026 », « 1er semestre 2026 » ou « à partir de mars 2026 ».`,
          ),
        );
      }
      await transaction
        .insertInto('echeance')
        .values({
          ...colonnesDEcheance(nouvelle),
          libelle: nouvelle.libelle ?? (report ? (actuelle?.libelle ?? null) : null),
          id: services.ids.nouveau(),
          action_id: action.id,
          plan_id: plan.id,
          engagement: report ? saisie.engagement : (actuelle?.engagement ?? 0) + 1,
          rang: report ? (actuelle?.rang ?? 0) + 1 : 0,
          motif: saisie.motif || null,
          enregistre_le: atelier.maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await rafraichir(atelier.transaction, [action.id]);
      await atelier.journaliser(
        report
          ? {
              acte: 'echeance.reporter',
              objet: { type: 'action', id: action.id },
              territoire: plan.territoire,
              charge: { plan: plan.id, avant: actuelle?.texte ?? '', apres: saisie.echeance, motif: saisie.motif },
            }
          : {
              acte: 'echeance.fixer',
              objet: { type: 'action', id: action.id },
              territoire: plan.territoire,
              charge: { plan: plan.id, texte: saisie.echeance },
            },
      );
      return reussite(null);
    },
  );
}

function champ(nom: string, message: string) {
  return fauteDeSaisie(`echeance.${nom}`, nom, message);
}
