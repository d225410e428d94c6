import { aLancer, bloquee, enCours, type PlanDeDemonstration, report, terminee } from '../donnees.ts';
import { PREFECTURE_29, SGCD_29 } from '../personas.ts';

const ACCUEIL = ['Accueil du public'];
const AGENTS = ['Services rendus aux agents'];

/** A small departmental plan, typed by hand: the Finistère and its region see it, the neighbours do not. */
export const FINISTERE: PlanDeDemonstration = {
  titre: 'Feuille de route de l’État dans le Finistère',
  genre: 'feuille_de_route',
  proprietaire: 'd29-prefecture',
  territoire: 'D29',
  diffusion: 'equipe',
  etat: 'actif',
  description: 'Ce que la préfecture et les directions du département se sont engagées à faire d’ici trois ans.',
  auteur: PREFECTURE_29,
  creeIlYA: 160,
  silenceJours: 40,
  reportsAValider: 'oui',
  fichier: null,
  actions: [
    {
      code: 'A1',
      axes: ACCUEIL,
      intitule: 'Ramener à trois semaines le délai de rendez-vous pour un titre de séjour à Quimper et à Brest',
      pilotes: 'Préfecture du Finistère',
      echeances: '{trimestre 0}',
      suite: [
        enCours(110, 'Délai de sept semaines ; deux renforts arrivés.', { taux: 30 }),
        enCours(14, 'Délai de quatre semaines à Brest, cinq à Quimper.', { taux: 65 }),
      ],
    },
    {
      code: 'A2',
      axes: ACCUEIL,
      intitule: 'Ouvrir un accueil commun aux directions dans les sous-préfectures de Morlaix et de Châteaulin',
      pilotes: 'Préfecture du Finistère, en lien avec la DDTM du Finistère et la DDETS du Finistère',
      echeances: '{mois -2}',
      suite: [
        enCours(120, 'Accueil ouvert à Morlaix.', { taux: 50 }),
        bloquee(38, 'À Châteaulin, les travaux d’accessibilité ne sont pas financés.', {
          taux: 50,
          obstacle: 'Les travaux d’accessibilité de Châteaulin ne sont pas financés.',
          levee: 'Une délégation de crédits immobiliers de la région, ou un autre local.',
        }),
      ],
    },
    {
      code: 'B1',
      axes: AGENTS,
      intitule: 'Tenir une permanence RH mensuelle du SGC-D dans chaque direction',
      pilotes: 'SGC-D du Finistère',
      echeances: 'À partir de {mois -4}',
      suite: [
        enCours(118, 'Première permanence à la DDTM, onze agents reçus.', { par: SGCD_29 }),
        enCours(16, 'Cinq permanences tenues, calendrier publié jusqu’en {mois 4}.', { par: SGCD_29 }),
      ],
    },
    {
      code: 'B2',
      axes: AGENTS,
      intitule: 'Réduire à deux jours le délai de dépannage informatique sur les sites éloignés',
      pilotes: 'SGC-D du Finistère, avec le concours du SIDSIC du Finistère',
      echeances: '{date -40}',
      suite: [
        enCours(105, 'Délai moyen de cinq jours ; stock de postes constitué à Brest.', { taux: 40, par: SGCD_29 }),
        report(65, '{date 21}', 'Recrutement du technicien de Brest décalé.'),
        enCours(7, 'Délai de trois jours, objectif en vue.', { taux: 80, par: SGCD_29 }),
      ],
    },
    {
      code: 'B3',
      axes: AGENTS,
      intitule: 'Regrouper les achats de fournitures des directions',
      pilotes: 'SGC-D du Finistère, avec le concours de la PFRA de Bretagne',
      echeances: '{mois -3}',
      suite: [terminee(82, 'Marché commun notifié : 9 % d’économie attendue.', { taux: 100, par: SGCD_29 })],
    },
    {
      code: 'C1',
      axes: ['Transition écologique'],
      intitule: 'Isoler le bâtiment de la cité administrative de Brest',
      pilotes: 'DDTM du Finistère, en lien avec le RRPIE de Bretagne',
      echeances: '{fin 1}',
      suite: [aLancer(125, 'Étude thermique commandée.')],
    },
    {
      code: 'C2',
      axes: ['Transition écologique'],
      intitule: 'Poser des bornes de recharge sur les sites de l’État à Carhaix et à Landerneau',
      pilotes: 'DDTM du Finistère',
      // Left unread on purpose: the page asks what these words mean.
      echeances: 'voir le calendrier du gestionnaire de réseau',
      suite: [aLancer(37, 'Demande de raccordement déposée.')],
    },
  ],
};
