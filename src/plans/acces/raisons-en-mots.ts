import { formaterJour } from '#interface';
import type { RaisonDeLire } from '../politique.ts';

/** What someone can do in a plan, from the least. */
export const POUVOIRS = ['lire', 'contribuer', 'modifier'] as const;
export type Pouvoir = (typeof POUVOIRS)[number];

export const LIBELLES_DE_POUVOIR: Readonly<Record<Pouvoir, string>> = {
  lire: 'lit',
  contribuer: 'donne des nouvelles',
  modifier: 'modifie',
};

/** Why someone reads a plan, as one would say it. */
export function direLaRaison(raison: RaisonDeLire): string {
  if (raison.genre !== 'habilitation') return RAISONS[raison.genre];
  const { objet, fin } = raison.habilitation;
  const sur = objet === 'champ' ? ' sur les plans du ministère' : '';
  return fin === undefined ? `habilitation${sur}` : `habilitation${sur}, jusqu’au ${formaterJour(fin)}`;
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
