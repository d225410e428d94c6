import { lireSection, type SectionDeDonnees } from '#acces';
import type { Base } from '#socle/base';

/** Everything these signatories wrote in plans, for the export of a person's data. */
export async function donneesDesPlans(base: Base, signataires: readonly string[]): Promise<SectionDeDonnees[]> {
  return Promise.all([
    lireSection(
      'notes',
      'Notes d’avancement signées',
      base
        .selectFrom('note_avancement')
        .select(['action_id as action', 'statut', 'taux', 'texte', 'obstacle', 'levee', 'sans_piece', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('ordre'),
    ),
    lireSection(
      'declinaisons',
      'Nouvelles données pour un territoire',
      base
        .selectFrom('note_de_declinaison')
        .innerJoin('declinaison', 'declinaison.id', 'note_de_declinaison.declinaison_id')
        .select([
          'action_id as action',
          'territoire_code as territoire',
          'statut',
          'taux',
          'texte',
          'obstacle',
          'levee',
        ])
        .select(['sans_piece', 'lien', 'lien_nom', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('ordre'),
    ),
    lireSection(
      'deploiements',
      'Territoires ajoutés à une action, ou retirés',
      base
        .selectFrom('declinaison')
        .select(['action_id as action', 'territoire_code as territoire', 'cree_le', 'retiree_le', 'retiree_motif'])
        .where((eb) => eb.or([eb('cree_par', 'in', signataires), eb('retiree_par', 'in', signataires)]))
        .orderBy('cree_le'),
    ),
    lireSection(
      'echeances',
      'Échéances fixées ou reportées',
      base
        .selectFrom('echeance')
        .select(['action_id as action', 'libelle', 'texte', 'motif', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('enregistre_le'),
    ),
    lireSection(
      'reports',
      'Reports demandés',
      base
        .selectFrom('demande_de_report')
        .select(['action_id as action', 'texte', 'motif', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('enregistre_le'),
    ),
    lireSection(
      'reponses',
      'Réponses à des demandes de report',
      base
        .selectFrom('reponse_de_report')
        .select(['demande_id as demande', 'acceptee', 'retrait', 'raison', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('enregistre_le'),
    ),
    lireSection(
      'actions',
      'Actions ajoutées',
      base
        .selectFrom('action')
        .select(['id', 'plan_id as plan', 'intitule', 'cree_le'])
        .where('cree_par', 'in', signataires)
        .orderBy('cree_le'),
    ),
    lireSection(
      'plans',
      'Plans créés',
      base
        .selectFrom('plan')
        .select(['id', 'titre', 'cree_le'])
        .where('cree_par', 'in', signataires)
        .orderBy('cree_le'),
    ),
    lireSection(
      'documents',
      'Fichiers déposés',
      base
        .selectFrom('document_source')
        .select(['nom', 'taille', 'empreinte', 'depose_le'])
        .where('depose_par', 'in', signataires)
        .orderBy('depose_le'),
    ),
    lireSection(
      'liens',
      'Liens personnels donnés à des pilotes sans compte',
      base
        .selectFrom('lien_personnel')
        .innerJoin('compte', 'compte.id', 'lien_personnel.compte_id')
        .select(['plan_id as plan', 'pilote', 'lien_personnel.cree_le', 'expire_le', 'revoque_le'])
        .where('compte.cree_par', 'in', signataires)
        .orderBy('lien_personnel.cree_le'),
    ),
    lireSection(
      'jalons',
      'Points de trajectoire inscrits',
      base
        .selectFrom('jalon_de_trajectoire')
        .select(['action_id as action', 'jour', 'texte', 'taux', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('enregistre_le'),
    ),
    lireSection(
      'imports',
      'Imports de plans',
      base
        .selectFrom('import_de_plan')
        .select(['plan_id as plan', 'etat', 'commence_le', 'fini_le'])
        .where('compte_id', 'in', signataires)
        .orderBy('commence_le'),
    ),
  ]);
}
