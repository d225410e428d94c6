import { type ActionDeDemonstration, aLancer, alImport, enCours, report, terminee } from '../../donnees.ts';
import { DGAFP } from '../../personas.ts';

const ATTRAIT = 'Rendre les SGC-D attractifs et prendre soin de leurs équipes';
const COMPETENCES = { axes: [ATTRAIT, 'Attractivité et compétences'], recommandations: ['Mesures des pages 20 et 21'] };
const CONDITIONS = { axes: [ATTRAIT, 'Conditions de travail'], recommandations: ['Recommandation n° 8'] };
const PILOTAGE = {
  axes: ['Affirmer le pilotage national de la DMATES', 'Suivi du plan et mise en valeur'],
  recommandations: ['Recommandation n° 6'],
};

/** Third and fourth objectives. */
export const ATTRACTIVITE_ET_PILOTAGE: readonly ActionDeDemonstration[] = [
  {
    ...COMPETENCES,
    intitule: 'Bâtir une marque employeur des fonctions support pour attirer les agents et les garder',
    miseEnOeuvre: 'Travail mené par la DGAFP avec l’appui des plates-formes régionales',
    pilotes: 'DGAFP, avec le concours des PFRH',
    echeances: '{trimestre 1}',
    suite: [
      enCours(42, 'Trois ateliers tenus avec des agents recrutés depuis moins d’un an.', { taux: 35, par: DGAFP }),
    ],
  },
  {
    ...COMPETENCES,
    intitule: 'Suivre les compétences des équipes et préparer les départs',
    miseEnOeuvre: 'Cartographie des métiers par la DRH, avec l’appui des plates-formes régionales',
    pilotes: 'DRH, avec le concours des PFRH',
    echeances: '{trimestre 1}',
    suite: [aLancer(168, 'Cartographie à commander.')],
  },
  {
    ...COMPETENCES,
    intitule: 'Faire découvrir au public les métiers des préfectures et des directions départementales',
    miseEnOeuvre: 'Échanges entre les ministères sur une campagne commune',
    pilotes: 'DICOM, en lien avec les secrétariats généraux des ministères',
    echeances: '{trimestre 1}',
  },
  {
    ...CONDITIONS,
    intitule: 'Parler de la santé au travail dans les SGC-D à chaque rendez-vous du dialogue social',
    miseEnOeuvre: 'Circulaire aux préfets et indicateurs de veille sociale',
    pilotes: 'DMATES, en lien avec la DRH',
    echeances: '{mois -4}',
    suite: [
      enCours(145, 'Circulaire rédigée, quatre indicateurs retenus.', { taux: 60 }),
      terminee(97, 'Circulaire diffusée.', { taux: 100 }),
    ],
  },
  {
    ...CONDITIONS,
    intitule: 'Aider par des crédits les SGC-D qui lancent un projet de service',
    miseEnOeuvre: 'Inscription dans la circulaire du fonds de modernisation ; appui du fonds de transformation',
    pilotes: 'DMATES, avec le concours de la DITP',
    echeances: '{annee 0} et {annee 1}',
    suite: [
      enCours(125, '31 projets reçus, 18 retenus pour 1,2 million d’euros.', { taux: 40 }),
      enCours(17, 'Premiers versements faits à onze SGC-D.', { taux: 50 }),
    ],
  },
  {
    ...CONDITIONS,
    intitule: 'Promouvoir la qualité de vie au travail et y former l’encadrement',
    miseEnOeuvre: 'À conduire avec la DRH et les plates-formes régionales',
    pilotes: 'DRH, avec le concours des PFRH',
    echeances: 'À partir de l’{automne -1}',
    alImport: alImport('en_cours', null),
    suite: [enCours(94, 'Module d’une journée suivi par 212 cadres.')],
  },
  {
    ...PILOTAGE,
    intitule: 'Créer un comité stratégique et un comité de suivi du plan',
    miseEnOeuvre: 'Le comité stratégique se réunit chaque mois',
    pilotes: 'DMATES',
    echeances: '{mois -5}',
    suite: [terminee(157, 'Les deux comités sont installés et leurs dates fixées pour l’année.', { taux: 100 })],
  },
  {
    ...PILOTAGE,
    intitule: 'Nommer une personne chargée à plein temps du déploiement du plan',
    miseEnOeuvre: 'Recrutement ouvert par la direction',
    pilotes: 'DMATES',
    echeances: '{mois -5}',
    suite: [
      enCours(155, 'Fiche de poste publiée.'),
      report(133, '{mois -2}', 'Premier appel à candidatures sans suite.'),
      report(68, '{date 24}', 'La personne retenue prend ses fonctions après son préavis.'),
      enCours(22, 'Arrêté de nomination en préparation.', { taux: 80 }),
    ],
  },
  {
    ...PILOTAGE,
    intitule: 'Raconter les réussites des SGC-D aux agents des territoires',
    miseEnOeuvre: 'Vidéos et articles à un rythme régulier',
    pilotes: 'DMATES/SDATE/BCAM, avec le concours de la DICOM',
    echeances: 'À partir de {mois -4}',
    suite: [enCours(84, 'Quatre articles et deux vidéos publiés.')],
  },
];
