import { type ActionDeDemonstration, aLancer, alImport, enCours, report, terminee } from '../../donnees.ts';
import { DNUM } from '../../personas.ts';

const SIC = ['Systèmes d’information et de communication'];
const OUTILS = ['Trop d’outils, hors ressources humaines'];
const BUDGET = ['Questions budgétaires'];
const IMMOBILIER = ['Immobilier'];

/** Irritants 4 to 7. */
export const NUMERIQUE_ET_MOYENS: readonly ActionDeDemonstration[] = [
  {
    code: '4-1',
    axes: SIC,
    intitule: 'Achever le passage à la messagerie commune, avec un appui de zone aux équipes départementales',
    pilotes: 'DNUM, avec les SGAMI et les SGC-D',
    echeances: 'D’ici la {fin -1}',
    alImport: alImport('en_cours', 'Neuf agents sur dix ont leur boîte.', 90),
    suite: [
      enCours(320, 'Les vacataires sont comptés : 96 % des agents sont équipés.', { taux: 96, par: DNUM }),
      terminee(200, 'Bascule achevée partout, l’ancienne messagerie est fermée.', { taux: 100, par: DNUM }),
    ],
  },
  {
    code: '4-2',
    axes: SIC,
    intitule: 'Installer une cellule d’appui numérique dans chaque zone de défense',
    pilotes: 'DNUM',
    livrables: 'Lettre de mission et équipe de chaque cellule',
    echeances: '{annee 0}',
    alImport: alImport('a_lancer', null),
    suite: [
      enCours(215, 'Cinq cellules sur sept se sont réunies, retours positifs.', { taux: 70, par: DNUM }),
      enCours(33, 'Sixième cellule installée ; la dernière attend son responsable.', { taux: 85, par: DNUM }),
    ],
  },
  {
    code: '4-3',
    axes: SIC,
    intitule: 'Faire de la DNUM le point d’échange entre SIDSIC, SGAMI et directions du numérique des ministères',
    pilotes: 'DNUM, en lien avec la DMATES',
    echeances: '{mois -2}',
    alImport: alImport('en_cours', 'Sept comités nationaux se sont tenus dans l’année.'),
    suite: [
      enCours(175, 'Étude de six mois sur l’avenir des SIDSIC lancée.', { taux: 45, par: DNUM }),
      enCours(85, 'État des lieux rendu au séminaire national ; les propositions sont attendues.', {
        taux: 60,
        par: DNUM,
      }),
    ],
  },
  {
    code: '4-4',
    axes: SIC,
    intitule: 'Équiper de portables les agents de l’ATE dont les missions peuvent être télétravaillées',
    pilotes: 'DNUM et DMATES',
    alImport: alImport('en_cours', '31 200 postes livrés pour 37 000 demandés.', 84),
    suite: [terminee(260, 'Toutes les demandes sont couvertes : 38 900 postes livrés.', { taux: 100, par: DNUM })],
  },
  {
    code: '5-1',
    axes: OUTILS,
    intitule: 'Compter le temps de travail et le télétravail dans un seul outil par département',
    pilotes: 'Sous pilotage de la DNUM et en lien avec les DRH des ministères',
    alImport: alImport('en_cours', 'L’outil actuel saura compter le télétravail à sa prochaine version.'),
    suite: [enCours(140, 'Version livrée en recette ; le remplaçant de l’outil n’a pas encore de calendrier.')],
  },
  {
    code: '5-2',
    axes: OUTILS,
    intitule: 'Recevoir par voie dématérialisée tous les formulaires des agents soutenus',
    pilotes: 'DRH, en lien avec les DRH des ministères',
    echeances: '{annee 0}/{annee 1}',
    alImport: alImport('a_lancer', 'Deux ministères essaient un formulaire chacun.'),
    suite: [enCours(160, 'Premier formulaire commun en service dans douze départements.', { taux: 30 })],
  },
  {
    code: '5-3',
    axes: OUTILS,
    intitule: 'Soumettre à un avis préalable toute enquête ministérielle adressée aux SGC-D',
    pilotes: 'DMATES/SDATE/BCAM, en lien avec les secrétariats généraux des ministères',
    echeances: '{deuxmois -4}',
    alImport: alImport('en_cours', null),
    suite: [terminee(225, 'Procédure en place : onze enquêtes examinées, quatre regroupées.', { taux: 100 })],
  },
  {
    code: '6-1',
    axes: BUDGET,
    intitule: 'Préparer la reprise des engagements juridiques lors de la bascule comptable du programme 354',
    pilotes: 'DEPAFI',
    echeances: '{deuxmois -1}',
    alImport: alImport('a_lancer', 'L’instruction comptable est en cours d’écriture.'),
    suite: [
      enCours(145, 'Instruction diffusée aux plateformes ; la ressaisie a commencé dans cinq régions.', { taux: 40 }),
      enCours(55, 'Neuf régions sur treize ont terminé la ressaisie.', { taux: 70 }),
    ],
  },
  {
    code: '6-2',
    axes: BUDGET,
    intitule: 'Tenir les services financiers des SGC-D au courant des nouvelles règles de dépense',
    pilotes: 'DMATES/SDATE/BMAT, en lien avec la DEPAFI',
    echeances: 'Immédiat',
    alImport: alImport('en_cours', 'Aucune difficulté n’est remontée des départements.'),
    suite: [enCours(100, 'Lettre d’information n° 3 envoyée.')],
  },
  {
    code: '7-1',
    axes: IMMOBILIER,
    intitule: 'Mieux appuyer les SGC-D sur l’immobilier au niveau de la région',
    pilotes: 'SGAR et RRPIE',
    echeances: 'Immédiat',
    alImport: alImport('en_cours', 'Les responsables régionaux connaissent encore mal les SGC-D.'),
    suite: [enCours(18, 'Une rencontre est inscrite au prochain séminaire national, en {mois 1}.')],
  },
  {
    code: '7-2',
    axes: IMMOBILIER,
    intitule: 'Regrouper chaque SGC-D sur un même site en mobilisant les crédits immobiliers de l’année',
    pilotes: 'DMATES/SDATE/BMAT, en lien avec la DEPAFI, les SGAR et les SG de préfecture',
    echeances: '{annee 0}',
    alImport: alImport('en_cours', 'Sujet porté à la réunion des SGAR.'),
    suite: [
      enCours(125, 'Quatorze opérations retenues, six conventions signées.', { taux: 35 }),
      report(30, '{fin 1}', 'Huit chantiers ne seront pas livrés avant l’an prochain.'),
      enCours(29, 'Calendrier des huit derniers chantiers revu avec les SGAR.', { taux: 45 }),
    ],
  },
  {
    code: '7-3',
    axes: IMMOBILIER,
    intitule: 'Rééquiper les postes de travail des SGC-D avec ce qui reste des crédits de l’année',
    pilotes: 'SDATE/DMATES/BMAT',
    echeances: '{deuxmois 0}',
    alImport: alImport('a_lancer', 'Les besoins sont demandés aux responsables de budget.'),
    suite: [aLancer(65, 'Vingt-deux départements ont chiffré leur besoin, pour 640 000 euros.')],
  },
];
