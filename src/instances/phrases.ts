import { compter, formaterJour } from '#interface';
import type { ActeSur, PhrasesDe } from '#journal';
import { DECISIONS, GENRES_DE_DECISION } from './regles/decisions.ts';

/** How what happens to committees and their meetings is said. */
export const PHRASES_DES_INSTANCES: PhrasesDe<Exclude<ActeSur<'instance' | 'reunion'>, 'acces.refuser'>> = {
  'instance.creer': {
    nom: 'Instance créée',
    dire: ({ charge }) => ({ phrase: `Instance créée\u00a0: ${charge.nom}` }),
  },
  'instance.modifier': { nom: 'Instance modifiée' },
  'instance.effacer_membre': { nom: 'Données d’un membre sans compte effacées' },
  'reunion.planifier': {
    nom: 'Réunion planifiée',
    dire: ({ charge }) => ({
      phrase: `Réunion planifiée le ${formaterJour(charge.jour)}`,
      cites: [{ titre: 'Réunion', type: 'reunion', id: charge.reunion }],
    }),
  },
  'reunion.deplacer': {
    nom: 'Réunion déplacée',
    dire: ({ charge }) => ({
      detail:
        charge.avant === charge.apres
          ? 'Heure, durée ou lieu.'
          : `Du ${formaterJour(charge.avant)} au ${formaterJour(charge.apres)}.`,
    }),
  },
  'reunion.annuler': { nom: 'Réunion annulée' },
  'reunion.convoquer': {
    nom: 'Membres convoqués',
    dire: ({ charge }) => ({ detail: `${compter(charge.destinataires, 'personne', 'personnes')}.` }),
  },
  'reunion.ordonner': { nom: 'Ordre du jour modifié' },
  'seance.ouvrir': { nom: 'Séance ouverte' },
  'seance.presences': {
    nom: 'Présences notées',
    dire: ({ charge }) => ({ detail: `${compter(charge.presents, 'présent', 'présents')} sur ${charge.membres}.` }),
  },
  'seance.noter': { nom: 'Note prise en séance' },
  'seance.clore': { nom: 'Point déclaré vu' },
  'seance.rouvrir': { nom: 'Point rouvert' },
  'decision.prendre': {
    nom: 'Décision prise',
    dire: ({ charge }) => ({
      phrase: `Décision n°\u00a0${charge.numero}\u00a0: ${direGenre(charge.genre)}`,
      cites: charge.action === null ? [] : [{ titre: 'Action', type: 'action', id: charge.action }],
    }),
  },
  'decision.annuler': {
    nom: 'Décision annulée',
    dire: ({ charge }) => ({
      phrase: `Décision n°\u00a0${charge.numero} annulée`,
      detail: `Motif\u00a0: ${charge.motif}`,
    }),
  },
  'decision.appliquer': {
    nom: 'Suite donnée à une décision',
    dire: ({ charge }) => ({ phrase: `Suite donnée à la décision n°\u00a0${charge.numero}` }),
  },
  'decision.repondre': {
    nom: 'Réponse d’un service à une décision',
    dire: ({ charge }) => ({ phrase: `Réponse d’un service à la décision n°\u00a0${charge.numero}` }),
  },
  'releve.valider': {
    nom: 'Relevé de décisions validé',
    dire: ({ charge }) => ({
      phrase: `Relevé de décisions n°\u00a0${charge.numero} validé`,
      detail: `${compter(charge.decisions, 'décision', 'décisions')}, empreinte ${charge.empreinte}.`,
    }),
  },
  'releve.rectifier': {
    nom: 'Relevé de décisions rectifié',
    dire: ({ charge }) => ({
      phrase: `Rectificatif n°\u00a0${charge.rectificatif} au relevé n°\u00a0${charge.numero}`,
      detail: `Empreinte ${charge.empreinte}.`,
    }),
  },
  'reunion.exporter': {
    nom: 'Document de réunion téléchargé',
    dire: ({ charge }) => ({
      detail: `${charge.quoi === 'dossier' ? 'Dossier de séance' : 'Relevé de décisions'}, ${charge.format}.`,
    }),
  },
};

function direGenre(genre: string): string {
  const connu = GENRES_DE_DECISION.find((un) => un === genre);
  return connu === undefined ? genre : DECISIONS[connu].libelle.toLowerCase();
}
