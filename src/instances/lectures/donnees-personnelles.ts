import { lireSection, type SectionDeDonnees } from '#acces';
import type { Base } from '#socle/base';

/** Everything these signatories wrote in committees, and those they are members of, for the export of a person's data. */
export async function donneesDesInstances(base: Base, signataires: readonly string[]): Promise<SectionDeDonnees[]> {
  return Promise.all([
    lireSection(
      'instances',
      'Instances créées',
      base.selectFrom('instance').select(['id', 'nom', 'cree_le']).where('cree_par', 'in', signataires),
    ),
    lireSection(
      'instances_membre',
      'Instances dont la personne est membre',
      base
        .selectFrom('membre_d_instance')
        .innerJoin('instance', 'instance.id', 'membre_d_instance.instance_id')
        .select(['instance.nom', 'ajoute_le', 'retire_le'])
        .where('compte_id', 'in', signataires),
    ),
    lireSection(
      'reunions',
      'Réunions planifiées',
      base.selectFrom('reunion').select(['id', 'jour', 'cree_le']).where('cree_par', 'in', signataires),
    ),
    lireSection(
      'presences_en_reunion',
      'Présences notées',
      base
        .selectFrom('presence_en_reunion')
        .select(['reunion_id', 'membre_id', 'etat', 'enregistre_le'])
        .where('auteur', 'in', signataires),
    ),
    lireSection(
      'notes_de_seance',
      'Notes prises en séance',
      base
        .selectFrom('note_de_point')
        .select(['point_id', 'texte', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('enregistre_le'),
    ),
    lireSection(
      'decisions',
      'Décisions enregistrées',
      base
        .selectFrom('decision')
        .select(['reunion_id', 'numero', 'genre', 'texte', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('enregistre_le'),
    ),
    lireSection(
      'suites_de_decisions',
      'Suites données à des décisions',
      base
        .selectFrom('decision')
        .select(['reunion_id', 'numero', 'suite', 'suite_le'])
        .where('suite_auteur', 'in', signataires)
        .orderBy('suite_le'),
    ),
    lireSection(
      'reponses_a_des_decisions',
      'Réponses données pour un service à des décisions',
      base
        .selectFrom('suite_de_service')
        .select(['decision_id', 'organisation_id', 'texte', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('enregistre_le'),
    ),
    lireSection(
      'releves_de_decisions',
      'Relevés de décisions validés',
      base
        .selectFrom('releve_de_decisions')
        .select(['reunion_id', 'numero', 'valide_le'])
        .where('auteur', 'in', signataires),
    ),
    lireSection(
      'rectificatifs',
      'Rectificatifs de relevés',
      base
        .selectFrom('rectificatif')
        .select(['reunion_id', 'numero', 'texte', 'motif', 'enregistre_le'])
        .where('auteur', 'in', signataires),
    ),
    lireSection(
      'calendrier',
      'Adresse de calendrier créée',
      base.selectFrom('calendrier_de_compte').select('cree_le').where('compte_id', 'in', signataires),
    ),
  ]);
}
