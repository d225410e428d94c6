import type { PlanDeDemonstration } from '../../donnees.ts';
import { BCAM } from '../../personas.ts';
import { NUMERIQUE_ET_MOYENS } from './numerique-et-moyens.ts';
import { PROXIMITE_ET_RH } from './proximite-et-rh.ts';
import { RESEAU } from './reseau.ts';

/** A follow-up table by irritants, in the shape of the one of 2022: 29 actions, a free column of progress. */
export const IRRITANTS: PlanDeDemonstration = {
  titre: 'Irritants des SGC-D : suivi {annee 0}',
  genre: 'plan_d_actions',
  proprietaire: 'mi-bcam',
  territoire: 'FR',
  diffusion: 'administration',
  etat: 'actif',
  description:
    'Ce que les secrétariats généraux communs départementaux ont signalé comme pesant sur leur quotidien, et la réponse apportée à chaque irritant.',
  auteur: BCAM,
  creeIlYA: 420,
  silenceJours: 60,
  fichier: 'suivi-irritants-sgcd.xlsx',
  actions: [...PROXIMITE_ET_RH, ...NUMERIQUE_ET_MOYENS, ...RESEAU],
};
