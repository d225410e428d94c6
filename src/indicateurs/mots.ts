import type { Maille } from '#territoires';
import type { MethodeDAgregation } from './calcul/modele.ts';
import type { Periodicite } from './regles/mois.ts';
import type { Direction } from './regles/taux.ts';

/** The words of the settings of an indicator, for the forms, the lists and the exports alike. */
export const SENS: Readonly<Record<Direction, string>> = { hausse: 'À la hausse', baisse: 'À la baisse' };

export const PERIODICITES: Readonly<Record<Periodicite, string>> = {
  mensuelle: 'Mensuelle',
  trimestrielle: 'Trimestrielle',
  semestrielle: 'Semestrielle',
  annuelle: 'Annuelle',
};

export const MAILLES: Readonly<Record<Maille, string>> = {
  national: 'Nationale',
  regional: 'Régionale',
  departemental: 'Départementale',
};

export const AGREGATIONS: Readonly<Record<MethodeDAgregation, string>> = {
  saisie: 'Saisie à chaque maille',
  somme: 'Somme des territoires',
  moyenne_ponderee: 'Moyenne pondérée par le dénominateur',
  ratio: 'Ratio : somme des numérateurs sur somme des dénominateurs',
  aucune: 'Aucune valeur aux mailles supérieures',
};

export const ETATS: Readonly<Record<'brouillon' | 'actif' | 'archive', string>> = {
  brouillon: 'Brouillon',
  actif: 'Actif',
  archive: 'Archivé',
};

export type FraicheurDIndicateur = 'a_jour' | 'en_retard' | 'jamais';

export const FRAICHEURS: Readonly<Record<FraicheurDIndicateur, string>> = {
  a_jour: 'À jour',
  en_retard: 'Valeurs en retard',
  jamais: 'Jamais mesuré',
};

export const OPERATIONS = { somme: 'Somme', moyenne: 'Moyenne' } as const;
export const FENETRES = {
  annee_civile: 'Depuis le 1er janvier',
  '3': 'Sur 3 mois glissants',
  '12': 'Sur 12 mois glissants',
} as const;

/** A record of words as the options of a list. */
export function enOptions(mots: Readonly<Record<string, string>>): { valeur: string; texte: string }[] {
  return Object.entries(mots).map(([valeur, texte]) => ({ valeur, texte }));
}
