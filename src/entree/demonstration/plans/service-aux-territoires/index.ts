import type { PlanDeDemonstration } from '../../donnees.ts';
import { BCAM } from '../../personas.ts';
import { ATTRACTIVITE_ET_PILOTAGE } from './attractivite-et-pilotage.ts';
import { EFFICACITE_DES_SGCD } from './efficacite.ts';
import { ROLE_CENTRAL } from './role-central.ts';

/** A plan by objectives and recommendations, in the shape of the one of 2023: 25 actions, no codes. */
export const SERVICE_AUX_TERRITOIRES: PlanDeDemonstration = {
  titre: 'Pour un SGC-D au service des territoires',
  genre: 'plan_d_actions',
  proprietaire: 'mi-bcam',
  territoire: 'FR',
  diffusion: 'administration',
  etat: 'actif',
  description:
    'Vingt-cinq actions, en réponse à un rapport d’inspection, pour que les SGC-D rendent un meilleur service. Suivi chaque mois par un comité stratégique et par un comité de suivi.',
  auteur: BCAM,
  creeIlYA: 200,
  silenceJours: 45,
  fichier: 'plan-actions-sgcd.xlsx',
  actions: [...EFFICACITE_DES_SGCD, ...ROLE_CENTRAL, ...ATTRACTIVITE_ET_PILOTAGE],
};
