import { lireSection, type SectionDeDonnees } from '#acces';
import type { Base } from '#socle/base';

/** Everything these signatories wrote about indicators, for the export of a person's data. */
export async function donneesDesIndicateurs(base: Base, signataires: readonly string[]): Promise<SectionDeDonnees[]> {
  return Promise.all([
    lireSection(
      'valeurs',
      'Valeurs d’indicateurs saisies',
      base
        .selectFrom('valeur')
        .innerJoin('indicateur', 'indicateur.numero', 'valeur.indicateur')
        .select(['indicateur.identifiant', 'valeur.territoire', 'valeur.type', 'valeur.jour', 'valeur.valeur'])
        .select(['valeur.source', 'valeur.commentaire', 'valeur.rectification', 'valeur.enregistre_le'])
        .where('valeur.auteur', 'in', signataires)
        // Those of a file are told by the file.
        .where('valeur.import_id', 'is', null)
        .orderBy('valeur.id'),
    ),
    lireSection(
      'propositions',
      'Valeurs proposées, ou propositions traitées',
      base
        .selectFrom('proposition_de_valeur')
        .select(['territoire', 'type', 'jour', 'valeur', 'source', 'commentaire', 'etat', 'proposee_le', 'reponse'])
        .where((eb) => eb.or([eb('proposee_par', 'in', signataires), eb('traitee_par', 'in', signataires)]))
        .orderBy('proposee_le'),
    ),
    lireSection(
      'imports_de_valeurs',
      'Fichiers de valeurs importés',
      base
        .selectFrom('import_de_valeurs')
        .select(['nom', 'empreinte', 'etat', 'motif', 'commence_le', 'fini_le', 'annule_motif'])
        .where('compte_id', 'in', signataires)
        .orderBy('commence_le'),
    ),
    lireSection(
      'indicateurs',
      'Indicateurs créés',
      base
        .selectFrom('indicateur')
        .select(['id', 'identifiant', 'nom', 'cree_le'])
        .where('cree_par', 'in', signataires)
        .orderBy('cree_le'),
    ),
  ]);
}
