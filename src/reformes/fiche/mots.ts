import type { NomIcone } from '#interface';
import { LIBELLES_DE_METEO, METEOS, type Meteo } from '../regles/meteo.ts';

/** The words of the pages of a reform; nothing of the server. */
export const LIBELLES_D_ETAT = { brouillon: 'Brouillon', active: 'Active', archivee: 'Archivée' } as const;

export const LIBELLES_D_ANALYSE = {
  synthese: 'Synthèse des résultats',
  contexte: 'Contexte local',
  difficultes: 'Difficultés rencontrées',
  reussites: 'Exemples de réussite',
} as const;

export const ICONES_DE_METEO: Readonly<Record<Meteo, NomIcone>> = {
  soleil: 'soleil',
  partiellement_nuageux: 'partiellement_nuageux',
  nuageux: 'nuageux',
  orage: 'orage',
};

export const NIVEAUX_DE_METEO = METEOS.map((cle) => ({
  cle,
  nom: LIBELLES_DE_METEO[cle].nom,
  icone: ICONES_DE_METEO[cle],
}));

export const LIBELLES_DE_MAILLE = {
  national: 'national',
  regional: 'régional',
  departemental: 'départemental',
} as const;

/** One, and several. */
export const LIBELLES_DE_POSITION = {
  recul: ['en recul', 'en recul'],
  en_retrait: ['en retrait', 'en retrait'],
  sur_trajectoire: ['sur sa trajectoire', 'sur leur trajectoire'],
  non_mesuree: ['non mesurée', 'non mesurées'],
} as const;

export const LIBELLES_DE_FILTRE = {
  valeur_en_retard: 'sans valeur à jour',
  sans_meteo: 'sans météo à jour',
  recul: 'en recul',
  en_retrait: 'en retrait',
  non_mesuree: 'sans taux',
} as const;
