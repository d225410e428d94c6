import { lireSection, type SectionDeDonnees } from '#acces';
import type { Base } from '#socle/base';

/** Everything these signatories said of targets, for the export of a person's data. */
export function donneesDesCibles(base: Base, signataires: readonly string[]): Promise<SectionDeDonnees> {
  const faits = base
    .selectFrom('fait_de_cible')
    .innerJoin('cible_convenue', 'cible_convenue.id', 'fait_de_cible.cible_id')
    .select(['cible_convenue.reforme_id', 'cible_convenue.territoire_code', 'cible_convenue.jour'])
    .select(['fait_de_cible.geste', 'fait_de_cible.valeur', 'fait_de_cible.texte', 'fait_de_cible.enregistre_le'])
    .where('fait_de_cible.auteur', 'in', signataires)
    .orderBy('fait_de_cible.id');
  return lireSection('cibles', 'Cibles proposées, discutées, actées', faits);
}
