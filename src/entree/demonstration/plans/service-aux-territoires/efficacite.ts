import { type ActionDeDemonstration, aLancer, alImport, bloquee, enCours, report, terminee } from '../../donnees.ts';
import { DGAFP, DNUM } from '../../personas.ts';

const EFFICACITE = 'Rendre les SGC-D plus réactifs et plus efficaces dans leurs métiers';
const SOCLE = { axes: [EFFICACITE, 'Compétences socles'], recommandations: ['Recommandations n° 1 et n° 2'] };
const CONVERGENCE = {
  axes: [EFFICACITE, 'Convergence RH et numérique'],
  recommandations: ['Recommandations n° 4 et n° 5'],
};

/** First objective. */
export const EFFICACITE_DES_SGCD: readonly ActionDeDemonstration[] = [
  {
    ...SOCLE,
    intitule: 'Proposer aux départements une organisation type et la liste des missions socles d’un SGC-D',
    miseEnOeuvre: 'Un groupe de travail par métier, avec des SGC-D, des DDI et des SG de préfecture',
    pilotes: 'SDATE, en lien avec les SGC-D, les DDI et les SG de préfecture',
    echeances: '{debut 0}',
    suite: [
      enCours(190, 'Groupes RH et achats lancés ; immobilier et logistique suivront.', { taux: 25 }),
      enCours(80, 'Trois groupes sur quatre ont rendu leurs propositions.', { taux: 60 }),
      enCours(13, 'Organisation type présentée au groupe miroir, accueil favorable.', { taux: 80 }),
    ],
  },
  {
    ...SOCLE,
    intitule: 'Calculer un rapport moyen entre gestionnaires et agents gérés pour mieux répartir les moyens',
    miseEnOeuvre: 'Travail conduit au sein de la sous-direction à partir des effectifs déclarés',
    pilotes: 'SDATE',
    echeances: '{trimestre -1}',
    suite: [
      enCours(170, 'Collecte des effectifs auprès de 101 départements.', { taux: 30 }),
      enCours(62, 'Données de 97 départements vérifiées ; écarts importants outre-mer.', { taux: 70 }),
    ],
  },
  {
    ...CONVERGENCE,
    intitule: 'Débloquer les chantiers RH prioritaires de la convergence',
    miseEnOeuvre: 'Réunions entre services sur les sujets difficiles, la DGAFP arbitrant',
    pilotes: 'DGAFP',
    echeances: 'À partir de la {rentree -1}',
    suite: [
      enCours(150, 'Première réunion d’arbitrage : deux chantiers sur cinq relancés.', { par: DGAFP }),
      bloquee(90, 'Le chantier du temps de travail attend une position commune des ministères.', {
        par: DGAFP,
        obstacle: 'Deux ministères n’ont pas la même lecture du cycle de travail.',
        levee: 'Un arbitrage interministériel, demandé au prochain comité stratégique.',
      }),
    ],
  },
  {
    ...CONVERGENCE,
    intitule: 'Mieux choisir, expliquer et mesurer les avancées de la convergence auprès des services',
    miseEnOeuvre: 'Webinaires, lettre régulière, groupes miroirs, courtes enquêtes',
    pilotes: 'DMATES, avec le concours de la DGAFP et de la DNUM',
    echeances: 'À partir du {trimestre -2}',
    suite: [enCours(120, 'Deux webinaires, 640 participants.'), enCours(24, 'Première enquête : 58 % de réponses.')],
  },
  {
    ...CONVERGENCE,
    intitule: 'Confier à plusieurs inspections une feuille de route commune de l’action sociale',
    miseEnOeuvre: 'Lettre de mission préparée par la DGAFP',
    pilotes: 'DGAFP',
    echeances: '{mois -5}',
    suite: [terminee(160, 'Lettre de mission signée, rapport attendu en {mois 2}.', { taux: 100, par: DGAFP })],
  },
  {
    ...CONVERGENCE,
    intitule: 'Offrir aux agents une assistance numérique plus rapide, au bureau comme à distance',
    miseEnOeuvre: 'Charte de qualité, tableau de bord national, parc nomade simplifié',
    pilotes: 'DNUM, en lien avec les SIDSIC',
    echeances: 'À partir de {mois -3}',
    suite: [
      enCours(100, 'Charte publiée ; délai moyen de prise en charge ramené à six heures.', { taux: 45, par: DNUM }),
      enCours(16, 'Tableau de bord ouvert à tous les SIDSIC.', { taux: 60, par: DNUM }),
    ],
  },
  {
    ...CONVERGENCE,
    intitule: 'Anticiper les besoins numériques des ministères pour que leurs futures applications cohabitent',
    miseEnOeuvre: 'Groupe de travail des directions du numérique, puis cadre de cohérence technique',
    pilotes: 'DNUM, en lien avec les DNUM des ministères',
    echeances: '{trimestre 0}',
    suite: [
      aLancer(165, null),
      enCours(105, 'Groupe réuni deux fois.', { par: DNUM, taux: 20 }),
      report(26, '{trimestre 2}', 'Deux directions du numérique n’ont pas encore désigné leur représentant.'),
    ],
  },
  {
    axes: [EFFICACITE, 'Suivi renforcé de situations locales'],
    recommandations: ['Mesures des pages 23 à 28'],
    intitule: 'Établir le diagnostic des SGC-D les plus en difficulté et les accompagner dans la durée',
    miseEnOeuvre: 'Pilotage national, appui de directions centrales ou d’experts d’autres territoires',
    pilotes: 'DMATES',
    echeances: 'En cours',
    alImport: alImport('en_cours', 'Neuf départements suivis, dont quatre outre-mer.'),
    suite: [enCours(45, 'Mission d’appui de trois semaines dans deux départements.')],
  },
];
