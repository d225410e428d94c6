import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { enTransaction, jourFacultatif, lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutCreerPlan } from '../politique.ts';

/** What is typed of a plan, at its creation and afterwards. */
export const SAISIE_DE_PLAN = z
  .object({
    titre: texteObligatoire('Donnez un titre au plan.', 500),
    genre: z.enum(['plan_d_actions', 'feuille_de_route', 'plan_de_reprise', 'suite_de_recommandations'], {
      error: 'Choisissez le genre du plan.',
    }),
    proprietaire: texteObligatoire('Choisissez le service propriétaire.', 100),
    territoire: texteObligatoire('Choisissez le territoire.', 5),
    diffusion: z.enum(['equipe', 'administration'], { error: 'Dites qui peut lire le plan.' }),
    etat: z.enum(['brouillon', 'actif', 'archive'], { error: 'Choisissez l’état du plan.' }),
    description: texteFacultatif(4_000),
    periodeDebut: jourFacultatif,
    periodeFin: jourFacultatif,
    dateDeReference: jourFacultatif,
    silenceJours: z.coerce
      .number({ error: 'Écrivez un nombre de jours.' })
      .int('Écrivez un nombre entier de jours.')
      .min(1, 'Comptez au moins un jour.')
      .max(365, 'Comptez au plus 365 jours.')
      .default(30),
    reportsAValider: z
      .enum(['oui', 'non'], { error: 'Dites si les pilotes demandent les reports en ligne.' })
      .default('non'),
  })
  .refine(
    ({ periodeDebut, periodeFin }) => periodeDebut === null || periodeFin === null || periodeDebut <= periodeFin,
    {
      path: ['periodeFin'],
      message: 'La fin de la période précède son début.',
    },
  );

export type SaisieDePlan = z.output<typeof SAISIE_DE_PLAN>;

/** Creates an empty plan and gives its identifier. */
export async function creerPlan(services: Services, acteur: Acteur, valeurs: unknown): Promise<Resultat<string>> {
  const saisie = lireSaisie(SAISIE_DE_PLAN, valeurs);
  if (!saisie.ok) return saisie;
  return enTransaction(services, (transaction) => ecrireNouveauPlan(transaction, services, acteur, saisie.valeur));
}

/** The same within a transaction under way: an import creates its plan and fills it at once. */
export async function ecrireNouveauPlan(
  transaction: Base,
  services: Services,
  acteur: Acteur,
  saisie: SaisieDePlan,
  options: { demonstration?: boolean } = {},
): Promise<Resultat<string>> {
  const permis = selon(peutCreerPlan(acteur, saisie.proprietaire, saisie.territoire));
  if (!permis.ok) return permis;
  const rattachement = await lireRattachement(transaction, saisie);
  if (!rattachement.ok) return rattachement;
  const id = services.ids.nouveau();
  await transaction
    .insertInto('plan')
    .values({
      id,
      ...colonnesDePlan(saisie),
      ministere_id: rattachement.valeur.ministere,
      demonstration: options.demonstration ?? false,
      cree_le: services.horloge.maintenant(),
      cree_par: acteur.compte,
    })
    .execute();
  await inscrire(
    transaction,
    {
      acte: 'plan.creer',
      objet: { type: 'plan', id },
      territoire: saisie.territoire,
      charge: { titre: saisie.titre, genre: saisie.genre },
    },
    { auteur: acteur.compte, horloge: services.horloge },
  );
  return reussite(id);
}

export function colonnesDePlan(saisie: SaisieDePlan) {
  return {
    titre: saisie.titre,
    genre: saisie.genre,
    proprietaire_id: saisie.proprietaire,
    territoire_code: saisie.territoire,
    diffusion: saisie.diffusion,
    etat: saisie.etat,
    description: saisie.description,
    periode_debut: saisie.periodeDebut,
    periode_fin: saisie.periodeFin,
    date_de_reference: saisie.dateDeReference,
    silence_jours: saisie.silenceJours,
    reports_a_valider: saisie.reportsAValider === 'oui',
  };
}

/** Checks that the owner and the territory exist, and gives the ministry at the top of the owner's branch. */
export async function lireRattachement(
  transaction: Base,
  saisie: SaisieDePlan,
): Promise<Resultat<{ ministere: string | null }>> {
  const [territoire, branche] = await Promise.all([
    transaction.selectFrom('territoire').select('code').where('code', '=', saisie.territoire).executeTakeFirst(),
    transaction
      .withRecursive('haut', (cte) =>
        cte
          .selectFrom('organisation')
          .select(['id', 'parent_id', 'genre'])
          .where('id', '=', saisie.proprietaire)
          .union((union) =>
            union
              .selectFrom('organisation')
              .innerJoin('haut', 'haut.parent_id', 'organisation.id')
              .select(['organisation.id', 'organisation.parent_id', 'organisation.genre']),
          ),
      )
      .selectFrom('haut')
      .select(['id', 'genre'])
      .execute(),
  ]);
  const champs: Record<string, string> = {};
  if (!territoire) champs.territoire = 'Ce territoire n’existe pas : choisissez-le dans la liste.';
  if (branche.length === 0) champs.proprietaire = 'Ce service n’est pas dans l’annuaire : choisissez-le dans la liste.';
  const premier = Object.values(champs)[0];
  if (premier) return echec({ nature: 'invalide', regle: 'plan.rattachement', message: premier, champs });
  return reussite({ ministere: branche.find(({ genre }) => genre === 'ministere')?.id ?? null });
}
