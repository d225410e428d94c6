import type { Profil } from '#acces';

/** A demonstration account: a function within a service, never a person's name. */
export type Persona = {
  readonly id: string;
  readonly nom: string;
  readonly profil: Profil;
  readonly organisation: string;
  readonly territoire: string;
  /** What this person comes to do, in one sentence of the sign-in page. */
  readonly presentation: string;
  /** Where reminders are written to; the others have none, as when an account has just been opened. */
  /** In a domain that never exists: a demonstration with a mail server writes to nobody. */
  readonly courriel?: string;
};

export const BCAM = 'demo-dmates-bcam';
export const DMATES = 'demo-dmates';
export const DNUM = 'demo-dnum';
export const DITP = 'demo-ditp';
export const DGAFP = 'demo-dgafp';
export const SPES = 'demo-spes';
export const PREFECTURE_29 = 'demo-prefet-29';
export const SGCD_29 = 'demo-sgcd-29';
export const SGAR_BRETAGNE = 'demo-sgar-bretagne';
export const PREFET_BRETAGNE = 'demo-prefet-bretagne';
export const COMPTES_29 = 'demo-comptes-29';

/** In the order of the sign-in page: those who write first, those who read last. At least one for every profile. */
export const PERSONAS: readonly Persona[] = [
  {
    id: BCAM,
    nom: 'Responsable de plan, DMATES/BCAM',
    profil: 'responsable_de_plan',
    organisation: 'mi-bcam',
    territoire: 'FR',
    presentation: 'Importe ses plans, repère ce qui glisse et prépare le prochain comité de suivi.',
  },
  {
    id: DMATES,
    nom: 'Directrice, DMATES',
    profil: 'responsable_de_plan',
    organisation: 'mi-dmates',
    territoire: 'FR',
    presentation: 'Préside le comité stratégique et le comité de suivi, et valide leurs relevés de décisions.',
  },
  {
    id: DNUM,
    nom: 'Pilote d’actions, DNUM',
    profil: 'pilote',
    organisation: 'mi-dnum',
    territoire: 'FR',
    presentation: 'Ouvre les actions que sa direction porte et dit où elles en sont, en une minute chacune.',
    courriel: 'pilote.dnum@demonstration.invalid',
  },
  {
    id: PREFECTURE_29,
    nom: 'Préfet du Finistère',
    profil: 'prefet_departement',
    organisation: 'd29-prefecture',
    territoire: 'D29',
    presentation: 'Suit la feuille de route de son département et les plans nationaux qui y citent ses services.',
  },
  {
    id: SGCD_29,
    nom: 'Directrice du SGC-D du Finistère',
    profil: 'service_deconcentre',
    organisation: 'd29-sgcd',
    territoire: 'D29',
    presentation: 'Rend compte des actions confiées à son service et lit les plans qui parlent des SGC-D.',
    courriel: 'direction.sgcd29@demonstration.invalid',
  },
  {
    id: COMPTES_29,
    nom: 'Administratrice des comptes du Finistère',
    profil: 'prefet_departement',
    organisation: 'd29-prefecture',
    territoire: 'D29',
    presentation: 'Ouvre les comptes de son département, donne les accès et les retire, répond aux demandes.',
  },
  {
    id: 'demo-ddpp-29',
    nom: 'Cheffe de service, DDPP du Finistère',
    profil: 'service_deconcentre',
    organisation: 'd29-ddpp',
    territoire: 'D29',
    presentation: 'Ne lit pas la feuille de route du Finistère, et voudrait y suivre une action.',
  },
  {
    id: PREFET_BRETAGNE,
    nom: 'Préfet de la région Bretagne',
    profil: 'prefet_region',
    organisation: 'r53-prefecture',
    territoire: 'R53',
    presentation: 'Regarde la région et ses quatre départements, et relance là où rien n’avance.',
  },
  {
    id: SGAR_BRETAGNE,
    nom: 'SGAR de Bretagne',
    profil: 'prefet_region',
    organisation: 'r53-sgar',
    territoire: 'R53',
    presentation:
      'Tient le plan régional d’appui aux SGC-D et répond aux actions que les ministères confient aux SGAR.',
  },
  {
    id: 'demo-prefet-44',
    nom: 'Préfet de la Loire-Atlantique',
    profil: 'prefet_departement',
    organisation: 'd44-prefecture',
    territoire: 'D44',
    presentation: 'Voit les plans nationaux, mais pas la feuille de route de son voisin breton.',
  },
  {
    id: DGAFP,
    nom: 'Cheffe de projet de la convergence RH, DGAFP',
    profil: 'chef_de_projet',
    organisation: 'fp-dgafp',
    territoire: 'FR',
    presentation: 'Prépare son propre plan, encore en brouillon, et suit les actions RH des plans des autres.',
  },
  {
    id: SPES,
    nom: 'Responsable de plan, SPES',
    profil: 'responsable_de_plan',
    organisation: 'mtect-spes',
    territoire: 'FR',
    presentation: 'Compare, mission par mission, l’activité retrouvée à celle qui était prévue à chaque date.',
  },
  {
    id: DITP,
    nom: 'Chargée de mission, DITP',
    profil: 'ditp',
    organisation: 'pm-ditp',
    territoire: 'FR',
    presentation: 'Voit tous les plans, brouillons compris, et suit les dix recommandations dont elle a la charge.',
  },
  {
    id: 'demo-sg-mtect',
    nom: 'Secrétariat général, ministère de la transition écologique',
    profil: 'administration_centrale',
    organisation: 'mtect-sg',
    territoire: 'FR',
    presentation: 'Lit les plans de son ministère et ceux ouverts à toute l’administration.',
  },
  {
    id: 'demo-cabinet-mi',
    nom: 'Conseillère au cabinet du ministre de l’intérieur',
    profil: 'cabinet',
    organisation: 'mi',
    territoire: 'FR',
    presentation: 'Cherche, avant une réunion, ce qui est en retard dans le champ du ministère.',
  },
  {
    id: 'demo-premier-ministre',
    nom: 'Conseiller au cabinet du Premier ministre',
    profil: 'premier_ministre',
    organisation: 'pm',
    territoire: 'FR',
    presentation: 'Lit l’ensemble des plans publiés, sans rien y écrire.',
  },
  {
    id: 'demo-presidence',
    nom: 'Conseillère à la Présidence de la République',
    profil: 'presidence',
    organisation: 'presidence',
    territoire: 'FR',
    presentation: 'Lit l’ensemble des plans publiés et revient sur leur état à une date passée.',
  },
];
