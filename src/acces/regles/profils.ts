/** The profiles of the access table, and the two that plans add: those who steer a plan and those who carry its actions. */
export const PROFILS = [
  'presidence',
  'premier_ministre',
  'cabinet',
  'administration_centrale',
  'responsable_de_plan',
  'pilote',
  'chef_de_projet',
  'ditp',
  'prefet_region',
  'prefet_departement',
  'service_deconcentre',
] as const;

export type Profil = (typeof PROFILS)[number];

export const LIBELLES_DE_PROFIL: Readonly<Record<Profil, string>> = {
  presidence: 'Présidence de la République',
  premier_ministre: 'Cabinet du Premier ministre',
  cabinet: 'Cabinet ministériel',
  administration_centrale: 'Administration centrale',
  responsable_de_plan: 'Responsable de plan',
  pilote: 'Pilote d’actions',
  chef_de_projet: 'Chef de projet',
  ditp: 'DITP',
  prefet_region: 'Préfet de région, SGAR',
  prefet_departement: 'Préfet de département',
  service_deconcentre: 'Service déconcentré',
};

/** Profiles of the access table that write nothing: no grant makes them write. */
export function neFontQueLire(profil: Profil): boolean {
  return LECTEURS.has(profil);
}

const LECTEURS: ReadonlySet<Profil> = new Set(['presidence', 'premier_ministre', 'cabinet', 'administration_centrale']);
