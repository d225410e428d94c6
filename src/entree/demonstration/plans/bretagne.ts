import { enCours, nouvelle, type PlanDeDemonstration, report, terminee } from '../donnees.ts';
import { SGAR_BRETAGNE } from '../personas.ts';

/** A regional plan, typed by hand and open to the services of Bretagne. */
export const BRETAGNE: PlanDeDemonstration = {
  titre: 'Appui régional aux SGC-D de Bretagne',
  genre: 'plan_d_actions',
  proprietaire: 'r53-sgar',
  territoire: 'R53',
  diffusion: 'administration',
  etat: 'actif',
  description: 'L’appui que la région apporte aux quatre SGC-D bretons : achats, formation, immobilier, numérique.',
  auteur: SGAR_BRETAGNE,
  creeIlYA: 130,
  silenceJours: 45,
  fichier: null,
  actions: [
    {
      code: '1',
      axes: ['Compétences'],
      intitule: 'Former ensemble les gestionnaires RH des quatre départements',
      pilotes: 'PFRH de Bretagne, en lien avec les SGC-D',
      echeances: '{trimestre 0}',
      suite: [
        enCours(90, 'Deux sessions, 46 agents.', { taux: 50 }),
        enCours(20, 'Troisième session à Vannes.', { taux: 75 }),
      ],
    },
    {
      code: '2',
      axes: ['Compétences'],
      intitule: 'Permettre à un SGC-D de prêter un agent à un autre pendant une absence longue',
      pilotes: 'SGAR de Bretagne',
      echeances: '{mois -1}',
      suite: [enCours(70, 'Convention type relue par les quatre directeurs.', { taux: 60 })],
    },
    {
      code: '3',
      axes: ['Moyens'],
      intitule: 'Acheter en commun les véhicules électriques des services',
      pilotes: 'PFRA de Bretagne, en lien avec la DREAL de Bretagne',
      echeances: '{mois -2}',
      suite: [terminee(55, '61 véhicules commandés.', { taux: 100 })],
    },
    {
      code: '4',
      axes: ['Moyens'],
      intitule: 'Établir le schéma immobilier des quatre SGC-D',
      pilotes: 'RRPIE de Bretagne, en lien avec les SGC-D',
      echeances: '{date -15}',
      suite: [
        enCours(95, 'Visites faites dans deux départements.', { taux: 30 }),
        report(32, '{semestre 1}', 'Les visites du Morbihan et de l’Ille-et-Vilaine restent à faire.'),
      ],
    },
    {
      code: '5',
      axes: ['Moyens'],
      intitule: 'Partager les techniciens des SIDSIC pour les sites éloignés',
      pilotes: 'SGAR de Bretagne, en lien avec le SGAMI Ouest et le SIDSIC du Finistère',
      suite: [nouvelle(80, 'Principe admis par les préfets ; échéance à fixer après l’essai de Carhaix.')],
    },
  ],
};
