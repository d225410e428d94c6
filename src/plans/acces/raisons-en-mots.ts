import { direLHabilitation, type MotsDObjet } from '#acces/qui-peut-voir';
import type { RaisonDeLire } from '../politique.ts';

/** What someone can do in a plan, from the least. */
export const POUVOIRS = ['lire', 'contribuer', 'modifier'] as const;
export type Pouvoir = (typeof POUVOIRS)[number];

export const LIBELLES_DE_POUVOIR: Readonly<Record<Pouvoir, string>> = {
  lire: 'lit',
  contribuer: 'donne des nouvelles',
  modifier: 'modifie',
};

export const MOTS_DU_PLAN: MotsDObjet<Pouvoir> = {
  ce: 'ce plan',
  le: 'le plan',
  du: 'du plan',
  libelles: LIBELLES_DE_POUVOIR,
  verbes: {
    lire: ['lit seulement', 'lisent seulement'],
    contribuer: ['donne des nouvelles', 'donnent des nouvelles'],
    modifier: ['le modifie', 'le modifient'],
  },
};

/** Why someone reads a plan, as one would say it. */
export function direLaRaison(raison: RaisonDeLire): string {
  return raison.genre === 'habilitation' ? direLHabilitation(raison.habilitation, 'plans') : RAISONS[raison.genre];
}

const RAISONS: Readonly<Record<Exclude<RaisonDeLire['genre'], 'habilitation'>, string>> = {
  ditp: 'la DITP suit tous les plans',
  equipe: 'équipe du service propriétaire',
  service: 'service propriétaire',
  tout: 'son profil lit tous les plans publiés',
  ministere: 'plan de son ministère',
  territoire: 'plan de son territoire',
  nomme: 'son service est nommé dans une action',
  reseau: 'le réseau de son service est nommé dans une action',
  ouvert: 'plan ouvert à l’administration',
};
