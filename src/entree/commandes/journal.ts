import { verifierJournal } from '#journal';
import { ErreurDeDemarrage, lireConfiguration } from '#socle';
import { ouvrirServices } from '../services.ts';
import type { Commande } from './commande.ts';

export const journal: Commande = {
  nom: 'journal',
  resume: 'vérifie que le journal est intact',
  aide: `Usage : jalon journal verifier

Recalcule la chaîne du journal depuis sa première ligne. Sort avec le code 0 si tout est intact, 1 sinon,
en nommant la première ligne en défaut.
`,
  async executer([verbe]) {
    if (verbe !== 'verifier') throw new ErreurDeDemarrage(`Dites ce qu’il faut faire.\n\n${journal.aide}`);
    const { services, fermer } = await ouvrirServices(lireConfiguration(process.env), () => undefined);
    try {
      const verdict = await verifierJournal(services.base);
      if (!verdict.intact)
        throw new ErreurDeDemarrage(
          `Le journal est altéré : ${verdict.defauts.map(({ raison }) => raison).join(' ; ')}.`,
        );
      process.stdout.write(`Le journal est intact : ${verdict.lignes} lignes, empreinte ${verdict.tete.empreinte}.\n`);
    } finally {
      await fermer();
    }
  },
};
