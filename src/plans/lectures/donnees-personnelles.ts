import { LIGNES_AU_PLUS, type SectionDeDonnees, section } from '#acces';
import type { Base } from '#socle/base';

/** Everything these signatories wrote in plans, for the export of a person's data. */
export async function donneesDesPlans(base: Base, signataires: readonly string[]): Promise<SectionDeDonnees[]> {
  const auPlus = LIGNES_AU_PLUS + 1;
  const [notes, echeances, actions, plans, documents, jalons, imports] = await Promise.all([
    base
      .selectFrom('note_avancement')
      .select(['action_id as action', 'statut', 'taux', 'texte', 'enregistre_le'])
      .where('auteur', 'in', signataires)
      .orderBy('ordre')
      .limit(auPlus)
      .execute(),
    base
      .selectFrom('echeance')
      .select(['action_id as action', 'libelle', 'texte', 'motif', 'enregistre_le'])
      .where('auteur', 'in', signataires)
      .orderBy('enregistre_le')
      .limit(auPlus)
      .execute(),
    base
      .selectFrom('action')
      .select(['id', 'plan_id as plan', 'intitule', 'cree_le'])
      .where('cree_par', 'in', signataires)
      .orderBy('cree_le')
      .limit(auPlus)
      .execute(),
    base
      .selectFrom('plan')
      .select(['id', 'titre', 'cree_le'])
      .where('cree_par', 'in', signataires)
      .orderBy('cree_le')
      .limit(auPlus)
      .execute(),
    base
      .selectFrom('document_source')
      .select(['nom', 'taille', 'empreinte', 'depose_le'])
      .where('depose_par', 'in', signataires)
      .orderBy('depose_le')
      .limit(auPlus)
      .execute(),
    base
      .selectFrom('jalon_de_trajectoire')
      .select(['action_id as action', 'jour', 'texte', 'taux', 'enregistre_le'])
      .where('auteur', 'in', signataires)
      .orderBy('enregistre_le')
      .limit(auPlus)
      .execute(),
    base
      .selectFrom('import_de_plan')
      .select(['plan_id as plan', 'etat', 'commence_le', 'fini_le'])
      .where('compte_id', 'in', signataires)
      .orderBy('commence_le')
      .limit(auPlus)
      .execute(),
  ]);
  return [
    section('notes', 'Notes d’avancement signées', notes),
    section('echeances', 'Échéances fixées ou reportées', echeances),
    section('actions', 'Actions ajoutées', actions),
    section('plans', 'Plans créés', plans),
    section('documents', 'Fichiers déposés', documents),
    section('jalons', 'Points de trajectoire inscrits', jalons),
    section('imports', 'Imports de plans', imports),
  ];
}
