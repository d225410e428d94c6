import { lireSection, type SectionDeDonnees } from '#acces';
import type { Base } from '#socle/base';
import { donneesDesCibles } from '../cibles/lectures/donnees-personnelles.ts';
import { donneesDesFeuilles } from '../feuilles/lectures/donnees-personnelles.ts';

/** Everything these signatories wrote about reforms, for the export of a person's data. */
export async function donneesDesReformes(base: Base, signataires: readonly string[]): Promise<SectionDeDonnees[]> {
  const [siennes, feuilles, cibles] = await Promise.all([
    Promise.all([
      lireSection(
        'reformes',
        'Réformes créées',
        base.selectFrom('reforme').select(['id', 'nom', 'cree_le']).where('cree_par', 'in', signataires),
      ),
      lireSection(
        'meteos',
        'Météos déclarées',
        base
          .selectFrom('meteo_declaree')
          .select(['reforme_id', 'territoire_code', 'meteo', 'phrase', 'enregistre_le'])
          .where('auteur', 'in', signataires)
          .orderBy('id'),
      ),
      lireSection(
        'analyses',
        'Analyses écrites',
        base
          .selectFrom('analyse_de_reforme')
          .select([
            'reforme_id',
            'territoire_code',
            'synthese',
            'contexte',
            'difficultes',
            'reussites',
            'enregistre_le',
          ])
          .where('auteur', 'in', signataires)
          .orderBy('id'),
      ),
      lireSection(
        'contacts_de_reformes',
        'Contacts de réformes ajoutés',
        base
          .selectFrom('reforme_contact')
          .select(['reforme_id', 'fonction', 'courriel', 'ajoute_le'])
          .where('ajoute_par', 'in', signataires),
      ),
      lireSection(
        'plans_de_reformes',
        'Plans liés à des réformes',
        base
          .selectFrom('reforme_plan')
          .select(['reforme_id', 'plan_id', 'action_id', 'ajoute_le', 'retire_le'])
          .where((eb) => eb.or([eb('ajoute_par', 'in', signataires), eb('retire_par', 'in', signataires)])),
      ),
      lireSection(
        'criteres',
        'Critères de territoires saisis',
        base
          .selectFrom('critere_de_territoire')
          .select(['critere', 'territoire_code', 'valeur', 'annee', 'saisi_le'])
          .where('saisi_par', 'in', signataires),
      ),
      lireSection(
        'comparaisons',
        'Territoires choisis pour comparer',
        base
          .selectFrom('comparaison_choisie')
          .select(['territoire_code', 'territoires', 'enregistre_le'])
          .where('compte_id', 'in', signataires),
      ),
      lireSection(
        'points_d_etape',
        'Points d’étape préparés ou arrêtés',
        base
          .selectFrom('point_d_etape')
          .select(['id', 'territoire_code', 'jour', 'titre', 'etat', 'cree_le', 'arrete_le'])
          .where((eb) => eb.or([eb('cree_par', 'in', signataires), eb('arrete_par', 'in', signataires)])),
      ),
      lireSection(
        'commentaires_de_points',
        'Commentaires de points d’étape',
        base
          .selectFrom('commentaire_de_point')
          .select(['point_id', 'reforme_id', 'texte', 'enregistre_le'])
          .where('auteur', 'in', signataires)
          .orderBy('id'),
      ),
    ]),
    donneesDesFeuilles(base, signataires),
    donneesDesCibles(base, signataires),
  ]);
  return [...siennes, ...feuilles, cibles];
}
