import { compter } from '#interface';
import type { PhrasesDe } from './phrases.ts';

/** How what happens to the journal itself is said. */
export const PHRASES_DU_JOURNAL: PhrasesDe<'journal.exporter' | 'donnees.effacer'> = {
  'journal.exporter': {
    nom: 'Journal exporté',
    dire: ({ charge: { format, evenements }, personnel }) => ({
      phrase: `Journal exporté (${format}, ${compter(evenements, 'événement', 'événements')})`,
      detail: personnel === null ? null : `Personne cherchée : « ${personnel.personne} »`,
    }),
  },
  'donnees.effacer': {
    nom: 'Données personnelles effacées',
    dire: ({ charge: { motif, effacement } }) => ({
      phrase: `Données personnelles effacées dans ${compter(effacement.nombre, 'événement', 'événements')}`,
      detail: motif === 'demande' ? 'À la demande de la personne' : 'Fin de leur durée de conservation',
    }),
  },
};
