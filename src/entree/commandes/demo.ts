import { lireConfiguration } from '#socle';
import { chargerDemonstration } from '../demonstration/charger.ts';
import { ouvrirServices } from '../services.ts';
import type { Commande } from './commande.ts';

export const demo: Commande = {
  nom: 'demo',
  resume: 'charge les données de démonstration',
  aide: `Usage : jalon demo

Charge, une seule fois, les comptes et les plans de démonstration : des actions faites, en retard, proches,
silencieuses, reportées, datées par rapport au jour du chargement. Une base qui les contient déjà n’est pas modifiée.
Les comptes de démonstration ne s’ouvrent que si Jalon est servi avec --demonstration (ou JALON_DEMO=1).
`,
  async executer() {
    const dire = (etape: string) => process.stderr.write(`${etape}\n`);
    const { services, fermer } = await ouvrirServices(lireConfiguration(process.env), dire);
    try {
      const chargee = await chargerDemonstration(services, dire);
      if (!chargee) dire('La démonstration est déjà dans cette base : rien n’a été changé.');
    } finally {
      await fermer();
    }
  },
};
