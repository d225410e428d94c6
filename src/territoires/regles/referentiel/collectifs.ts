import type { Organisation } from '../organisation.ts';

/**
 * Named groups, as plans name them: « les SGAR », « SG des ministères », « DDT(M) ». Each gathers families of services
 * (`familles`, the ends of their identifiers) or named organisations (`membres`). Groups without either are known by
 * name only.
 */
type Collectif = {
  readonly id: string;
  readonly sigle: string | null;
  readonly nom: string;
  readonly autres?: string;
  readonly anciens?: string;
  readonly familles?: readonly string[];
  readonly membres?: readonly string[];
};

const MINISTERES_ATE = ['mi', 'mtect', 'masa', 'mas', 'mefsin', 'mc'];

const COLLECTIFS: readonly Collectif[] = [
  {
    id: 'prefectures',
    sigle: null,
    nom: 'Préfectures',
    autres: 'Préfets|Préfètes|Préfectures de département|Préfets de département',
    familles: ['d-prefecture'],
  },
  {
    id: 'sg-prefectures',
    sigle: 'SG de préfecture',
    nom: 'Secrétariats généraux de préfecture',
    autres: 'Secrétaires généraux de préfecture|Secrétaires généraux des préfectures',
    familles: ['d-prefecture'],
  },
  {
    id: 'prefectures-de-region',
    sigle: null,
    nom: 'Préfectures de région',
    autres: 'Préfets de région|Préfètes de région',
    familles: ['r-prefecture'],
    membres: ['d971-prefecture', 'd972-prefecture', 'd973-prefecture', 'd974-prefecture', 'd976-prefecture'],
  },
  {
    id: 'prefets',
    sigle: null,
    nom: 'Préfets de région et préfets de département',
    autres:
      'Préfets de région et de département|Préfectures de région et préfectures de département|Préfectures de région et de département|Préfets de département et préfets de région|Préfets de département et de région',
    familles: ['d-prefecture', 'r-prefecture'],
  },
  {
    id: 'sgcd',
    sigle: 'SGC-D',
    nom: 'Secrétariats généraux communs départementaux',
    autres: 'SGC|Secrétariats généraux communs|SGCD-D|Directeurs de SGC-D',
    familles: ['d-sgcd'],
  },
  {
    id: 'sidsic',
    sigle: 'SIDSIC',
    nom: 'Services interministériels départementaux des systèmes d’information et de communication',
    autres: 'SIC|Services SIC|SGC-D-SIDSIC|SGC-D SIC|SGC SIC|SGC NUM',
    familles: ['d-sidsic'],
  },
  {
    id: 'ddi',
    sigle: 'DDI',
    nom: 'Directions départementales interministérielles',
    autres: 'Directeurs de DDI|Directeurs départementaux interministériels',
    familles: ['d-ddt', 'd-ddtm', 'd-ddets', 'd-ddetspp', 'd-ddpp'],
  },
  { id: 'ddt', sigle: 'DDT', nom: 'Directions départementales des territoires', familles: ['d-ddt'] },
  { id: 'ddtm', sigle: 'DDTM', nom: 'Directions départementales des territoires et de la mer', familles: ['d-ddtm'] },
  {
    id: 'ddt-ddtm',
    sigle: 'DDT(M)',
    nom: 'Directions départementales des territoires, sur le littoral comme ailleurs',
    autres: 'DDT/DDTM',
    familles: ['d-ddt', 'd-ddtm'],
  },
  {
    id: 'ddets',
    sigle: 'DDETS',
    nom: 'Directions départementales de l’emploi, du travail et des solidarités',
    anciens: 'DDCS|Directions départementales de la cohésion sociale',
    familles: ['d-ddets'],
  },
  {
    id: 'ddetspp',
    sigle: 'DDETSPP',
    nom: 'Directions départementales de l’emploi, du travail, des solidarités et de la protection des populations',
    anciens: 'DDCSPP|Directions départementales de la cohésion sociale et de la protection des populations',
    autres: 'DDETS-PP',
    familles: ['d-ddetspp'],
  },
  {
    id: 'ddets-ddetspp',
    sigle: 'DDETS(PP)',
    nom: 'Directions départementales de l’emploi, du travail et des solidarités, avec ou sans la protection des populations',
    anciens: 'DDCS(PP)|UD DIRECCTE',
    autres: 'DDETS/DDETSPP',
    familles: ['d-ddets', 'd-ddetspp'],
  },
  {
    id: 'ddpp',
    sigle: 'DDPP',
    nom: 'Directions départementales de la protection des populations',
    familles: ['d-ddpp'],
  },
  { id: 'ddfip', sigle: 'DDFiP', nom: 'Directions départementales des finances publiques', familles: ['d-ddfip'] },
  {
    id: 'ud-drieets',
    sigle: 'UD-DRIEETS',
    nom: 'Unités départementales de la DRIEETS',
    familles: ['d-ud-drieets'],
  },
  { id: 'ud-drihl', sigle: 'UD-DRIHL', nom: 'Unités départementales de la DRIHL', familles: ['d-ud-drihl'] },
  { id: 'ud-drieat', sigle: 'UD-DRIEAT', nom: 'Unités départementales de la DRIEAT', familles: ['d-ud-drieat'] },
  {
    id: 'sgar',
    sigle: 'SGAR',
    nom: 'Secrétariats généraux pour les affaires régionales',
    autres: 'Secrétaires généraux pour les affaires régionales',
    familles: ['r-sgar'],
  },
  {
    id: 'pfrh',
    sigle: 'PFRH',
    nom: 'Plates-formes régionales d’appui interministériel à la gestion des ressources humaines',
    autres:
      'Plates-formes RH|Plates-formes régionales RH|Plates-formes interministérielles de ressources humaines|Préfets de région (plates-formes « ressources humaines » des SGAR)|Plates-formes « ressources humaines » des SGAR',
    familles: ['r-pfrh'],
  },
  {
    id: 'pfra',
    sigle: 'PFRA',
    nom: 'Plates-formes régionales des achats de l’État',
    autres: 'Plates-formes régionales des achats|Plates-formes régionales de l’État',
    familles: ['r-pfra'],
  },
  {
    id: 'dreets',
    sigle: 'DREETS',
    nom: 'Directions régionales de l’économie, de l’emploi, du travail et des solidarités',
    anciens: 'DIRECCTE',
    familles: ['r-dreets'],
  },
  {
    id: 'deets',
    sigle: 'DEETS',
    nom: 'Directions de l’économie, de l’emploi, du travail et des solidarités',
    anciens: 'DIECCTE',
    familles: ['r-deets'],
  },
  {
    id: 'dreal',
    sigle: 'DREAL',
    nom: 'Directions régionales de l’environnement, de l’aménagement et du logement',
    familles: ['r-dreal'],
  },
  {
    id: 'deal',
    sigle: 'DEAL',
    nom: 'Directions de l’environnement, de l’aménagement et du logement',
    familles: ['r-deal'],
  },
  {
    id: 'draaf',
    sigle: 'DRAAF',
    nom: 'Directions régionales de l’alimentation, de l’agriculture et de la forêt',
    familles: ['r-draaf'],
  },
  {
    id: 'daaf',
    sigle: 'DAAF',
    nom: 'Directions de l’alimentation, de l’agriculture et de la forêt',
    familles: ['r-daaf'],
  },
  { id: 'drac', sigle: 'DRAC', nom: 'Directions régionales des affaires culturelles', familles: ['r-drac'] },
  { id: 'dac', sigle: 'DAC', nom: 'Directions des affaires culturelles', familles: ['r-dac'] },
  { id: 'ars', sigle: 'ARS', nom: 'Agences régionales de santé', familles: ['r-ars'] },
  {
    id: 'regions-academiques',
    sigle: null,
    nom: 'Régions académiques',
    autres: 'Rectorats de région académique|Recteurs de région académique',
    familles: ['r-region-academique'],
  },
  { id: 'drfip', sigle: 'DRFiP', nom: 'Directions régionales des finances publiques', familles: ['r-drfip'] },
  {
    id: 'rrpie',
    sigle: 'RRPIE',
    nom: 'Responsables régionaux de la politique immobilière de l’État',
    autres: 'RPIE|MRPIE|Missions régionales de la politique immobilière de l’État',
    familles: ['r-rrpie'],
  },
  // The sources count twelve of them and do not say where.
  {
    id: 'cspr',
    sigle: 'CSPR',
    nom: 'Centres de services partagés régionaux',
    autres: 'Plates-formes Chorus|CSP Chorus',
  },
  {
    id: 'sgami',
    sigle: 'SGAMI',
    nom: 'Secrétariats généraux pour l’administration du ministère de l’intérieur',
    membres: ['est', 'nord', 'ouest', 'paris', 'sud', 'sud-est', 'sud-ouest'].map((zone) => `mi-sgami-${zone}`),
  },
  {
    id: 'ministeres-ate',
    sigle: null,
    nom: 'Ministères du périmètre de l’administration territoriale de l’État',
    autres: 'Ministères du périmètre ATE|Ministères de l’ATE|Ministères ATE|Ministères du périmètre de l’ATE',
    membres: MINISTERES_ATE,
  },
  {
    id: 'sg-ministeres',
    sigle: 'SG des ministères',
    nom: 'Secrétariats généraux des ministères',
    autres:
      'Secrétariats généraux (SG) des ministères|Secrétariats généraux ministériels|SG ministériels|Secrétaires généraux des ministères|SG des ministères du périmètre ATE|SG des ministères de l’ATE',
    membres: MINISTERES_ATE.map((ministere) => `${ministere}-sg`),
  },
  {
    id: 'drh-ministeres',
    sigle: 'DRH des ministères',
    nom: 'Directions des ressources humaines des ministères',
    autres: 'DRH ministérielles|DRH des ministères du périmètre ATE|DRH des ministères de l’ATE|DRH des ministères ATE',
    membres: ['mi-drh', 'mtect-drh', 'masa-srh', 'mas-drh', 'mefsin-srh', 'mc-srh'],
  },
  {
    id: 'dnum-ministeres',
    sigle: 'DNUM des ministères',
    nom: 'Directions du numérique des ministères',
    autres:
      'DNUM ministérielles|DSI ministérielles|DSI des ministères|DNUM des ministères du périmètre ATE|DNUM des ministères de l’ATE',
    membres: ['mi-dnum', 'mtect-dnum', 'masa-snum', 'mas-dnum', 'mefsin-snum', 'mc-snum'],
  },
];

/** The collectives over these services, each with the identifiers of its members. */
export function collectifs(services: readonly Organisation[]): readonly Organisation[] {
  const parFamille = new Map<string, string[]>();
  for (const { id } of services) {
    const famille = id.replace(/^([rd])[0-9ab]+-/, '$1-');
    parFamille.set(famille, [...(parFamille.get(famille) ?? []), id]);
  }
  return COLLECTIFS.map(({ id, sigle, nom, autres, anciens, familles = [], membres = [] }) => ({
    id: `collectif-${id}`,
    sigle,
    nom,
    anciensNoms: anciens?.split('|') ?? [],
    autresNoms: autres?.split('|') ?? [],
    genre: 'collectif',
    parent: null,
    territoire: 'FR',
    membres: [...familles.flatMap((famille) => parFamille.get(famille) ?? []), ...membres],
  }));
}
