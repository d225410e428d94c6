import { type ActionDeDemonstration, abandonnee, alImport, enCours, report, terminee } from '../../donnees.ts';
import { DNUM } from '../../personas.ts';

const VALORISATION = ['Visibilité et reconnaissance des SGC-D'];
const ANIMATION = ['Animation du réseau et formation'];

/** Irritants 8 to 10. */
export const RESEAU: readonly ActionDeDemonstration[] = [
  {
    code: '8-1',
    axes: ['Accueil des agents venus des DIRECCTE'],
    intitule: 'Réunir en région, autour du SGAR, la DREETS et les SGC-D sur la gestion des agents des DDETS(PP)',
    pilotes: 'MIOM (DMATES/SDATE/BCAM) et ministères sociaux',
    echeances: '{mois -6}',
    alImport: alImport('en_cours', 'Un message commun aux deux secrétariats généraux est proposé.'),
    suite: [terminee(185, 'Un groupe de travail se réunit dans chaque région.', { taux: 100 })],
  },
  {
    code: '9-1',
    axes: VALORISATION,
    intitule: 'Ouvrir une rubrique SGC-D sur chaque intranet départemental',
    pilotes: 'DNUM',
    echeances: '{trimestre -1}',
    alImport: alImport('en_cours', 'Rappel régulier aux équipes de communication.', 40),
    suite: [
      enCours(155, '63 intranets départementaux ont leur rubrique.', { taux: 62, par: DNUM }),
      report(115, '{date 16}', 'Les intranets de deux régions changent d’hébergeur cet été.'),
      enCours(12, '94 départements ont leur rubrique ; les derniers sont accompagnés.', { taux: 93, par: DNUM }),
    ],
  },
  {
    code: '9-2',
    axes: VALORISATION,
    intitule: 'Faire une place aux SGC-D dans la prochaine stratégie nationale de l’administration territoriale',
    pilotes: 'DMATES/MIATE',
    echeances: 'En {mois -8}',
    alImport: alImport('en_cours', 'Projet de texte soumis aux organisations syndicales.'),
    suite: [terminee(245, 'La stratégie publiée consacre un chapitre aux fonctions support.', { taux: 100 })],
  },
  {
    code: '9-3',
    axes: VALORISATION,
    intitule: 'Revoir localement, là où c’est utile, le contrat de service du SGC-D',
    pilotes: 'DMATES/SDATE/BCAM',
    alImport: alImport(null, 'Un modèle de contrat révisé est en préparation.'),
    suite: [abandonnee(75, 'Repris dans le plan pour un SGC-D au service des territoires, action sur le cadre type.')],
  },
  {
    code: '10-1',
    axes: ANIMATION,
    intitule: 'Animer le réseau des SGC-D, équipes de direction et équipes métiers',
    pilotes: 'DMATES/SDATE/BCAM, en lien avec le groupement des directeurs de SGC-D',
    echeances: 'En {mois -7}',
    alImport: alImport('en_cours', 'Cartographie des animations existantes en cours.'),
    suite: [
      enCours(270, 'Listes de diffusion entre pairs ouvertes pour cinq métiers.', { taux: 60 }),
      terminee(165, 'Calendrier annuel des rencontres publié ; deux séminaires par an.', { taux: 100 }),
    ],
  },
  {
    code: '10-2',
    axes: ANIMATION,
    intitule: 'S’accorder sur les outils de publication et de travail en commun',
    pilotes: 'DMATES/SDATE/BCAM, en lien avec la DGAFP',
    echeances: 'En gestion {annee 0}',
    alImport: alImport('en_cours', 'Espace partagé ouvert aux directions de SGC-D et aux SGAR.'),
    suite: [
      enCours(50, 'L’espace partagé compte 410 membres ; l’intranet de la direction reste à refondre.', { taux: 55 }),
    ],
  },
];
