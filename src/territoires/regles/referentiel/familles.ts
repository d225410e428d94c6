import type { Genre } from '../organisation.ts';
import type { Territoire } from '../territoires.ts';
import {
  aUneDdets,
  aUneDdetspp,
  aUneDdpp,
  aUneDdt,
  aUneDdtm,
  estOutreMer,
  PETITE_COURONNE,
  SIEGES_DE_DRFIP,
} from './reseaux.ts';

/** One kind of service present on many territories, and where. */
export type Reseau = {
  /** End of the identifiers: `d29-ddtm`. Collectives name their members by it. */
  readonly famille: string;
  readonly genre: Genre;
  readonly sigle: string | null;
  /** Name without its territory: « Direction départementale des territoires ». */
  readonly generique: string;
  /** Former names, then other names, separated by « | ». */
  readonly anciens?: string;
  readonly autres?: string;
  /**
   * Family of the parent on the same territory (`region:` before it: on the région), or identifier of a national service
   * (with `national`). Null for a préfecture: it stands for the whole government, not for one ministry.
   */
  readonly parent: string | null;
  readonly national?: true;
  /** INSEE codes where it exists. */
  readonly ou: (insee: string) => boolean;
  /** Official name where it is not « generique + of the territory ». */
  readonly nom?: (territoire: Territoire) => string;
};

const PARTOUT = () => true;
const OUTRE_MER = new Set(['01', '02', '03', '04', '06']);
const enIleDeFrance = (insee: string) => insee === '11';
const enGuyane = (insee: string) => insee === '03';
const enMetropole = (insee: string) => !OUTRE_MER.has(insee);
const enRegionCommune = (insee: string) => enMetropole(insee) && !enIleDeFrance(insee);
/** Guyane merged its State services into directions générales (decree 2019-894 of 28 August 2019). */
const outreMerSaufGuyane = (insee: string) => OUTRE_MER.has(insee) && !enGuyane(insee);

const PREFECTURE_AUTRES =
  'Préfet|Préfète|Préfecture de département|Préfet de département|SG de préfecture|Secrétariat général de préfecture|Secrétaire général de préfecture';
const SGCD_AUTRES = 'SGC|SGCD|Secrétariat général commun|Directeur du SGC-D';

export const RESEAUX_DEPARTEMENTAUX: readonly Reseau[] = [
  {
    famille: 'prefecture',
    genre: 'prefecture',
    sigle: null,
    generique: 'Préfecture',
    autres: PREFECTURE_AUTRES,
    parent: null,
    ou: (insee) => !estOutreMer(insee),
  },
  {
    // Overseas the same préfecture is the région's: the names of both, and no second organisation.
    famille: 'prefecture',
    genre: 'prefecture',
    sigle: null,
    generique: 'Préfecture',
    autres: `${PREFECTURE_AUTRES}|Préfecture de région|Préfet de région|Préfète de région`,
    parent: null,
    ou: estOutreMer,
  },
  {
    famille: 'sgcd',
    genre: 'sgcd',
    sigle: 'SGC-D',
    generique: 'Secrétariat général commun départemental',
    autres: SGCD_AUTRES,
    parent: 'prefecture',
    ou: (insee) => insee !== '973',
  },
  {
    famille: 'sgcd',
    genre: 'sgcd',
    sigle: 'DGA',
    generique: 'Direction générale de l’administration',
    // Holds in Guyane the missions of the SGC-D.
    autres: `SGC-D|Secrétariat général commun départemental|${SGCD_AUTRES}`,
    parent: 'prefecture',
    ou: (insee) => insee === '973',
  },
  {
    famille: 'sidsic',
    genre: 'service',
    sigle: 'SIDSIC',
    generique: 'Service interministériel départemental des systèmes d’information et de communication',
    autres: 'SIC|Service SIC|SGC SIC|SGC NUM',
    parent: 'sgcd',
    ou: PARTOUT,
  },
  {
    famille: 'ddt',
    genre: 'ddi',
    sigle: 'DDT',
    generique: 'Direction départementale des territoires',
    autres: 'DDT(M)',
    parent: 'prefecture',
    ou: aUneDdt,
  },
  {
    famille: 'ddtm',
    genre: 'ddi',
    sigle: 'DDTM',
    generique: 'Direction départementale des territoires et de la mer',
    autres: 'DDT(M)',
    parent: 'prefecture',
    ou: aUneDdtm,
  },
  {
    famille: 'ddets',
    genre: 'ddi',
    sigle: 'DDETS',
    generique: 'Direction départementale de l’emploi, du travail et des solidarités',
    anciens: 'DDCS|Direction départementale de la cohésion sociale|UD DIRECCTE',
    autres: 'DDETS(PP)',
    parent: 'prefecture',
    ou: aUneDdets,
  },
  {
    famille: 'ddetspp',
    genre: 'ddi',
    sigle: 'DDETSPP',
    generique: 'Direction départementale de l’emploi, du travail, des solidarités et de la protection des populations',
    anciens: 'DDCSPP|Direction départementale de la cohésion sociale et de la protection des populations|UD DIRECCTE',
    autres: 'DDETS(PP)|DDETS-PP',
    parent: 'prefecture',
    ou: aUneDdetspp,
  },
  {
    famille: 'ddpp',
    genre: 'ddi',
    sigle: 'DDPP',
    generique: 'Direction départementale de la protection des populations',
    parent: 'prefecture',
    ou: aUneDdpp,
  },
  {
    famille: 'ud-drieets',
    genre: 'service',
    sigle: 'UD-DRIEETS',
    generique: 'Unité départementale de la DRIEETS',
    parent: 'region:dreets',
    ou: (insee) => PETITE_COURONNE.has(insee),
  },
  {
    famille: 'ud-drihl',
    genre: 'service',
    sigle: 'UD-DRIHL',
    generique: 'Unité départementale de la DRIHL',
    parent: 'region:drihl',
    ou: (insee) => PETITE_COURONNE.has(insee),
  },
  {
    famille: 'ud-drieat',
    genre: 'service',
    sigle: 'UD-DRIEAT',
    generique: 'Unité départementale de la DRIEAT',
    parent: 'region:dreal',
    ou: (insee) => PETITE_COURONNE.has(insee),
  },
  {
    famille: 'ddfip',
    genre: 'service',
    sigle: 'DDFiP',
    generique: 'Direction départementale des finances publiques',
    parent: 'mefsin-dgfip',
    national: true,
    ou: (insee) => !estOutreMer(insee) && !SIEGES_DE_DRFIP.has(insee),
  },
];

