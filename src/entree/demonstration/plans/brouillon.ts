import type { PlanDeDemonstration } from '../donnees.ts';
import { DGAFP } from '../personas.ts';

/** A draft: only the team that prepares it and the DITP see it. */
export const BROUILLON: PlanDeDemonstration = {
  titre: 'Convergence des ressources humaines : plan en préparation',
  genre: 'plan_d_actions',
  proprietaire: 'fp-dgafp',
  territoire: 'FR',
  diffusion: 'administration',
  etat: 'brouillon',
  description: 'Projet de plan, à soumettre aux directions des ressources humaines avant publication.',
  auteur: DGAFP,
  creeIlYA: 12,
  silenceJours: 30,
  fichier: null,
  actions: [
    {
      axes: ['Temps de travail'],
      intitule: 'Adopter un règlement commun du temps de travail dans les services partagés',
      pilotes: 'DGAFP, en lien avec les DRH des ministères',
      echeances: '{semestre 1}',
    },
    {
      axes: ['Action sociale'],
      intitule: 'Ouvrir à tous les agents d’un même site la même restauration',
      pilotes: 'DGAFP, avec le concours des PFRH',
      echeances: 'Après validation en comité',
    },
    {
      axes: ['Formulaires'],
      intitule: 'Réduire de moitié le nombre de formulaires remis aux agents qui changent de ministère',
      pilotes: 'DGAFP et CISIRH',
      echeances: 'à définir',
    },
  ],
};
