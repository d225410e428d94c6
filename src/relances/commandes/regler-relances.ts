import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { peutModifierPlan, trouverPlan } from '#plans';
import { enTransaction, lireSaisie, type Services } from '#socle';
import { echec, fauteDeSaisie, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { lireReglage } from '../lectures/reglages.ts';
import { JOURS_AU_PLUS } from '../regles/reglage.ts';

const jours = z
  .string()
  .trim()
  .optional()
  .transform((texte, contexte): number | null => {
    if (!texte) return null;
    const nombre = /^\d{1,3}$/.test(texte) ? Number(texte) : 0;
    if (nombre >= 1 && nombre <= JOURS_AU_PLUS) return nombre;
    contexte.addIssue({
      code: 'custom',
      message: `Écrivez un nombre de jours de 1 à ${JOURS_AU_PLUS}, ou laissez vide pour ne pas relancer.`,
    });
    return z.NEVER;
  });

const SAISIE = z.object({
  version: z.coerce.number().int(),
  avant: jours,
  apres: jours,
  puis: jours,
  silence: jours,
  comite: jours,
});

/** Sets what a plan reminds its pilotes of. `version` is the one the form was drawn from: an older one is refused. */
export async function reglerRelances(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { version, ...jours } = lue.valeur;
  if (jours.apres !== null && jours.puis === null)
    return echec(
      fauteDeSaisie('relances.puis', 'puis', 'Dites tous les combien de jours on relance une action en retard.'),
    );
  const reglage = { ...jours, puis: jours.apres === null ? null : jours.puis };
  return enTransaction(services, async (transaction) => {
    const plan = await trouverPlan(transaction, acteur, id);
    if (!plan.ok) return plan;
    const permis = selon(peutModifierPlan(acteur, plan.valeur));
    if (!permis.ok) return permis;
    await transaction.selectFrom('plan').select('id').where('id', '=', id).forUpdate().execute();
    const garde = await lireReglage(transaction, id);
    if (garde.version !== version) return echec(CHANGE);
    const ligne = {
      ...reglage,
      version: version + 1,
      modifie_le: services.horloge.maintenant(),
      auteur: acteur.compte,
    };
    await transaction
      .insertInto('regle_de_relance')
      .values({ plan_id: id, ...ligne })
      .onConflict((conflit) => conflit.column('plan_id').doUpdateSet(ligne))
      .execute();
    await inscrire(
      transaction,
      {
        acte: 'relances.regler',
        objet: { type: 'plan', id },
        territoire: plan.valeur.territoire,
        charge: reglage,
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(null);
  });
}

const CHANGE: Refus = {
  nature: 'conflit',
  regle: 'relances.version',
  message:
    'Quelqu’un a changé ces relances pendant votre saisie. Vos nombres sont gardés ci-dessous : comparez-les à ceux du plan, puis enregistrez de nouveau.',
};
