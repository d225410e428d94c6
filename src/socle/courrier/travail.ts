import type { Travail } from '../travaux/index.ts';
import { ENVOYER_LE_COURRIER } from './deposer.ts';
import { envoyerCourriels } from './envoyer.ts';
import { ouvrirTransport } from './transport.ts';

/** Empties the outbox: asked for by each deposit, at each start, and every minute for what must be tried again. */
export const envoyerLeCourrier: Travail = {
  nom: ENVOYER_LE_COURRIER,
  quand: '* * * * *',
  auDemarrage: true,
  async executer(services, arret) {
    const transport = await ouvrirTransport(services.configuration);
    if (transport === null) return;
    try {
      await envoyerCourriels(services, transport, arret);
    } finally {
      transport.fermer();
    }
  },
};
