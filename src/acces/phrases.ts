import { compter, formaterJour } from '#interface';
import type { Acte, PhrasesDe } from '#journal';
import { PHRASES_DES_COMPTES } from './comptes/phrases.ts';
import { PHRASES_DES_DROITS } from './habilitations/phrases.ts';
import { libelleDePortee } from './regles/portees.ts';

/** How what happens to accounts, sessions and rights is said. */
export const PHRASES_D_ACCES = {
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
  ...PHRASES_DES_COMPTES,
  ...PHRASES_DES_DROITS,
  'demande.deposer': { nom: 'Arrivée d’un agent sans compte' },
  'demande.preciser': { nom: 'Demande d’accès précisée' },
  'jeton.creer': {
    nom: 'Jeton créé',
    dire: ({ charge: { portees, expiration } }) => ({
      phrase: 'Jeton créé pour une machine',
      detail: `${portees.map(libelleDePortee).join(', ')}. Jusqu’au ${formaterJour(expiration)}.`,
    }),
  },
  'jeton.revoquer': { nom: 'Jeton révoqué' },
} satisfies Partial<PhrasesDe<Acte>>;

const MOYENS = {
  demonstration: 'Par un compte de démonstration',
  oidc: 'Par une identité professionnelle',
} as const;
