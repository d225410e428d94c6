import { compter, formaterJour } from '#interface';
import type { ActeSur, PhrasesDe } from '#journal';

/** How what happens to remontées is said. */
export const PHRASES_DES_REMONTEES: PhrasesDe<ActeSur<'remontee'>> = {
  'remontee.creer': {
    nom: 'Remontée préparée',
    dire: ({ charge }) => ({ phrase: `Remontée préparée\u00a0: ${charge.titre}` }),
  },
  'remontee.modifier': {
    nom: 'Remontée modifiée',
    dire: ({ charge }) => ({
      phrase: `Remontée modifiée\u00a0: ${charge.titre}`,
      detail: `${compter(charge.questions, 'question', 'questions')}.`,
    }),
  },
  'remontee.abandonner': {
    nom: 'Remontée abandonnée',
    dire: ({ charge }) => ({ phrase: `Remontée abandonnée\u00a0: ${charge.titre}` }),
  },
  'remontee.envoyer': {
    nom: 'Remontée envoyée',
    dire: ({ charge }) => ({
      phrase: `Remontée envoyée\u00a0: ${charge.titre}`,
      detail: `À ${compter(charge.cibles, 'service', 'services')}, ${compter(charge.courriels, 'courriel', 'courriels')}.`,
    }),
  },
  'remontee.deplacer': {
    nom: 'Fermeture d’une remontée déplacée',
    dire: ({ charge }) => ({ detail: `Du ${formaterJour(charge.avant)} au ${formaterJour(charge.apres)}.` }),
  },
  'remontee.publier': {
    nom: 'Résultats d’une remontée publiés',
    dire: ({ charge }) => ({ detail: `${compter(charge.recues, 'réponse', 'réponses')} sur ${charge.attendues}.` }),
  },
  'remontee.relancer': {
    nom: 'Remontée relancée',
    dire: ({ charge }) => ({
      detail: `${compter(charge.cibles, 'service', 'services')} sans réponse, ${compter(charge.courriels, 'courriel', 'courriels')}.`,
    }),
  },
  'remontee.repondre': {
    nom: 'Réponse à une remontée',
    dire: ({ charge }) => (charge.correction ? { phrase: 'Réponse à une remontée corrigée' } : {}),
  },
  'remontee.deleguer': {
    nom: 'Réponse à une remontée confiée à un autre service',
    dire: ({ charge }) => (charge.delegue === null ? { phrase: 'Réponse à une remontée reprise' } : {}),
  },
  'remontee.reprendre': {
    nom: 'Résultat d’une remontée repris',
    dire: ({ charge }) => ({
      phrase:
        charge.action === null
          ? 'Résultat d’une remontée devenu la valeur d’un indicateur'
          : 'Résultat d’une remontée noté dans une action',
    }),
  },
  'remontee.exporter': {
    nom: 'Résultats d’une remontée exportés',
    dire: ({ charge }) => ({ detail: `Format\u00a0: ${charge.format}.` }),
  },
};
