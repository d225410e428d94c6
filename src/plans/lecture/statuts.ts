import { cleDeTexte } from '#socle/valeurs';
import type { StatutDeclare } from '../regles/lecture.ts';

/** The declared status these words say, or null: a word outside the table is never coerced. */
export function lireStatut(texte: string): StatutDeclare | null {
  return PAR_MOT.get(forme(texte)) ?? null;
}

/** As written in an export; each reads back by `lireStatut`. */
export const LIBELLES_DE_STATUT: Readonly<Record<StatutDeclare, string>> = {
  a_lancer: 'À lancer',
  en_cours: 'En cours',
  bloquee: 'Bloquée',
  terminee: 'Terminée',
  abandonnee: 'Abandonnée',
};

/** « En retard » is computed from the deadline, never declared: the message of the anomaly says so. */
export function estUnRetard(texte: string): boolean {
  return /^en retard\b|^retard/.test(forme(texte));
}

const MOTS: Readonly<Record<StatutDeclare, readonly string[]>> = {
  a_lancer: [
    'à lancer',
    'à engager',
    'à faire',
    'à démarrer',
    'à débuter',
    'à venir',
    'à initier',
    'non démarré',
    'non démarrée',
    'non commencé',
    'non commencée',
    'non débuté',
    'non débutée',
    'non engagé',
    'non engagée',
    'non lancé',
    'non lancée',
    'pas commencé',
    'pas commencée',
    'pas démarré',
    'pas démarrée',
    'planifié',
    'planifiée',
    'programmé',
    'programmée',
    'prévu',
    'prévue',
  ],
  en_cours: [
    'en cours',
    'en cours de réalisation',
    'en cours de mise en œuvre',
    'en cours de déploiement',
    'engagé',
    'engagée',
    'lancé',
    'lancée',
    'démarré',
    'démarrée',
    'débuté',
    'débutée',
    'commencé',
    'commencée',
    'initié',
    'initiée',
  ],
  bloquee: ['bloqué', 'bloquée', 'en blocage', 'à l’arrêt'],
  terminee: [
    'terminé',
    'terminée',
    'réalisé',
    'réalisée',
    'fait',
    'faite',
    'clos',
    'close',
    'clôturé',
    'clôturée',
    'achevé',
    'achevée',
    'finalisé',
    'finalisée',
    'fini',
    'finie',
    'soldé',
    'soldée',
  ],
  abandonnee: ['abandonné', 'abandonnée', 'annulé', 'annulée', 'supprimé', 'supprimée'],
};

/** « Terminé(e) », « TERMINÉE. » and « terminé » are the same word; a plural too. */
function forme(texte: string): string {
  return cleDeTexte(texte)
    .replace(/\((?:e|es|s)\)/g, '')
    .replace(/[.!;:]+$/, '')
    .replace(/(e|ee)s$/, '$1')
    .trim();
}

const PAR_MOT: ReadonlyMap<string, StatutDeclare> = new Map(
  (Object.entries(MOTS) as [StatutDeclare, readonly string[]][]).flatMap(([statut, mots]) =>
    mots.map((mot): [string, StatutDeclare] => [forme(mot), statut]),
  ),
);
