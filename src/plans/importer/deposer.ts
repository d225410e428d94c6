import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { lireDansOuvrier } from '#tableur';
import { attendreUnMoment, type Depot, empreinteDe, garderFichier, verifierFichier } from '#tableur/depot';
import { trouverPlan } from '../lectures/plan.ts';
import { peutCreerDesPlans, peutModifierPlan } from '../politique.ts';
import { AUCUN_CHOIX } from './choix.ts';

/** Names given to what is pasted: they say nothing of the plan, neither its title nor its year. */
export const NOM_COLLE = { html: 'Tableau collé.html', texte: 'Tableau collé.txt' } as const;
export const NOMS_COLLES: ReadonlySet<string> = new Set(Object.values(NOM_COLLE));

/** A short file is read while its sender waits; a longer one goes on behind, and the page shows its progress. */
const ATTENTE_MS = 4_000;

/**
 * Keeps the file and starts reading it. Nothing is written in any plan: the import waits for its preview to be confirmed.
 * Gives the identifier of the import.
 */
export async function deposerFichier(
  services: Services,
  acteur: Acteur,
  plan: string | null,
  depot: Depot,
): Promise<Resultat<string>> {
  if (plan === null) {
    const permis = selon(peutCreerDesPlans(acteur));
    if (!permis.ok) return permis;
  } else {
    const trouve = await trouverPlan(services.base, acteur, plan);
    if (!trouve.ok) return trouve;
    const permis = selon(peutModifierPlan(acteur, trouve.valeur));
    if (!permis.ok) return permis;
  }
  const lisible = verifierFichier(depot, 'le tableau du plan');
  if (!lisible.ok) return lisible;
  const { base, ids, horloge } = services;
  const id = ids.nouveau();
  const empreinte = empreinteDe(depot.octets);
  await base.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('import_de_plan')
      .values({
        id,
        plan_id: plan,
        document_id: await garderFichier(transaction, services, depot, acteur.compte),
        compte_id: acteur.compte,
        etat: 'lecture',
        choix: JSON.stringify(
          plan === null ? { ...AUCUN_CHOIX, attributs: { proprietaire: acteur.organisation } } : AUCUN_CHOIX,
        ),
        commence_le: horloge.maintenant(),
      })
      .execute();
    await inscrire(
      transaction,
      {
        acte: 'import.deposer',
        objet: { type: 'import', id },
        territoire: null,
        charge: { fichier: depot.nom, empreinte, plan },
      },
      { auteur: acteur.compte, horloge },
    );
  });
  await attendreUnMoment(lireFichierDepose(services, id), ATTENTE_MS);
  return reussite(id);
}

/** Reads the file of an import in the reading worker and keeps what was read, or why it could not be. Never throws. */
export async function lireFichierDepose({ base, horloge }: Services, id: string): Promise<void> {
  try {
    const depot = await base
      .selectFrom('import_de_plan')
      .innerJoin('document_source', 'document_source.id', 'import_de_plan.document_id')
      .select(['document_source.nom', 'document_source.contenu'])
      .where('import_de_plan.id', '=', id)
      .executeTakeFirstOrThrow();
    const lu = await lireDansOuvrier(depot.contenu, NOMS_COLLES.has(depot.nom) ? null : depot.nom);
    await base
      .updateTable('import_de_plan')
      .set(
        lu.ok
          ? { etat: 'lu', progression: 100, document_lu: JSON.stringify(lu.valeur), fini_le: horloge.maintenant() }
          : { etat: 'refuse', refus: lu.refus.message, fini_le: horloge.maintenant() },
      )
      .where('id', '=', id)
      .where('etat', '=', 'lecture')
      .execute();
  } catch {
    await base
      .updateTable('import_de_plan')
      .set({
        etat: 'refuse',
        refus: 'La lecture de ce fichier s’est interrompue. Déposez-le de nouveau.',
        fini_le: horloge.maintenant(),
      })
      .where('id', '=', id)
      .where('etat', '=', 'lecture')
      .execute()
      .catch(() => undefined);
  }
}
