import { parseArgs } from 'node:util';
import { estOuvre, JOURS_DE_RATTRAPAGE, relancer } from '#relances';
import { aujourdhui, ErreurDeDemarrage, lireConfiguration } from '#socle';
import { ajouterJours, lireJour } from '#socle/valeurs';
import { ouvrirServices } from '../services.ts';
import type { Commande } from './commande.ts';

export const relances: Commande = {
  nom: 'relances',
  resume: 'écrit les courriers de relance du jour, ou d’un jour manqué',
  aide: `Usage : jalon relances [--jour AAAA-MM-JJ]

Écrit dans la boîte d’envoi les courriers de relance du jour, que Jalon écrit de lui-même le matin des jours ouvrés.
Qui a déjà le sien n’en reçoit pas d’autre : la commande se répète sans risque. Les courriers partent par « jalon servir ».

  --jour AAAA-MM-JJ   rattrape un jour ouvré où Jalon était arrêté, d’il y a ${JOURS_DE_RATTRAPAGE} jours au plus
`,
  async executer(mots) {
    const { values } = parseArgs({ args: [...mots], options: { jour: { type: 'string' } } });
    const { services, fermer } = await ouvrirServices(lireConfiguration(process.env), () => undefined);
    try {
      const present = aujourdhui(services.horloge);
      const jour = values.jour === undefined ? present : lireJour(values.jour);
      if (jour === null || jour > present || jour < ajouterJours(present, -JOURS_DE_RATTRAPAGE))
        throw new ErreurDeDemarrage(
          `« ${values.jour} » ne se rattrape pas : donnez un jour (AAAA-MM-JJ) d’il y a ${JOURS_DE_RATTRAPAGE} jours au plus.`,
        );
      if (!estOuvre(jour))
        throw new ErreurDeDemarrage(`Le ${jour} n’est pas un jour ouvré : Jalon n’écrit pas de relance ce jour-là.`);
      const ecrits = await relancer(services, { jour });
      process.stdout.write(
        `${ecrits} ${ecrits < 2 ? 'courrier de relance écrit' : 'courriers de relance écrits'} pour le ${jour}.\n`,
      );
    } finally {
      await fermer();
    }
  },
};
