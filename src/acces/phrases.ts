import type { PhrasesDe } from '#journal';

/** How what happens to accounts and sessions is said. */
export const PHRASES_D_ACCES: PhrasesDe<'session.ouvrir' | 'session.fermer'> = {
  'session.ouvrir': {
    nom: 'Connexion',
    dire: ({ charge }) => ({ phrase: 'Connexion', detail: MOYENS[charge.moyen] }),
  },
  'session.fermer': { nom: 'Déconnexion' },
};

const MOYENS = { demonstration: 'Par un compte de démonstration' } as const;