export const RESEAUX_REGIONAUX: readonly Reseau[] = [
  {
    famille: 'prefecture',
    genre: 'prefecture',
    sigle: null,
    generique: 'Préfecture de région',
    autres: 'Préfet de région|Préfète de région',
    parent: null,
    ou: enMetropole,
    nom: ({ nom, code }) => `Préfecture de la région ${nom}${code === 'R11' ? ', préfecture de Paris' : ''}`,
  },
  {
    famille: 'sgar',
    genre: 'sgar',
    sigle: 'SGAR',
    generique: 'Secrétariat général pour les affaires régionales',
    autres: 'Secrétaire général pour les affaires régionales',
    parent: 'prefecture',
    ou: PARTOUT,
  },
  {
    famille: 'pfrh',
    genre: 'service',
    sigle: 'PFRH',
    generique: 'Plate-forme régionale d’appui interministériel à la gestion des ressources humaines',
    autres: 'Plate-forme RH|Plate-forme régionale RH|Plate-forme interministérielle de ressources humaines',
    parent: 'sgar',
    ou: PARTOUT,
  },
  {
    famille: 'pfra',
    genre: 'service',
    sigle: 'PFRA',
    generique: 'Plate-forme régionale des achats de l’État',
    autres: 'Plate-forme régionale des achats|Plate-forme régionale de l’État',
    parent: 'sgar',
    ou: PARTOUT,
  },
  {
    famille: 'dreets',
    genre: 'region_service',
    sigle: 'DREETS',
    generique: 'Direction régionale de l’économie, de l’emploi, du travail et des solidarités',
    anciens: 'DIRECCTE',
    parent: 'prefecture',
    ou: enRegionCommune,
  },
  {
    famille: 'dreets',
    genre: 'region_service',
    sigle: 'DRIEETS',
    generique: 'Direction régionale et interdépartementale de l’économie, de l’emploi, du travail et des solidarités',
    anciens: 'DIRECCTE',
    autres: 'DREETS',
    parent: 'prefecture',
    ou: enIleDeFrance,
  },
  {
    famille: 'deets',
    genre: 'region_service',
    sigle: 'DEETS',
    generique: 'Direction de l’économie, de l’emploi, du travail et des solidarités',
    anciens: 'DIECCTE',
    parent: 'prefecture',
    ou: outreMerSaufGuyane,
  },
  {
    famille: 'dreal',
    genre: 'region_service',
    sigle: 'DREAL',
    generique: 'Direction régionale de l’environnement, de l’aménagement et du logement',
    parent: 'prefecture',
    ou: enRegionCommune,
  },
  {
    famille: 'dreal',
    genre: 'region_service',
    sigle: 'DRIEAT',
    generique: 'Direction régionale et interdépartementale de l’environnement, de l’aménagement et des transports',
    anciens: 'DRIEA|DRIEE',
    autres: 'DREAL',
    parent: 'prefecture',
    ou: enIleDeFrance,
  },
  {
    famille: 'deal',
    genre: 'region_service',
    sigle: 'DEAL',
    generique: 'Direction de l’environnement, de l’aménagement et du logement',
    parent: 'prefecture',
    ou: (insee) => outreMerSaufGuyane(insee) && insee !== '06',
  },
  {
    famille: 'deal',
    genre: 'region_service',
    sigle: 'DEALM',
    generique: 'Direction de l’environnement, de l’aménagement, du logement et de la mer',
    autres: 'DEAL',
    parent: 'prefecture',
    ou: (insee) => insee === '06',
  },
  {
    famille: 'draaf',
    genre: 'region_service',
    sigle: 'DRAAF',
    generique: 'Direction régionale de l’alimentation, de l’agriculture et de la forêt',
    parent: 'prefecture',
    ou: enRegionCommune,
  },
  {
    famille: 'draaf',
    genre: 'region_service',
    sigle: 'DRIAAF',
    generique: 'Direction régionale et interdépartementale de l’alimentation, de l’agriculture et de la forêt',
    autres: 'DRAAF',
    parent: 'prefecture',
    ou: enIleDeFrance,
  },
  {
    famille: 'daaf',
    genre: 'region_service',
    sigle: 'DAAF',
    generique: 'Direction de l’alimentation, de l’agriculture et de la forêt',
    parent: 'prefecture',
    ou: outreMerSaufGuyane,
  },
  {
    famille: 'dgcopop',
    genre: 'region_service',
    sigle: 'DGCOPOP',
    generique: 'Direction générale de la cohésion et des populations',
    parent: 'prefecture',
    ou: enGuyane,
  },
  {
    famille: 'dgtm',
    genre: 'region_service',
    sigle: 'DGTM',
    generique: 'Direction générale des territoires et de la mer',
    parent: 'prefecture',
    ou: enGuyane,
  },
  {
    famille: 'drihl',
    genre: 'region_service',
    sigle: 'DRIHL',
    generique: 'Direction régionale et interdépartementale de l’hébergement et du logement',
    parent: 'prefecture',
    ou: enIleDeFrance,
  },
  {
    famille: 'drac',
    genre: 'region_service',
    sigle: 'DRAC',
    generique: 'Direction régionale des affaires culturelles',
    parent: 'prefecture',
    ou: enMetropole,
  },
  {
    famille: 'dac',
    genre: 'region_service',
    sigle: 'DAC',
    generique: 'Direction des affaires culturelles',
    parent: 'prefecture',
    ou: outreMerSaufGuyane,
  },
  {
    famille: 'dmlc',
    genre: 'region_service',
    sigle: 'DMLC',
    generique: 'Direction de la mer et du littoral',
    parent: 'prefecture',
    ou: (insee) => insee === '94',
  },
  {
    famille: 'ars',
    genre: 'operateur',
    sigle: 'ARS',
    generique: 'Agence régionale de santé',
    parent: 'mas',
    national: true,
    ou: PARTOUT,
  },
  {
    famille: 'region-academique',
    genre: 'region_service',
    sigle: null,
    generique: 'Région académique',
    autres: 'Rectorat de région académique|Recteur de région académique',
    parent: 'men',
    national: true,
    ou: PARTOUT,
  },
  {
    famille: 'drfip',
    genre: 'region_service',
    sigle: 'DRFiP',
    generique: 'Direction régionale des finances publiques',
    parent: 'mefsin-dgfip',
    national: true,
    ou: PARTOUT,
  },
  {
    famille: 'rrpie',
    genre: 'service',
    sigle: 'RRPIE',
    generique: 'Responsable régional de la politique immobilière de l’État',
    autres: 'RPIE|MRPIE|Mission régionale de la politique immobilière de l’État',
    parent: 'drfip',
    ou: PARTOUT,
  },
];
