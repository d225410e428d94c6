import type { PhrasesDe } from '#journal';

/** How what happens to accounts and sessions is said. */
export const PHRASES_D_ACCES: PhrasesDe<'session.ouvrir' | 'session.fermer' | 'acces.refuser'> = {
  'session.ouvrir': {
    nom: 'Connexion',
    dire: ({ charge }) => ({ phrase: 'Connexion', detail: MOYENS[charge.moyen] }),
  },
  'session.fermer': { nom: 'Déconnexion' },
  'acces.refuser': {
    nom: 'Accès refusé',
    dire: ({ charge: { adresse, methode } }) => ({
      phrase: methode === 'GET' ? 'Accès refusé' : 'Envoi refusé',
      detail: `Adresse : ${adresse}`,
    }),
  },
};

const MOYENS = { demonstration: 'Par un compte de démonstration' } as const;
