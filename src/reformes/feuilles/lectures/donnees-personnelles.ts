import { lireSection, type SectionDeDonnees } from '#acces';
import type { Base } from '#socle/base';

/** Everything these signatories wrote about roadmaps, for the export of a person's data. */
export async function donneesDesFeuilles(base: Base, signataires: readonly string[]): Promise<SectionDeDonnees[]> {
  return Promise.all([
    lireSection(
      'feuilles_de_route',
      'Feuilles de route préparées',
      base
        .selectFrom('feuille_de_route')
        .select(['id', 'titre', 'territoire_code', 'cree_le'])
        .where('cree_par', 'in', signataires),
    ),
    lireSection(
      'evenements_de_feuilles',
      'Événements de feuilles de route écrits',
      base
        .selectFrom('evenement_de_feuille')
        .select(['feuille_id', 'genre', 'jour', 'texte', 'motif', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('id'),
    ),
    lireSection(
      'contenus_de_feuilles',
      'Réformes et projets mis dans une feuille de route, ou retirés',
      base
        .selectFrom('contenu_de_feuille')
        .select(['feuille_id', 'geste', 'reforme_id', 'projet_id', 'engagement', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('id'),
    ),
    lireSection(
      'projets_locaux',
      'Projets locaux décrits',
      base
        .selectFrom('projet_local')
        .select(['feuille_id', 'nom', 'description', 'partenaires', 'moyens', 'cree_le'])
        .where('cree_par', 'in', signataires),
    ),
    lireSection(
      'jalons_de_projets',
      'Jalons de projets locaux ajoutés',
      base
        .selectFrom('jalon_de_projet')
        .select(['projet_id', 'libelle', 'ajoute_le'])
        .where('ajoute_par', 'in', signataires),
    ),
    lireSection(
      'faits_de_jalons',
      'Échéances et atteintes de jalons déclarées',
      base
        .selectFrom('fait_de_jalon')
        .select(['jalon_id', 'genre', 'texte', 'jour', 'motif', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('id'),
    ),
    lireSection(
      'notes_de_projets',
      'Notes sur des projets locaux',
      base
        .selectFrom('note_de_projet')
        .select(['projet_id', 'etat', 'texte', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('id'),
    ),
    lireSection(
      'commentaires_de_feuilles',
      'Commentaires de comptes rendus',
      base
        .selectFrom('commentaire_de_feuille')
        .select(['feuille_id', 'texte', 'enregistre_le'])
        .where('auteur', 'in', signataires)
        .orderBy('id'),
    ),
  ]);
}
