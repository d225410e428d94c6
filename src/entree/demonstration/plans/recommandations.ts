import { aLancer, alImport, enCours, nouvelle, type PlanDeDemonstration, report, terminee } from '../donnees.ts';
import { DGAFP, DITP } from '../personas.ts';

const AXES = { outils: ['Outils communs'], projets: ['Appels à projets'], culture: ['Culture et compétences'] };

/** Ten recommendations with several owners each, in the shape of those of the report of 2016. */
export const RECOMMANDATIONS: PlanDeDemonstration = {
  titre: 'Transition numérique de l’administration territoriale : suites du rapport',
  genre: 'suite_de_recommandations',
  proprietaire: 'pm-ditp',
  territoire: 'FR',
  diffusion: 'administration',
  etat: 'actif',
  description:
    'Dix recommandations d’une mission d’inspection, chacune confiée à plusieurs services : outils partagés, appels à projets locaux, formation et réseau des innovateurs.',
  auteur: DITP,
  creeIlYA: 240,
  silenceJours: 90,
  fichier: 'recommandations-transition-numerique.xlsx',
  actions: [
    {
      code: '1',
      axes: AXES.outils,
      intitule:
        'Imposer rapidement des outils communs pour la visioconférence, l’accès à distance aux dossiers et l’équipement nomade',
      pilotes: 'DINUM\nSG des ministères',
      echeances: '{annee 0}',
      alImport: alImport('en_cours', null),
      suite: [
        enCours(180, 'La visioconférence commune est ouverte à tous les services.', { taux: 50 }),
        enCours(31, 'L’accès à distance reste différent dans deux ministères.', { taux: 65 }),
      ],
    },
    {
      code: '2',
      axes: AXES.outils,
      intitule: 'Étudier l’ouverture aux agents des briques numériques conçues pour les usagers',
      pilotes: 'DINUM\nSG des ministères',
      echeances: '{annee 0}/{annee 2}',
      suite: [enCours(118, 'Étude commandée, premiers cas d’usage choisis avec trois préfectures.', { taux: 15 })],
    },
    {
      code: '3',
      axes: AXES.projets,
      intitule:
        'Financer un programme territorial et publier les appels à projets pour les communautés professionnelles et les laboratoires',
      pilotes: 'DITP\nSGPI\nCDC\nSG-MIOM',
      echeances: '{mois -7}',
      suite: [terminee(195, 'Les deux appels sont publiés, dotés de douze millions d’euros.', { taux: 100 })],
    },
    {
      code: '4',
      axes: AXES.projets,
      intitule: 'Ouvrir un guichet unique pour répondre aux porteurs de projet et les guider',
      pilotes: 'DITP',
      echeances: '{mois -6}',
      suite: [
        enCours(205, 'Adresse unique ouverte, deux personnes désignées.', { taux: 60 }),
        terminee(172, 'Guichet en service : 84 questions reçues, réponse en trois jours.', { taux: 100 }),
      ],
    },
    {
      code: '5',
      axes: AXES.culture,
      intitule: 'Entraîner préfectures et directions des territoires dans des projets numériques locaux',
      pilotes: 'Préfets de région et préfets de département',
      echeances: 'Au fil de l’eau',
      suite: [enCours(87, '46 départements ont déposé au moins un projet.')],
    },
    {
      code: '6',
      axes: AXES.culture,
      intitule: 'Faire évoluer, dans chaque SGAR, le poste consacré aux technologies vers un poste dédié au numérique',
      pilotes: 'SGG/DSAF\nANCT\nDITP',
      echeances: '{semestre -1}',
      suite: [
        enCours(185, 'Fiche de poste type envoyée aux SGAR.', { taux: 30 }),
        enCours(103, 'Neuf postes transformés sur treize.', { taux: 69 }),
      ],
    },
    {
      code: '7',
      axes: AXES.projets,
      intitule: 'Piloter les appels à projets, l’accompagnement des lauréats et la communication qui les entoure',
      pilotes: 'DITP\nPréfectures de région',
      echeances: '{mois -1}',
      suite: [
        enCours(150, '112 candidatures reçues.', { taux: 40 }),
        report(34, '{date 20}', 'Le jury demande une seconde audition de huit candidats.'),
        enCours(19, 'Auditions tenues, classement à valider.', { taux: 80 }),
      ],
    },
    {
      code: '8',
      axes: AXES.culture,
      intitule: 'Inscrire le numérique dans les plans de formation nationaux, ministériels et régionaux',
      pilotes: 'DGAFP\nSG des ministères\nPréfectures de région',
      echeances: '{semestre 0}\n{annee 1}',
      suite: [
        aLancer(190, 'À inscrire dans la circulaire annuelle.', { par: DGAFP }),
        enCours(66, 'Circulaire publiée, dix plans régionaux sur treize la reprennent.', { par: DGAFP, taux: 45 }),
      ],
    },
    {
      code: '9',
      axes: AXES.culture,
      intitule: 'Réfléchir à ce que le numérique change pour l’encadrement et l’organisation du travail',
      pilotes: 'DITP\nDGAFP\nSG des ministères',
      echeances: '{semestre 0}\n{annee 1}',
      suite: [nouvelle(136, 'Cycle de quatre conférences en préparation.')],
    },
    {
      code: '10',
      axes: AXES.culture,
      intitule: 'Faire vivre un réseau des agents innovateurs et reconnaître leur travail',
      pilotes: 'DITP\nSGG\nSG des ministères',
      echeances: '{trimestre 1}',
      suite: [
        enCours(122, '340 agents inscrits, première rencontre nationale.', { taux: 40 }),
        enCours(23, 'Un prix annuel est créé ; règlement publié.', { taux: 60 }),
      ],
    },
  ],
};
