import type { Travail } from '#socle/travaux';
import { relancer } from './relancer.ts';

/**
 * The mails of the day, on working mornings; then every hour for what a stop or a failure left out: who was written to
 * today is not written to again. Without a mail server nothing is prepared, except in the demonstration, where one looks.
 */
export const relancerChaqueJour: Travail = {
  nom: 'relances.envoyer',
  quand: '5 7-18 * * 1-5',
  async executer(services, arret) {
    const { courrier, demonstration } = services.configuration;
    if (courrier !== null || demonstration) await relancer(services, { arret });
  },
};
