import type { PhrasesDe } from '#journal';

/** How what happens to accounts and sessions is said. */
export const PHRASES_D_ACCES: PhrasesDe<'session.ouvrir' | 'session.fermer' | 'compte.effacer'> = {
  'session.ouvrir': {
    nom: 'Connexion',
    dire: ({ charge }) => ({ phrase: 'Connexion', detail: MOYENS[charge.moyen] }),
  },
  'session.fermer': { nom: 'Déconnexion' },
  'compte.effacer': {
    nom: 'Personne effacée',
    dire: ({ charge }) => ({
      phrase: 'Personne effacée',
      detail: charge.motif === 'demande' ? 'À la demande de la personne' : 'Durée de conservation écoulée',
    }),
  },
};

const MOYENS = { demonstration: 'Par un compte de démonstration' } as const;
