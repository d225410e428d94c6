import { type ActionDeDemonstration, aLancer, alImport, enCours, nouvelle, report, terminee } from '../../donnees.ts';

const ROLE = 'Affermir la place des SGC-D comme service commun des fonctions support';
const RELATIONS = {
  axes: [ROLE, 'Relations avec les services soutenus'],
  recommandations: ['Recommandations n° 3, n° 7 et n° 9'],
};
const POSITION = { axes: [ROLE, 'Positionnement et reconnaissance'], recommandations: ['Recommandation n° 10'] };

/** Second objective. */
export const ROLE_CENTRAL: readonly ActionDeDemonstration[] = [
  {
    ...RELATIONS,
    intitule: 'Rapprocher les SGC-D des services qu’ils soutiennent',
    miseEnOeuvre: 'Guide de bonnes pratiques : permanences RH, intranet, visites de site',
    pilotes: 'DMATES/SDATE/BCAM',
    echeances: '{mois -1}',
    suite: [
      enCours(140, 'Trente pratiques recueillies auprès des départements.', { taux: 50 }),
      terminee(36, 'Guide diffusé à tous les SGC-D et présenté en séminaire.', { taux: 100 }),
    ],
  },
  {
    ...RELATIONS,
    intitule: 'Donner partout plus de poids aux référents de proximité',
    miseEnOeuvre: 'Instruction sur leur place, formation renforcée, réseau animé',
    pilotes: 'DMATES/SDATE/BCAM, avec le concours des PFRH',
    echeances: '{mois -1}',
    suite: [
      enCours(130, 'Projet d’instruction soumis au comité de suivi.', { taux: 40 }),
      enCours(21, 'Instruction à la signature.', { taux: 70 }),
    ],
  },
  {
    ...RELATIONS,
    intitule: 'Soutenir davantage les SGC-D depuis la région',
    miseEnOeuvre: 'Animation par les SGAR, appui des PFRH, des SGAMI pour le numérique',
    pilotes: 'SGAR, avec le concours des PFRH et des SGAMI',
    echeances: '{semestre 0}',
    suite: [enCours(115, 'Onze régions sur treize ont un programme d’animation.', { taux: 60 })],
  },
  {
    ...RELATIONS,
    intitule: 'Mesurer la satisfaction des services soutenus',
    miseEnOeuvre: 'Questionnaire défini par la sous-direction avec les groupes miroirs',
    pilotes: 'SDATE',
    echeances: '{debut 0}',
    suite: [
      aLancer(175, 'Questionnaire en préparation.'),
      enCours(58, 'Essai dans six départements : 71 % des services ont répondu.', { taux: 40 }),
      enCours(11, 'Questionnaire simplifié après l’essai, envoi général en {mois 1}.', { taux: 55 }),
    ],
  },
  {
    ...RELATIONS,
    intitule: 'Définir des indicateurs de qualité du service rendu par les SGC-D',
    miseEnOeuvre: 'Choix des indicateurs avec les groupes miroirs',
    pilotes: 'SDATE',
    echeances: '{debut 0}',
    suite: [enCours(110, 'Douze indicateurs proposés, cinq à retenir.', { taux: 30 })],
  },
  {
    ...POSITION,
    intitule: 'Décrire comment se gouverne un SGC-D et rappeler sa place auprès du préfet',
    miseEnOeuvre: 'Circulaire aux préfets',
    pilotes: 'DMATES/SDATE',
    alImport: alImport(null, 'Calendrier suspendu à l’avis des organisations syndicales.'),
    suite: [nouvelle(72, 'Avis rendu ; reste à fixer une date de signature.')],
  },
  {
    ...POSITION,
    intitule: 'Faire de chaque poste de directeur de SGC-D un emploi de direction de l’administration territoriale',
    miseEnOeuvre: 'Instruction en cours ; les titulaires doivent remplir les conditions requises',
    pilotes: 'DMATES',
    echeances: 'À partir du {trimestre 1}',
    suite: [enCours(52, '64 postes instruits sur 101.', { taux: 63 })],
  },
  {
    ...POSITION,
    intitule: 'Montrer aux agents, par une campagne interne, ce que font les SGC-D',
    miseEnOeuvre: 'Campagne préparée avec la délégation à la communication du ministère',
    pilotes: 'DICOM, en lien avec la DMATES',
    echeances: '{mois -3}',
    suite: [
      enCours(135, 'Trois portraits filmés.', { taux: 50 }),
      report(88, '{date 9}', 'Le tournage dans deux départements a été décalé.'),
      enCours(14, 'Montage terminé, mise en ligne sur les intranets.', { taux: 90 }),
    ],
  },
];
