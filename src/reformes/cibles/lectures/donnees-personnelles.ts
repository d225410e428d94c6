import { LIGNES_AU_PLUS, type SectionDeDonnees, section } from '#acces';
import type { Base } from '#socle/base';

/** Everything these signatories said of targets, for the export of a person's data. */
export async function donneesDesCibles(base: Base, signataires: readonly string[]): Promise<SectionDeDonnees> {
  const faits = await base
    .selectFrom('fait_de_cible')
    .innerJoin('cible_convenue', 'cible_convenue.id', 'fait_de_cible.cible_id')
    .select(['cible_convenue.reforme_id', 'cible_convenue.territoire_code', 'cible_convenue.jour'])
    .select(['fait_de_cible.geste', 'fait_de_cible.valeur', 'fait_de_cible.texte', 'fait_de_cible.enregistre_le'])
    .where('fait_de_cible.auteur', 'in', signataires)
    .orderBy('fait_de_cible.id')
    .limit(LIGNES_AU_PLUS + 1)
    .execute();
  return section('cibles', 'Cibles proposées, discutées, actées', faits);
}
