import type { PhrasesDe } from '#journal';

/** Acts of this room, each with its sentence below. */
type ActesDAcces = 'session.ouvrir' | 'session.fermer' | 'compte.effacer' | 'donnees.exporter' | 'acces.refuser';

/** How what happens to accounts and sessions is said. */
export const PHRASES_D_ACCES: PhrasesDe<ActesDAcces> = {
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
  'donnees.exporter': { nom: 'Données de la personne téléchargées' },
  'acces.refuser': {
    nom: 'Accès refusé',
    dire: ({ charge: { adresse, methode } }) => ({
      phrase: methode === 'GET' ? 'Accès refusé' : 'Envoi refusé',
      detail: `Adresse : ${adresse}`,
    }),
  },
};

const MOYENS = { demonstration: 'Par un compte de démonstration' } as const;
