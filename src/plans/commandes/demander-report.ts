import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { lireSaisie, type Services, texteFacultatif } from '#socle';
import { echec, fauteDeSaisie, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { estIdentifiant } from '../lectures/plan.ts';
import { peutDemanderReport, peutLirePlan, peutModifierPlan, peutRetirerDemande } from '../politique.ts';
import { rafraichir } from './rafraichir.ts';
import { echeanceActuelle, ecrireReport, lireNouvelleEcheance, SAISIE_DE_REPORT } from './reporter-echeance.ts';
import { type CibleDAction, surLAction } from './sur-l-action.ts';
import type { Atelier } from './sur-le-plan.ts';

const SAISIE = SAISIE_DE_REPORT.extend({
  engagement: z.coerce.number({ error: 'Choisissez l’échéance.' }).int().min(1, 'Choisissez l’échéance.').max(10_000),
  motif: z
    .string()
    .trim()
    .min(1, 'Donnez la raison du report : l’équipe du plan en décide d’après elle.')
    .max(2_000, 'Ce motif dépasse 2 000 caractères : raccourcissez-le.'),
});

/** Asks the plan's team to put a deadline off. The commitment stays what it was until they accept. */
export async function demanderReport(
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
    (plan) => peutLirePlan(acteur, plan),
    async (atelier, action) => {
      const { transaction, plan } = atelier;
      const decision = peutDemanderReport(acteur, plan, action.organisations);
      if (!decision.permis) return echec({ nature: 'interdit', regle: decision.regle, message: decision.message });
      const actuelle = await echeanceActuelle(atelier, action.id, saisie.engagement);
      if (!actuelle)
        return echec(
          fauteDeSaisie('echeance.engagement', 'engagement', 'Cette échéance n’existe pas pour cette action.'),
        );
      const nouvelle = lireNouvelleEcheance(saisie.echeance, plan);
      if (!nouvelle.ok) return nouvelle;
      const enAttente = await transaction
        .selectFrom('demande_de_report')
        .leftJoin('reponse_de_report', 'reponse_de_report.demande_id', 'demande_de_report.id')
        .select('demande_de_report.id')
        .where('demande_de_report.action_id', '=', action.id)
        .where('demande_de_report.engagement', '=', saisie.engagement)
        .where('reponse_de_report.demande_id', 'is', null)
        .executeTakeFirst();
      if (enAttente)
        return echec({
          nature: 'conflit',
          regle: 'report.demander.deja',
          message: 'Un report de cette échéance est déjà demandé : il attend la réponse de l’équipe du plan.',
        });
      await transaction
        .insertInto('demande_de_report')
        .values({
          id: services.ids.nouveau(),
          action_id: action.id,
          plan_id: plan.id,
          engagement: saisie.engagement,
          rang: actuelle.rang,
          texte: saisie.echeance,
          motif: saisie.motif,
          enregistre_le: atelier.maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await atelier.journaliser({
        acte: 'report.demander',
        objet: { type: 'action', id: action.id },
        territoire: plan.territoire,
        charge: { plan: plan.id, avant: actuelle.texte, apres: saisie.echeance, motif: saisie.motif },
      });
      return reussite(null);
    },
  );
}

const REPONSE = z
  .object({
    demande: z.string().refine(estIdentifiant, 'Choisissez la demande.'),
    reponse: z.enum(['accepter', 'refuser'], { error: 'Dites si le report est accepté ou refusé.' }),
    raison: z.string().trim().max(2_000, 'Cette raison dépasse 2 000 caractères : raccourcissez-la.').default(''),
  })
  .refine(({ reponse, raison }) => reponse === 'accepter' || raison !== '', {
    path: ['raison'],
    message: 'Dites pourquoi le report est refusé : qui l’a demandé le lira.',
  });

/** The plan's team accepts a report that was asked, which then becomes the commitment, or refuses it with a reason. */
export async function repondreAuReport(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(REPONSE, valeurs);
  if (!lue.ok) return lue;
  const { demande: id, reponse, raison } = lue.valeur;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutModifierPlan(acteur, plan),
    async (atelier, action) => {
      const { transaction, plan, maintenant } = atelier;
      const trouvee = await demandeSansReponse(atelier, action.id, id);
      if (!trouvee.ok) return trouvee;
      const demande = trouvee.valeur;
      const actuelle = await echeanceActuelle(atelier, action.id, demande.engagement);
      if (reponse === 'accepter') {
        if (!actuelle || actuelle.rang !== demande.rang)
          return echec({
            nature: 'conflit',
            regle: 'report.repondre.perimee',
            message:
              'L’échéance a changé depuis cette demande : refusez-la en le disant, ou reportez vous-même l’échéance.',
          });
        const nouvelle = lireNouvelleEcheance(demande.texte, plan);
        if (!nouvelle.ok) return nouvelle;
        await ecrireReport(atelier, action.id, demande.engagement, actuelle, nouvelle.valeur, demande.motif);
        await rafraichir(transaction, [action.id]);
      }
      await transaction
        .insertInto('reponse_de_report')
        .values({
          demande_id: id,
          acceptee: reponse === 'accepter',
          raison: raison || null,
          enregistre_le: maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await atelier.journaliser({
        acte: reponse === 'accepter' ? 'report.accepter' : 'report.refuser',
        objet: { type: 'action', id: action.id },
        territoire: plan.territoire,
        charge: { plan: plan.id, avant: actuelle?.texte ?? '', apres: demande.texte, motif: raison || demande.motif },
      });
      return reussite(null);
    },
  );
}

const RETRAIT = z.object({
  demande: z.string().refine(estIdentifiant, 'Choisissez la demande.'),
  raison: texteFacultatif(2_000),
});

/** Whoever asked for a report takes the request back, as long as nobody answered it: nothing is erased, a fact is added. */
export async function retirerDemandeDeReport(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(RETRAIT, valeurs);
  if (!lue.ok) return lue;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutLirePlan(acteur, plan),
    async (atelier, action) => {
      const trouvee = await demandeSansReponse(atelier, action.id, lue.valeur.demande);
      if (!trouvee.ok) return trouvee;
      const permis = selon(peutRetirerDemande(acteur, trouvee.valeur.auteur));
      if (!permis.ok) return permis;
      const actuelle = await echeanceActuelle(atelier, action.id, trouvee.valeur.engagement);
      await atelier.transaction
        .insertInto('reponse_de_report')
        .values({
          demande_id: trouvee.valeur.id,
          acceptee: false,
          retrait: true,
          raison: lue.valeur.raison,
          enregistre_le: atelier.maintenant,
          auteur: acteur.compte,
        })
        .execute();
      await atelier.journaliser({
        acte: 'report.retirer',
        objet: { type: 'action', id: action.id },
        territoire: atelier.plan.territoire,
        charge: {
          plan: atelier.plan.id,
          avant: actuelle?.texte ?? '',
          apres: trouvee.valeur.texte,
          motif: lue.valeur.raison ?? '',
        },
      });
      return reussite(null);
    },
  );
}

/** The request of this action that waits for an answer; the action's row is locked. */
async function demandeSansReponse({ transaction }: Atelier, action: string, id: string) {
  const demande = await transaction
    .selectFrom('demande_de_report')
    .leftJoin('reponse_de_report', 'reponse_de_report.demande_id', 'demande_de_report.id')
    .selectAll('demande_de_report')
    .select(['reponse_de_report.demande_id as repondue', 'reponse_de_report.retrait'])
    .where('demande_de_report.id', '=', id)
    .where('demande_de_report.action_id', '=', action)
    .executeTakeFirst();
  if (!demande)
    return echec<Refus>({
      nature: 'introuvable',
      regle: 'report.introuvable',
      message: 'Cette demande de report n’est pas parmi celles de l’action.',
    });
  return demande.repondue === null
    ? reussite(demande)
    : echec<Refus>({
        nature: 'conflit',
        regle: demande.retrait ? 'report.retiree' : 'report.repondre.deja',
        message: demande.retrait
          ? 'Cette demande de report a été retirée entre-temps par qui l’avait faite.'
          : 'Quelqu’un a déjà répondu à cette demande : relisez les échéances de l’action.',
      });
}
