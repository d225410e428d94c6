import { signalerEchec } from './signaler.ts';
import type { Conservation, Travail } from './travail.ts';

/** The nightly work that removes what is older than what is promised. One that fails does not keep the others from being done. */
export function purgerSelon(conservations: readonly Conservation[]): Travail {
  return {
    nom: 'conservation.purger',
    quand: '17 3 * * *',
    async executer(services, arret) {
      let echecs = 0;
      for (const { donnee, purger } of conservations) {
        if (arret.aborted) return;
        try {
          await purger(services);
        } catch (erreur) {
          echecs += 1;
          signalerEchec(`conservation.purger : ${donnee}`, erreur);
        }
      }
      if (echecs > 0) throw new Error(`${echecs} conservations n’ont pas été appliquées.`);
    },
  };
}
