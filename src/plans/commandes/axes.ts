import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { axesDuPlan, estIdentifiant } from '../lectures/plan.ts';
import { peutModifierPlan } from '../politique.ts';
import { surLePlan } from './sur-le-plan.ts';

const SAISIE = z.object({
  intitule: texteObligatoire('Donnez un intitulé à l’axe.', 1_000),
  code: texteFacultatif(30),
  parent: z
    .string()
    .optional()
    .transform((id) => id || null),
});

const AXE_ABSENT = {
  nature: 'introuvable',
  regle: 'axe.introuvable',
  message: 'Cet axe n’existe pas dans ce plan, ou en a été supprimé.',
} as const;

/** Adds an axe at the end of its level. */
export async function creerAxe(
  services: Services,
  acteur: Acteur,
  plan: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { intitule, code, parent } = lue.valeur;
  return surLePlan(
    services,
    acteur,
    plan,
    (vu) => peutModifierPlan(acteur, vu),
    async (atelier) => {
      const axes = await axesDuPlan(atelier.transaction, plan);
      if (parent !== null && !axes.some(({ id }) => id === parent)) return echec(AXE_ABSENT);
      const id = services.ids.nouveau();
      await atelier.transaction
        .insertInto('axe')
        .values({
          id,
          plan_id: plan,
          parent_id: parent,
          rang: Math.max(-1, ...axes.map(({ rang }) => rang)) + 1,
          code,
          intitule,
          cree_le: atelier.maintenant,
        })
        .execute();
      await atelier.journaliser({
        acte: 'axe.creer',
        objet: { type: 'axe', id },
        territoire: atelier.plan.territoire,
        charge: { plan, intitule },
      });
      return reussite(id);
    },
  );
}

/** Changes the words or the code of an axe. */
export async function modifierAxe(
  services: Services,
  acteur: Acteur,
  cible: { plan: string; axe: string },
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { intitule, code } = lue.valeur;
  return surLePlan(
    services,
    acteur,
    cible.plan,
    (vu) => peutModifierPlan(acteur, vu),
    async (atelier) => {
      const axe = (await axesDuPlan(atelier.transaction, cible.plan)).find(({ id }) => id === cible.axe);
      if (!axe) return echec(AXE_ABSENT);
      await atelier.transaction.updateTable('axe').set({ intitule, code }).where('id', '=', axe.id).execute();
      await atelier.journaliser({
        acte: 'axe.modifier',
        objet: { type: 'axe', id: axe.id },
        territoire: atelier.plan.territoire,
        charge: { plan: cible.plan, intitule },
      });
      return reussite(null);
    },
  );
}

/** Removes an axe that holds nothing any more; otherwise says what to move first. */
export async function supprimerAxe(
  services: Services,
  acteur: Acteur,
  cible: { plan: string; axe: string },
): Promise<Resultat<null>> {
  return surLePlan(
    services,
    acteur,
    cible.plan,
    (vu) => peutModifierPlan(acteur, vu),
    async (atelier) => {
      const axes = await axesDuPlan(atelier.transaction, cible.plan);
      const axe = axes.find(({ id }) => id === cible.axe);
      if (!axe) return echec(AXE_ABSENT);
      const { nombre } = await atelier.transaction
        .selectFrom('action')
        .select(({ fn }) => fn.countAll<number>().as('nombre'))
        .where('axe_id', '=', axe.id)
        .where('retiree_le', 'is', null)
        .executeTakeFirstOrThrow();
      if (nombre > 0 || axes.some(({ parent }) => parent === axe.id)) {
        return echec({
          nature: 'conflit',
          regle: 'axe.occupe',
          message: `L’axe « ${axe.intitule} » contient encore des actions ou des sous-axes. Déplacez-les d’abord.`,
        });
      }
      await atelier.transaction
        .updateTable('axe')
        .set({ retire_le: atelier.maintenant })
        .where('id', '=', axe.id)
        .execute();
      await atelier.journaliser({
        acte: 'axe.supprimer',
        objet: { type: 'axe', id: axe.id },
        territoire: atelier.plan.territoire,
        charge: { plan: cible.plan, intitule: axe.intitule },
      });
      return reussite(null);
    },
  );
}

/** Moves an axe one place up or down among those of its level. */
export async function deplacerAxe(
  services: Services,
  acteur: Acteur,
  cible: { plan: string; axe: string },
  sens: 'monter' | 'descendre',
): Promise<Resultat<null>> {
  return surLePlan(
    services,
    acteur,
    cible.plan,
    (vu) => peutModifierPlan(acteur, vu),
    async (atelier) => {
      if (!estIdentifiant(cible.axe)) return echec(AXE_ABSENT);
      const axes = await axesDuPlan(atelier.transaction, cible.plan);
      const axe = axes.find(({ id }) => id === cible.axe);
      if (!axe) return echec(AXE_ABSENT);
      const niveau = axes.filter(({ parent }) => parent === axe.parent);
      const place = niveau.indexOf(axe);
      const voisin = niveau[sens === 'monter' ? place - 1 : place + 1];
      if (!voisin) return reussite(null);
      // Ranks may be equal after an import: the whole level is numbered anew.
      const ordre = niveau.map((membre) => (membre === axe ? voisin : membre === voisin ? axe : membre));
      for (const [rang, { id }] of ordre.entries()) {
        await atelier.transaction.updateTable('axe').set({ rang }).where('id', '=', id).execute();
      }
      await atelier.journaliser({
        acte: 'plan.ordonner',
        objet: { type: 'plan', id: cible.plan },
        territoire: atelier.plan.territoire,
        charge: { axes: niveau.length, actions: 0 },
      });
      return reussite(null);
    },
  );
}
