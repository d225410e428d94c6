import type { PlanDeDemonstration } from '../donnees.ts';
import { type ActionDeDemonstration, enCours, type Geste, nouvelle, terminee } from '../donnees.ts';
import { SPES } from '../personas.ts';

type Taux = readonly [depart: number, premier: number, deuxieme: number, terme: number];

/** Eight missions, each with the rate expected at four dates, in the shape of the plan of 2020. */
export const REPRISE: PlanDeDemonstration = {
  titre: 'Reprise des activités du SPES après le déménagement',
  genre: 'plan_de_reprise',
  proprietaire: 'mtect-spes',
  territoire: 'FR',
  diffusion: 'equipe',
  etat: 'actif',
  description:
    'Pour chacune des huit missions du service, l’activité attendue à quatre dates, du déménagement au retour à la normale, et celle qui est constatée.',
  auteur: SPES,
  creeIlYA: 95,
  silenceJours: 30,
  fichier: 'reprise-activites.xlsx',
  actions: [
    mission('1', 'Accompagner les services centraux, locaux et les opérateurs qui se transforment', [75, 85, 90, 100], {
      objectif: 'Donner aux équipes une méthode et des outils pour changer d’organisation',
      description: 'Écoute des usagers, ateliers, recours aux marchés de conseil, veille et synthèses',
      suite: [
        enCours(60, 'Ateliers repris à distance.', { taux: 76 }),
        enCours(8, 'Activité presque normale.', { taux: 89 }),
      ],
    }),
    mission('2', 'Animer la tutelle des établissements et des écoles', [80, 90, 90, 100], {
      objectif: 'Rapprocher les façons d’exercer la tutelle dans tout le pôle ministériel',
      description: 'Lien entre établissements, directions métiers et secrétariat général ; conseils d’administration',
      suite: [enCours(58, 'Conseils tenus en visioconférence.', { taux: 82 }), enCours(10, null, { taux: 92 })],
    }),
    mission('3', 'Fluidifier les échanges entre le ministère et ses services des territoires', [50, 70, 75, 100], {
      objectif: 'Organiser les rendez-vous de dialogue et suivre l’activité',
      description: 'Séminaires, orientations, dialogue de gestion, indicateurs de performance',
      suite: [
        enCours(57, 'Deux séminaires annulés.', { taux: 45 }),
        enCours(27, 'Dialogues de gestion reportés d’un mois.', { taux: 52 }),
        enCours(6, 'Le séminaire de rentrée n’a pas de salle ; version réduite à l’étude.', { taux: 58 }),
      ],
    }),
    mission('4', 'Simplifier les démarches et améliorer la qualité de service', [80, 90, 90, 100], {
      objectif: 'Aider les directions à revoir leurs processus',
      description: 'Chantiers d’amélioration continue, montage de projets pour le fonds de transformation',
      suite: [enCours(55, null, { taux: 80 }), terminee(12, 'Tous les chantiers ont repris.', { taux: 100 })],
    }),
    mission('5', 'Mobiliser les terrains publics pour construire des logements', [80, 85, 90, 100], {
      objectif: 'Repérer les biens à céder et conduire les cessions',
      description: 'Inventaire, appui technique aux services des territoires, lien avec les propriétaires',
      suite: [
        enCours(59, 'Visites de sites suspendues.', { taux: 70 }),
        nouvelle(44, 'Visites reprises dans quatre régions.', { taux: 78 }),
      ],
    }),
    mission('6', 'Conduire la politique immobilière et ses chantiers', [80, 85, 90, 100], {
      objectif: 'Fixer les orientations et les crédits immobiliers des ministères',
      description: 'Schémas, programmation des crédits, maîtrise d’ouvrage',
      suite: [enCours(56, null, { taux: 81 }), enCours(15, 'Deux chantiers ont redémarré sur trois.', { taux: 88 })],
    }),
    mission('7', 'Proposer des formations qui accompagnent les transformations', [50, 60, 70, 80], {
      objectif: 'Ouvrir une offre de formation nouvelle aux agents et à leurs partenaires',
      description: 'Veille, centre de ressources, événements et parcours en mode projet',
      suite: [enCours(54, 'Catalogue en ligne.', { taux: 55 }), enCours(5, 'Huit parcours ouverts.', { taux: 74 })],
    }),
    mission('8', 'Suivre la transformation du ministère, projet par projet', [50, 60, 75, 100], {
      objectif: 'Donner à chaque chef de projet une vue d’ensemble et un appui',
      description: 'Tableau de suivi, accompagnement des chefs de projet, lien avec les cabinets',
      suite: [enCours(61, 'Revue de projets tous les quinze jours.', { taux: 50 })],
    }),
  ],
};

function mission(
  code: string,
  intitule: string,
  [depart, premier, deuxieme, terme]: Taux,
  { objectif, description, suite }: { objectif: string; description: string; suite: readonly Geste[] },
): ActionDeDemonstration {
  return {
    code,
    axes: [`Mission ${code}`],
    intitule,
    miseEnOeuvre: `Objectif : ${objectif}.\nDescription : ${description}.`,
    pilotes: 'SPES',
    echeances: '{premier 2}',
    trajectoire: [
      [-2, depart],
      [-1, premier],
      [0, deuxieme],
      [2, terme],
    ],
    suite,
  };
}
