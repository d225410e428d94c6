import { lireSection, type SectionDeDonnees } from '#acces';
import type { Base } from '#socle/base';

/** Everything these signatories wrote in remontées; an anonymous answer is nobody's, and is not found. */
export function donneesDesRemontees(base: Base, signataires: readonly string[]): Promise<SectionDeDonnees[]> {
  return Promise.all([
    lireSection(
      'remontees',
      'Remontées préparées',
      base.selectFrom('remontee').select(['id', 'titre', 'cree_le']).where('cree_par', 'in', signataires),
    ),
    lireSection(
      'reponses_aux_remontees',
      'Réponses à des remontées',
      base
        .selectFrom('remontee_reponse as r')
        .innerJoin('remontee_cible as c', 'c.id', 'r.cible_id')
        .select(['c.remontee_id', 'c.organisation_id', 'r.contenu', 'r.enregistre_le'])
        .where('r.auteur', 'in', signataires)
        .orderBy('r.id'),
    ),
    lireSection(
      'brouillons_de_reponses',
      'Brouillons de réponses à des remontées',
      base
        .selectFrom('remontee_brouillon as b')
        .innerJoin('remontee_cible as c', 'c.id', 'b.cible_id')
        .select(['c.remontee_id', 'c.organisation_id', 'b.contenu', 'b.enregistre_le'])
        .where('b.auteur', 'in', signataires),
    ),
    lireSection(
      'delegations_de_reponses',
      'Réponses confiées à un autre service',
      base
        .selectFrom('remontee_delegation as d')
        .innerJoin('remontee_cible as c', 'c.id', 'd.cible_id')
        .select(['c.remontee_id', 'c.organisation_id', 'd.organisation_id as confiee_a', 'd.enregistre_le'])
        .where('d.auteur', 'in', signataires)
        .orderBy('d.id'),
    ),
    lireSection(
      'relances_de_remontees',
      'Relances de remontées',
      base
        .selectFrom('remontee_relance')
        .select(['remontee_id', 'jour', 'cibles', 'courriels', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('id'),
    ),
    lireSection(
      'resultats_repris',
      'Résultats de remontées repris dans une action ou un indicateur',
      base
        .selectFrom('remontee_reprise')
        .select(['remontee_id', 'question', 'action_id', 'indicateur_id', 'chiffre', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('enregistre_le'),
    ),
  ]);
}
