import { lireSection, type SectionDeDonnees } from '#acces';
import type { Base } from '#socle/base';

/** Reminders a person got, kinds they switched off, rules they set: for the export of a person's data. */
export function donneesDesRelances(base: Base, signataires: readonly string[]): Promise<SectionDeDonnees[]> {
  return Promise.all([
    lireSection(
      'relances_recues',
      'Relances reçues',
      base
        .selectFrom('relance')
        .innerJoin('courrier_de_relance as c', 'c.id', 'relance.courrier_id')
        .select(['c.jour', 'genre', 'plan_id', 'action_id', 'declinaison_id', 'reunion_id', 'remontee_id', 'echeance'])
        .where('c.compte_id', 'in', signataires)
        .orderBy('relance.id'),
    ),
    lireSection(
      'courriers_de_relance',
      'Jours où un courrier de relance a été écrit',
      base
        .selectFrom('courrier_de_relance')
        .select(['jour', 'enregistre_le'])
        .where('compte_id', 'in', signataires)
        .orderBy('jour'),
    ),
    lireSection(
      'courriers_coupes',
      'Courriers que la personne ne veut pas recevoir',
      base.selectFrom('courrier_coupe').select(['genre', 'coupe_le']).where('compte_id', 'in', signataires),
    ),
    lireSection(
      'regles_de_relance',
      'Relances de plans réglées',
      base
        .selectFrom('regle_de_relance')
        .select(['plan_id', 'avant', 'apres', 'puis', 'silence', 'comite', 'modifie_le'])
        .where('auteur', 'in', signataires),
    ),
  ]);
}
