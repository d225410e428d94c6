import { parseArgs } from 'node:util';
import { ouvrirAdministrateur } from '#acces';
import { ErreurDeDemarrage, lireConfiguration } from '#socle';
import { ouvrirServices } from '../services.ts';
import type { Commande } from './commande.ts';

export const compte: Commande = {
  nom: 'compte',
  resume: 'ouvre le compte d’un administrateur national',
  aide: `Usage : jalon compte ouvrir --courriel ADRESSE --nom "NOM"

Ouvre le compte d’un administrateur national (profil DITP), pour mettre Jalon en service : les comptes suivants
s’ouvrent depuis ses pages. La personne entre par la connexion professionnelle avec ce courriel.

  --courriel ADRESSE   courriel professionnel, tel que le donne le fournisseur d’identité
  --nom NOM            nom de la personne, ou sa fonction
`,
  async executer([verbe, ...mots]) {
    if (verbe !== 'ouvrir') throw new ErreurDeDemarrage(`Dites ce qu’il faut faire.\n\n${compte.aide}`);
    const { values } = parseArgs({
      args: [...mots],
      options: { courriel: { type: 'string' }, nom: { type: 'string' } },
    });
    const { services, fermer } = await ouvrirServices(lireConfiguration(process.env), () => undefined);
    try {
      const resultat = await ouvrirAdministrateur(services, values);
      if (!resultat.ok) {
        const fautes = Object.values(resultat.refus.champs ?? { '': resultat.refus.message });
        throw new ErreurDeDemarrage(fautes.join('\n'));
      }
      process.stdout.write(
        `Compte ouvert pour ${values.courriel}. Il s’ouvre à la première connexion professionnelle.\n`,
      );
    } finally {
      await fermer();
    }
  },
};
