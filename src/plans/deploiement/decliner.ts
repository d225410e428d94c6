import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif } from '#socle';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import { lireCodeTerritoire } from '#territoires/regles';
import { type CibleDAction, surLAction } from '../commandes/sur-l-action.ts';
import type { Atelier } from '../commandes/sur-le-plan.ts';
import { choisirTerritoires, MAILLES_DE_DECLINAISON, mailleDe } from '../regles/deploiement.ts';
import { peutDecliner } from './politique.ts';

const SAISIE = z.object({
  maille: z.enum(MAILLES_DE_DECLINAISON, { error: 'Choisissez la maille : département ou région.' }),
  portee: z.enum(['tous', 'region', 'liste'], { error: 'Dites dans quels territoires.' }),
  region: texteFacultatif(10),
  liste: texteFacultatif(8_000),
});

/** Declines an action over territories of one level. Those it is declined in already keep their story; gives how many are new. */
export async function declinerAction(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  valeurs: unknown,
): Promise<Resultat<number>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutDecliner(acteur, plan),
    async (atelier, action) => {
      const { transaction, plan, maintenant } = atelier;
      const choisis = choisirTerritoires(lue.valeur, lireCodeTerritoire(plan.territoire) ?? 'FR');
      if (!choisis.ok) return echec(fauteDeSaisie('declinaison.territoires', choisis.champ, choisis.message));
      const presentes = await declinaisonsPresentes(atelier, action.id);
      if (presentes.some(({ territoire }) => mailleDe(territoire) !== lue.valeur.maille))
        return echec(
          fauteDeSaisie(
            'declinaison.maille',
            'maille',
            `Cette action est déjà déclinée par ${lue.valeur.maille === 'regional' ? 'département' : 'région'} : une seule maille à la fois. Retirez d’abord ces déclinaisons.`,
          ),
        );
      const nouveaux = choisis.territoires.filter((code) => !presentes.some(({ territoire }) => territoire === code));
      if (nouveaux.length === 0)
        return echec(
          fauteDeSaisie(
            'declinaison.deja',
            lue.valeur.portee === 'tous' ? 'portee' : lue.valeur.portee,
            'L’action est déjà déclinée dans tous ces territoires.',
          ),
        );
      await transaction
        .insertInto('declinaison')
        .values(
          nouveaux.map((territoire_code) => ({
            id: services.ids.nouveau(),
            action_id: action.id,
            plan_id: plan.id,
            territoire_code,
            cree_le: maintenant,
            cree_par: acteur.compte,
          })),
        )
        .execute();
      await atelier.journaliser({
        acte: 'action.decliner',
        objet: { type: 'action', id: action.id },
        territoire: plan.territoire,
        charge: { plan: plan.id, maille: lue.valeur.maille, territoires: nouveaux },
      });
      return reussite(nouveaux.length);
    },
  );
}

const RETRAIT = z.object({
  territoire: z.string({ error: 'Choisissez ce qui est retiré.' }).min(1, 'Choisissez ce qui est retiré.').max(10),
  motif: z
    .string()
    .trim()
    .min(1, 'Dites pourquoi : la raison reste visible dans l’historique.')
    .max(2_000, 'Ce motif dépasse 2 000 caractères : raccourcissez-le.'),
});

/** Withdraws one territory, or all of them (`tous`); what they said is kept, and past days still show it. */
export async function retirerDeclinaisons(
  services: Services,
  acteur: Acteur,
  cible: CibleDAction,
  valeurs: unknown,
): Promise<Resultat<number>> {
  const lue = lireSaisie(RETRAIT, valeurs);
  if (!lue.ok) return lue;
  const { territoire: choisi, motif } = lue.valeur;
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutDecliner(acteur, plan),
    async (atelier, action) => {
      const retirees = (await declinaisonsPresentes(atelier, action.id)).filter(
        ({ territoire }) => choisi === 'tous' || territoire === choisi,
      );
      if (retirees.length === 0)
        return echec(
          fauteDeSaisie(
            'declinaison.retirer.absente',
            'territoire',
            'L’action n’est plus déclinée dans ce territoire : quelqu’un l’a retiré entre-temps.',
          ),
        );
      await atelier.transaction
        .updateTable('declinaison')
        .set({ retiree_le: atelier.maintenant, retiree_par: acteur.compte, retiree_motif: motif })
        .where(
          'id',
          'in',
          retirees.map(({ id }) => id),
        )
        .execute();
      await atelier.journaliser({
        acte: 'declinaison.retirer',
        objet: { type: 'action', id: action.id },
        territoire: atelier.plan.territoire,
        charge: { plan: atelier.plan.id, territoires: retirees.map(({ territoire }) => territoire), motif },
      });
      return reussite(retirees.length);
    },
  );
}

/** The action's row is locked: nobody adds or withdraws any meanwhile. */
async function declinaisonsPresentes({ transaction }: Atelier, action: string) {
  return transaction
    .selectFrom('declinaison')
    .select(['id', 'territoire_code as territoire'])
    .where('action_id', '=', action)
    .where('retiree_le', 'is', null)
    .orderBy('territoire_code')
    .execute();
}
