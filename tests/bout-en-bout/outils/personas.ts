/** The characters of the demonstration, by the name the sign-in page shows. */
export const BCAM = 'Responsable de plan, DMATES/BCAM';
export const DMATES = 'Directrice, DMATES';
export const DNUM = 'Pilote d’actions, DNUM';
export const PREFET_29 = 'Préfet du Finistère';
export const SGCD_29 = 'Directrice du SGC-D du Finistère';
export const PREFET_BRETAGNE = 'Préfet de la région Bretagne';
export const SGAR_BRETAGNE = 'SGAR de Bretagne';
export const PREFET_44 = 'Préfet de la Loire-Atlantique';
export const DGAFP = 'Cheffe de projet de la convergence RH, DGAFP';
export const SPES = 'Responsable de plan, SPES';
export const DITP = 'Chargée de mission, DITP';
export const SG_ECOLOGIE = 'Secrétariat général, ministère de la transition écologique';
export const CABINET_MI = 'Conseillère au cabinet du ministre de l’intérieur';
export const PREMIER_MINISTRE = 'Conseiller au cabinet du Premier ministre';
export const PRESIDENCE = 'Conseillère à la Présidence de la République';
export const COMPTES_29 = 'Administratrice des comptes du Finistère';
export const DDPP_29 = 'Cheffe de service, DDPP du Finistère';
