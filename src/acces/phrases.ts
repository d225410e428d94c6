import { compter, enumerer, formaterJour } from '#interface';
import type { Acte, PhrasesDe } from '#journal';
import { libelleDePortee } from './regles/portees.ts';
import { LIBELLES_DE_PROFIL, type Profil } from './regles/profils.ts';

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
  'demande.deposer': { nom: 'Arrivée d’un agent sans compte' },
  'demande.preciser': { nom: 'Demande d’accès précisée' },
  'acces.demander': {
    nom: 'Accès demandé',
    dire: ({ charge }) => ({ phrase: `Accès demandé : ${droit(charge.droit)} ${objet(charge.objet)}` }),
  },
  'demande.accorder': { nom: 'Demande d’accès accordée' },
  'demande.refuser': { nom: 'Demande d’accès refusée' },
  'compte.ouvrir': {
    nom: 'Compte ouvert',
    dire: ({ charge }) => ({ phrase: 'Compte ouvert', detail: place(charge) }),
  },
  'compte.modifier': {
    nom: 'Compte modifié',
    dire: ({ charge: { avant, apres, nom, courriel } }) => ({
      phrase: 'Compte modifié',
      detail: [
        ...(nom ? ['nom changé'] : []),
        ...(courriel ? ['courriel changé'] : []),
        ...(place(avant) === place(apres) ? [] : [`de ${place(avant)} à ${place(apres)}`]),
      ].join(', '),
    }),
  },
  'compte.fermer': {
    nom: 'Compte fermé',
    dire: ({ charge }) => ({
      phrase: 'Compte fermé',
      detail: enumerer([
        compter(charge.sessions, 'session fermée', 'sessions fermées'),
        compter(charge.habilitations, 'habilitation retirée', 'habilitations retirées'),
        compter(charge.suppleances, 'suppléance finie', 'suppléances finies'),
        compter(charge.jetons, 'jeton révoqué', 'jetons révoqués'),
      ]),
    }),
  },
  'compte.rouvrir': { nom: 'Compte rouvert' },
  'habilitation.accorder': {
    nom: 'Habilitation accordée',
    dire: ({ charge }) => ({ phrase: `Habilitation accordée : ${habilitation(charge)}`, detail: periode(charge) }),
  },
  'habilitation.prolonger': {
    nom: 'Habilitation prolongée',
    dire: ({ charge }) => ({ phrase: `Habilitation prolongée : ${habilitation(charge)}`, detail: periode(charge) }),
  },
  'habilitation.retirer': {
    nom: 'Habilitation retirée',
    dire: ({ charge }) => ({ phrase: `Habilitation retirée : ${habilitation(charge)}` }),
  },
  'suppleance.nommer': {
    nom: 'Suppléant nommé',
    dire: ({ charge }) => ({ phrase: 'Suppléant nommé', detail: periode(charge) }),
  },
  'suppleance.finir': { nom: 'Suppléance finie' },
  'suppleance.agir': { nom: 'Suppléance prise' },
  'suppleance.reprendre': { nom: 'Retour à son propre compte' },
  'jeton.creer': {
    nom: 'Jeton créé',
    dire: ({ charge: { portees, expiration } }) => ({
      phrase: 'Jeton créé pour une machine',
      detail: `${portees.map(libelleDePortee).join(', ')}. Jusqu’au ${formaterJour(expiration)}.`,
    }),
  },
  'jeton.revoquer': { nom: 'Jeton révoqué' },
} satisfies Partial<PhrasesDe<Acte>>;

const place = ({ profil, organisation, territoire }: { profil: string; organisation: string; territoire: string }) =>
  `${LIBELLES_DE_PROFIL[profil as Profil] ?? profil}, ${organisation}, ${territoire}`;

const periode = ({ debut, fin }: { debut: string; fin: string }) => `Du ${formaterJour(debut)} au ${formaterJour(fin)}`;

const habilitation = (charge: { droit: string; objet: string; territoire: string }) =>
  `${droit(charge.droit)} ${objet(charge.objet)}, pour ${charge.territoire}`;

const VERBES: Readonly<Record<string, string>> = {
  lire: 'lire',
  contribuer: 'contribuer à',
  modifier: 'modifier',
  administrer: 'administrer',
};
const droit = (texte: string) => VERBES[texte] ?? texte;

/** `plan:<id>`, `reforme:<id>`, `champ:<ministère>` or `comptes`, as the journal keeps them. */
function objet(texte: string): string {
  const [type = '', id = ''] = texte.split(':');
  if (type === 'plan') return 'un plan';
  if (type === 'reforme') return 'une réforme';
  return type === 'champ' ? `les plans et réformes de ${id}` : 'les comptes';
}

const MOYENS = {
  demonstration: 'Par un compte de démonstration',
  oidc: 'Par une identité professionnelle',
} as const;
