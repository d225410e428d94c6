import { type ActionDeDemonstration, alImport, bloquee, enCours, nouvelle, report, terminee } from '../../donnees.ts';
import { DGAFP, DNUM } from '../../personas.ts';

const PROXIMITE = ['Référents de proximité'];
const CARTE = ['Carte d’agent'];
const RH = ['Ressources humaines'];

/** Irritants 1 to 3. */
export const PROXIMITE_ET_RH: readonly ActionDeDemonstration[] = [
  {
    code: '1-1',
    axes: PROXIMITE,
    intitule: 'Pourvoir les derniers postes de référent de proximité dans les DDI volontaires',
    pilotes: 'DMATES/SDATE, en lien avec les SGAR et les SG de préfecture',
    livrables: 'Postes ouverts et occupés dans chaque département concerné',
    echeances: '{debut -1}',
    alImport: alImport('en_cours', 'Les besoins ont été recensés pendant les dialogues de gestion avec les régions.'),
    suite: [
      enCours(290, 'Enquête auprès des SGC-D : 71 départements sur 101 ont répondu, 58 sont pourvus.', { taux: 57 }),
      enCours(180, 'Relance faite auprès des trente départements silencieux.', { taux: 78 }),
      terminee(95, 'Tous les départements volontaires ont leur référent, à temps plein ou partagé.', { taux: 100 }),
    ],
  },
  {
    code: '1-2',
    axes: PROXIMITE,
    intitule: 'Former les référents de proximité et clarifier ce qui leur est demandé',
    pilotes: 'DRH/SDRF et DMATES/SDATE/BCAM',
    echeances: '{semestre 0}',
    alImport: alImport('a_lancer', 'Un tronc commun et des modules au choix sont envisagés.'),
    suite: [
      enCours(210, 'Le tronc commun est écrit ; deux modules restent à relire.', { taux: 40 }),
      enCours(60, 'Première session ouverte à quarante référents, avis favorables.', { taux: 65 }),
      enCours(9, 'Deuxième session complète, une troisième est programmée en {mois 1}.', { taux: 75 }),
    ],
  },
  {
    code: '1-3',
    axes: PROXIMITE,
    intitule: 'Organiser des permanences des SGC-D chez les services qu’ils soutiennent, d’abord pour les questions RH',
    pilotes: 'DMATES/SDATE/BCAM, en lien avec le groupement des directeurs de SGC-D',
    alImport: alImport(null, 'Le principe figure dans la charte nationale ; aucun calendrier n’est arrêté.'),
    suite: [nouvelle(230, 'Échange avec le groupement des directeurs de SGC-D, plusieurs exemples à diffuser.')],
  },
  {
    code: '2-1',
    axes: CARTE,
    intitule: 'Remettre à chaque agent des SGC-D une carte d’agent permanente',
    pilotes: 'SHFD, avec la DNUM et la DMATES',
    echeances: 'Au plus tard {fin -1}',
    alImport: alImport('en_cours', 'Instruction envoyée aux SGC-D, complétée par une foire aux questions.', 60),
    suite: [
      enCours(300, 'Enquête : 40 % des départements ont répondu, 93 % de leurs agents ont leur carte.', { taux: 74 }),
      report(250, 'Au plus tard le {date -100}', 'La livraison des supports a pris quatre mois de retard.'),
      enCours(
        150,
        'Une relance est partie vers les départements qui n’ont pas répondu ; @DNUM prépare leurs lecteurs.',
        { taux: 88 },
      ),
      report(110, 'Au plus tard le {date -25}', 'Trois départements d’outre-mer attendent leur matériel d’enrôlement.'),
      enCours(20, 'Il manque 112 cartes dans deux départements.', { taux: 96, par: DNUM }),
    ],
  },
  {
    code: '2-2',
    axes: CARTE,
    intitule: 'Disposer d’une autorité de rattachement pour les cartes dans chaque département',
    pilotes: 'SHFD',
    echeances: 'En {mois -9}',
    alImport: alImport('en_cours', 'Les préfets ont été invités à vérifier la taille de leurs équipes.'),
    suite: [terminee(255, 'Le réseau est complet et s’anime sur une plateforme partagée.', { taux: 100 })],
  },
  {
    code: '2-3',
    axes: CARTE,
    intitule: 'Multiplier les formations locales des équipes qui délivrent les cartes',
    pilotes: 'DRH/SDRF et SHFD',
    echeances: '{semestre -1}',
    alImport: alImport('a_lancer', 'Un module en ligne est à l’étude.'),
    suite: [
      enCours(200, 'Module en ligne essayé auprès des opérateurs du réseau.', { taux: 50 }),
      enCours(130, 'Ouverture du module retardée par le changement de plateforme.', { taux: 55 }),
    ],
  },
  {
    code: '3-1',
    axes: RH,
    intitule: 'Prévoir des renforts contractuels pour les bureaux RH des SGC-D et les SIDSIC',
    pilotes: 'DMATES/SDATE/BMAT, en lien avec les SGAR et les SG de préfecture',
    echeances: 'Immédiat',
    alImport: alImport('en_cours', 'Consigne donnée aux responsables de budget par courriel.'),
    suite: [terminee(330, 'Enveloppes notifiées avant le début de la gestion, plus tôt que l’année d’avant.')],
  },
  {
    code: '3-2',
    axes: RH,
    intitule: 'Vérifier sans attendre les droits d’accès aux systèmes RH et former ceux qui les utilisent',
    pilotes: 'DMATES/SDATE/BCAM, en lien avec les DRH des ministères',
    echeances: '{deuxmois -5}',
    alImport: alImport('en_cours', 'La liste des contacts par ministère a été envoyée à tous les SGC-D.'),
    suite: [
      enCours(350, 'Relance des SGC-D qui n’ont pas signalé leurs nouveaux arrivants.', { taux: 70 }),
      terminee(240, 'Chaque SGC-D sait qui appeler ; un rappel partira à chaque campagne de mobilité.', { taux: 100 }),
    ],
  },
  {
    code: '3-3',
    axes: RH,
    intitule: 'Construire un outil commun de requêtes sur les agents gérés',
    pilotes: 'DRH/MGMRH, avec la DGAFP et le CISIRH, avec le concours de la DNUM et de la DITP',
    echeances: '1ère étape : {debut -1}\n2e étape : {trimestre 2}',
    alImport: alImport('en_cours', 'Deux solutions sont comparées.'),
    suite: [
      enCours(280, 'Les requêtes les plus demandées sont automatisées en attendant l’outil.', { taux: 20 }),
      enCours(120, 'Essai dans trois SGC-D, avec la reprise des données de deux ministères.', { taux: 35, par: DGAFP }),
      report(70, '{trimestre 4}', 'L’interface avec le second système demande un développement de plus.', 2),
      enCours(35, 'Le marché complémentaire est notifié.', { taux: 40 }),
    ],
  },
  {
    code: '3-4',
    axes: RH,
    intitule: 'Donner aux gestionnaires un même accès aux différents systèmes RH',
    pilotes: 'DRH/MGMRH, avec la DGAFP et le CISIRH, avec le concours de la DNUM et de la DITP',
    echeances:
      'Étape 1 : connexion par la carte d’agent (échéance {trimestre -1}) Étape 2 : description commune des services dans les outils',
    alImport: alImport('en_cours', 'Les besoins des gestionnaires sont écrits ; l’essai reste à organiser.'),
    suite: [
      enCours(190, 'Essai de la connexion dans quatre SGC-D.', { taux: 25 }),
      bloquee(40, 'L’essai est arrêté : un ministère n’a pas ouvert ses accès. Arbitrage demandé.', {
        taux: 30,
        obstacle: 'Un ministère n’a pas ouvert les accès de son système RH.',
        levee: 'L’accord de son service informatique, sur arbitrage du comité de suivi.',
      }),
    ],
  },
  {
    code: '3-5',
    axes: RH,
    intitule: 'Passer en revue les processus RH des SGC-D et les inscrire dans la feuille de route de convergence',
    pilotes: 'DMATES/MIATE, en lien avec les DRH des ministères',
    echeances: '{semestre 0}',
    alImport: alImport('en_cours', 'Une dizaine de processus sont retenus : télétravail, compte épargne-temps…'),
    suite: [
      enCours(170, 'Quatre processus harmonisés sur dix.', { taux: 40 }),
      enCours(28, 'Septième processus validé par les secrétaires généraux.', { taux: 70 }),
    ],
  },
];
