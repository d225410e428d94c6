import { jour } from '#socle/valeurs';
import type { FeuilleAEcrire } from '#tableur';
import { type ActionAEcrire, feuilleDePlan } from './ecriture.ts';

/** The template to download: two example rows that import as they are, and how to fill each column. */
export function modeleDePlan(): FeuilleAEcrire {
  return { ...feuilleDePlan({ titre: 'Titre du plan (à remplacer)' }, EXEMPLES), notes: EXPLICATIONS };
}

const VIDE: ActionAEcrire = {
  code: null,
  axes: [],
  intitule: '',
  miseEnOeuvre: null,
  pilotes: [],
  echeances: [],
  livrables: null,
  avancement: null,
  statut: null,
  tauxRealisation: null,
  trajectoire: [],
  recommandations: [],
};

const EXEMPLES: readonly ActionAEcrire[] = [
  {
    ...VIDE,
    code: '1-1',
    axes: ['Exemple d’axe : proximité', 'Exemple de sous-axe : accueil'],
    intitule: 'Exemple : désigner un correspondant dans chaque service (ligne à supprimer)',
    miseEnOeuvre: 'Une lettre de mission type est envoyée aux services.',
    pilotes: [
      { texte: 'DMATES', role: 'pilote' },
      { texte: 'DITP', role: 'en_lien_avec' },
    ],
    livrables: 'Liste des correspondants',
    echeances: [{ libelle: null, texte: '1er semestre 2027' }],
    statut: 'en_cours',
    tauxRealisation: '40',
    avancement: 'La moitié des services a répondu.',
    trajectoire: [
      { texte: '31/12/2026', date: jour(2026, 12, 31), taux: 50 },
      { texte: '30/06/2027', date: jour(2027, 6, 30), taux: 100 },
    ],
    recommandations: ['Recommandation n° 3'],
  },
  {
    ...VIDE,
    code: '1-2',
    axes: ['Exemple d’axe : proximité'],
    intitule: 'Exemple : ouvrir une formation commune (ligne à supprimer)',
    pilotes: [{ texte: 'DGAFP', role: 'pilote' }],
    echeances: [
      { libelle: 'Étape 1', texte: 'décembre 2026' },
      { libelle: 'Étape 2', texte: 'au plus tard le 30 juin 2027' },
    ],
    statut: 'a_lancer',
  },
];

const EXPLICATIONS: readonly string[] = [
  'Une ligne par action. Seule la colonne « Action » est obligatoire. Supprimez les deux exemples et ces notes, ou laissez-les : les notes ne sont pas importées.',
  '« Échéances » : écrivez comme vous le diriez (« fin 2026 », « 1er trimestre 2027 », « avant le 31/12/2026 »). Plusieurs échéances : une par ligne dans la cellule, par exemple « Étape 1 : mars 2026 ».',
  '« Pilotes », « En lien avec », « Concours » : une organisation par ligne dans la cellule.',
  '« Statut » : À lancer, En cours, Bloquée, Terminée ou Abandonnée. Le retard n’est pas un statut : il se calcule.',
  '« Taux de réalisation » : de 0 % à 100 %. Une case vide veut dire « non mesuré », jamais zéro.',
  '« Attendu au … » : une colonne par date de la trajectoire ; changez la date dans l’en-tête, ajoutez ou retirez des colonnes.',
];
