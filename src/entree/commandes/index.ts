import type { Commande } from './commande.ts';
import { compte } from './compte.ts';
import { demo } from './demo.ts';
import { echeance } from './echeance.ts';
import { indicateur } from './indicateur.ts';
import { journal } from './journal.ts';
import { plan } from './plan.ts';
import { relances } from './relances.ts';
import { servir } from './servir.ts';

export const COMMANDES: readonly Commande[] = [servir, compte, demo, plan, echeance, indicateur, relances, journal];

const largeur = Math.max(...COMMANDES.map(({ nom }) => nom.length));

export const AIDE = `Jalon, le suivi des plans et des réformes de l’administration territoriale de l’État.

Usage : jalon COMMANDE [options]

${COMMANDES.map(({ nom, resume }) => `  ${nom.padEnd(largeur)}  ${resume}`).join('\n')}

jalon COMMANDE --help explique chaque commande.
`;
