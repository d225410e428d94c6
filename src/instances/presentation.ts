import { formaterJour, type Ton } from '#interface';
import type { Instance } from './lectures/instances.ts';
import type { EtatDeReunion, Reunion } from './lectures/reunions.ts';
import { direHeure } from './regles/heure.ts';
import { LIBELLES_DE_NIVEAU } from './regles/niveaux.ts';
import type { Motif } from './regles/ordre-du-jour.ts';

export const LIBELLES_DE_REUNION: Readonly<Record<EtatDeReunion, string>> = {
  preparation: 'En préparation',
  seance: 'En séance',
  relevee: 'Relevé validé',
  annulee: 'Annulée',
};

export const TONS_DE_REUNION: Readonly<Record<EtatDeReunion, Ton>> = {
  preparation: 'info',
  seance: 'attention',
  relevee: 'succes',
  annulee: 'neutre',
};

export const TONS_DE_MOTIF: Readonly<Record<Motif | 'libre', Ton>> = {
  non_tranche: 'attention',
  report_demande: 'attention',
  en_retard: 'alerte',
  bloquee: 'alerte',
  reportee: 'attention',
  divergente: 'attention',
  silencieuse: 'attention',
  libre: 'neutre',
};

export function direNiveau({ niveau, niveauPropre }: Pick<Instance, 'niveau' | 'niveauPropre'>): string {
  return niveauPropre ?? LIBELLES_DE_NIVEAU[niveau];
}

/** « DMATES, sous-directeur »: a function, never a name. */
export function direPresidence({
  presidenceLibelle,
  presidenceFonction,
}: Pick<Instance, 'presidenceLibelle' | 'presidenceFonction'>): string {
  return presidenceFonction === null ? presidenceLibelle : `${presidenceFonction}, ${presidenceLibelle}`;
}

/** « 12 mars 2026 à 14 h 30 ». */
export function direMoment({ jour, heure }: Pick<Reunion, 'jour' | 'heure'>): string {
  return `${formaterJour(jour)} à ${direHeure(heure)}`;
}
