import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { type Configuration, codeDErreur, ErreurDeDemarrage, lireConfiguration } from '#socle';
import { demarrerTravaux } from '#socle/travaux';
import { creerApplication } from '../application.ts';
import { ouvrirServices } from '../services.ts';
import { TRAVAUX } from '../travaux.ts';
import { ecouterLArret } from './arret.ts';
import type { Commande } from './commande.ts';

export const servir: Commande = {
  nom: 'servir',
  resume: 'démarre Jalon et ses pages',
  aide: `Usage : jalon servir [--demonstration] [--port 3000]

Démarre la base de données embarquée (ou se connecte à celle de DATABASE_URL), la met à jour,
puis sert les pages jusqu’à Ctrl-C.

  --demonstration   charge une fois les données de démonstration et ouvre les comptes de démonstration
                    (comme JALON_DEMO=1)
  --port N          port d’écoute (sinon PORT, sinon 3000)

Variables : DATABASE_URL, PORT, JALON_HOTE, JALON_DONNEES, JALON_DEMO, JALON_ORIGINE, JALON_BLOC_MARQUE,
SMTP_URL, JALON_EXPEDITEUR, JALON_MANDATAIRES, JALON_LIMITE_CONNEXIONS, OIDC_EMETTEUR, OIDC_CLIENT, OIDC_SECRET,
OIDC_ACR, OIDC_NOM, OIDC_PORTEES, OIDC_SIGNATURE (docs/exploitation.md).
`,
  async executer(mots) {
    const { values } = parseArgs({
      args: [...mots],
      options: { demonstration: { type: 'boolean' }, port: { type: 'string' } },
    });
    const configuration = lireConfiguration({
      ...process.env,
      ...(values.demonstration ? { JALON_DEMO: '1' } : {}),
      ...(values.port ? { PORT: values.port } : {}),
    });
    const arret = ecouterLArret(() => dire('\nArrêt en cours…'));
    const { services, adresse, fermer } = await ouvrirServices(configuration, dire);
    try {
      if (configuration.demonstration && !arret.aborted) {
        const { chargerDemonstration } = await import('../demonstration/charger.ts');
        await chargerDemonstration(services, dire);
      }
      if (!arret.aborted) {
        const travaux = await demarrerTravaux(services, TRAVAUX, { adresse });
        try {
          if (!arret.aborted) await servirJusquA(arret, configuration, creerApplication(services).fetch);
        } finally {
          await travaux.arreter();
        }
      }
    } finally {
      await fermer();
    }
    dire('Jalon est arrêté. Les données sont gardées.');
  },
};

function dire(etape: string): void {
  process.stderr.write(`${etape}\n`);
}

type Repondre = Parameters<typeof serve>[0]['fetch'];

/** Serves until the program is asked to stop; requests under way are finished first. */
function servirJusquA(arret: AbortSignal, { port, hote }: Configuration, fetch: Repondre): Promise<void> {
  return new Promise((resolve, reject) => {
    const serveur = serve({ fetch, port, hostname: hote }, (adresse) => {
      const visible = hote === '127.0.0.1' || hote === '0.0.0.0' || hote === '::' ? 'localhost' : hote;
      dire(`\nJalon est prêt : http://${visible}:${adresse.port}\nCtrl-C pour l’arrêter.`);
    });
    const arreter = () => {
      serveur.close(() => resolve());
      if ('closeIdleConnections' in serveur) serveur.closeIdleConnections();
      setTimeout(() => 'closeAllConnections' in serveur && serveur.closeAllConnections(), 5_000).unref();
    };
    arret.addEventListener('abort', arreter, { once: true });
    serveur.on('error', (erreur) => reject(enPhrase(erreur, port, hote)));
  });
}

function enPhrase(erreur: Error, port: number, hote: string): Error {
  const code = codeDErreur(erreur);
  if (code === 'EADDRINUSE') {
    return new ErreurDeDemarrage(
      `Le port ${port} est déjà pris par un autre programme (peut-être Jalon, déjà démarré).\nArrêtez-le, ou choisissez un autre port : PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new ErreurDeDemarrage(
      `Le port ${port} est réservé. Choisissez un port au-dessus de 1024 : PORT=3000 npm start`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new ErreurDeDemarrage(
      `Cette machine n’a pas l’adresse « ${hote} ». Corrigez JALON_HOTE (127.0.0.1 pour elle seule, 0.0.0.0 pour tous).`,
    );
  }
  return erreur;
}
