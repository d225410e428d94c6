import { compter } from '#interface';
import type { PhrasesDe } from '#journal';

/** How what happens to accounts and sessions is said. */
export const PHRASES_D_ACCES: PhrasesDe<
  | 'session.ouvrir'
  | 'session.fermer'
  | 'session.revoquer'
  | 'identite.rattacher'
  | 'identite.changer_de_courriel'
  | 'demande.deposer'
  | 'demande.preciser'
> = {
  'session.ouvrir': {
    nom: 'Connexion',
    dire: ({ charge }) => ({ phrase: 'Connexion', detail: MOYENS[charge.moyen] }),
  },
  'session.fermer': { nom: 'Déconnexion' },
  'session.revoquer': {
    nom: 'Sessions fermées à distance',
    dire: ({ charge }) => ({ phrase: `${compter(charge.sessions, 'session fermée', 'sessions fermées')} à distance` }),
  },
  'identite.rattacher': {
    nom: 'Identité professionnelle reliée au compte',
    dire: ({ charge }) => ({
      phrase: 'Identité professionnelle reliée au compte',
      detail: charge.par === 'courriel' ? 'Par le courriel du compte' : 'À la suite d’une demande accordée',
    }),
  },
  'identite.changer_de_courriel': { nom: 'Courriel changé chez le fournisseur d’identité' },
  'demande.deposer': { nom: 'Arrivée d’un agent sans compte' },
  'demande.preciser': { nom: 'Demande d’accès précisée' },
};

const MOYENS = {
  demonstration: 'Par un compte de démonstration',
  oidc: 'Par une identité professionnelle',
} as const;
