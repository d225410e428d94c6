import { z } from 'zod';
import type { Acteur } from '#acces';
import { type Echeance, lireEcheances } from '#echeances';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import type { Plan } from '../lectures/plan.ts';
import { peutModifierPlan } from '../politique.ts';
import { colonnesDEcheance } from './ecriture.ts';
import { rafraichir } from './rafraichir.ts';
import { reperesDuPlan } from './reperes.ts';
import { type CibleDAction, surLAction } from './sur-l-action.ts';
import type { Atelier } from './sur-le-plan.ts';

export const SAISIE_DE_REPORT = z.object({
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
  const lue = lireSaisie(SAISIE_DE_REPORT, valeurs);
  if (!lue.ok) return lue;
  const saisie = lue.valeur;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutModifierPlan(acteur, plan),
    async (atelier, action) => {
      const { plan } = atelier;
      const actuelle = await echeanceActuelle(atelier, action.id, saisie.engagement);
      const report = saisie.engagement > 0;
      if (report && !actuelle) return echec(champ('engagement', 'Cette échéance n’existe pas pour cette action.'));
      if (report && saisie.motif === '')
        return echec(champ('motif', 'Donnez la raison du report : elle reste visible à côté des deux échéances.'));
      const nouvelle = lireNouvelleEcheance(saisie.echeance, plan);
      if (!nouvelle.ok) return nouvelle;
      await (report && actuelle
        ? ecrireReport(atelier, action.id, saisie.engagement, actuelle, nouvelle.valeur, saisie.motif)
        : fixer(atelier, action.id, (actuelle?.engagement ?? 0) + 1, nouvelle.valeur, saisie.motif));
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

type EcheanceActuelle = {
  readonly engagement: number;
  readonly libelle: string | null;
  readonly texte: string;
  readonly rang: number;
};

/** The last words of a commitment; of the last commitment for 0. */
export async function echeanceActuelle(
  { transaction }: Atelier,
  action: string,
  engagement: number,
): Promise<EcheanceActuelle | undefined> {
  return transaction
    .selectFrom('echeance')
    .select(['engagement', 'libelle', 'texte', 'rang'])
    .where('action_id', '=', action)
    .where((eb) => (engagement === 0 ? eb.lit(true) : eb('engagement', '=', engagement)))
    .orderBy('engagement', 'desc')
    .orderBy('rang', 'desc')
    .executeTakeFirst();
}

/** One deadline, understood. */
export function lireNouvelleEcheance(texte: string, plan: Plan): Resultat<Echeance> {
  const lecture = lireEcheances(texte, reperesDuPlan(plan)).echeances;
  const nouvelle = lecture[0];
  if (!nouvelle || lecture.length > 1)
    return echec(champ('echeance', 'Écrivez une seule échéance ; pour plusieurs étapes, ajoutez-les une à une.'));
  return nouvelle.nature === 'invalide' || nouvelle.nature === 'inconnue'
    ? echec(
        champ(
          'echeance',
          `« ${texte} » n’a pas été compris. Écrivez par exemple « 30/06/2026 », « 1er semestre 2026 » ou « à partir de mars 2026 ».`,
        ),
      )
    : reussite(nouvelle);
}

/** Appends the new words of a commitment beside the former ones. */
export async function ecrireReport(
  atelier: Atelier,
  action: string,
  engagement: number,
  actuelle: EcheanceActuelle,
  nouvelle: Echeance,
  motif: string,
): Promise<void> {
  await inserer(atelier, action, nouvelle, {
    libelle: nouvelle.libelle ?? actuelle.libelle,
    engagement,
    rang: actuelle.rang + 1,
    motif,
  });
}

function fixer(atelier: Atelier, action: string, engagement: number, nouvelle: Echeance, motif: string) {
  return inserer(atelier, action, nouvelle, {
    libelle: nouvelle.libelle,
    engagement,
    rang: 0,
    motif: motif || null,
  });
}

async function inserer(
  { transaction, plan, services, maintenant, acteur }: Atelier,
  action: string,
  echeance: Echeance,
  place: { libelle: string | null; engagement: number; rang: number; motif: string | null },
): Promise<void> {
  await transaction
    .insertInto('echeance')
    .values({
      ...colonnesDEcheance(echeance),
      ...place,
      id: services.ids.nouveau(),
      action_id: action,
      plan_id: plan.id,
      enregistre_le: maintenant,
      auteur: acteur.compte,
    })
    .execute();
}

function champ(nom: string, message: string) {
  return fauteDeSaisie(`echeance.${nom}`, nom, message);
}
