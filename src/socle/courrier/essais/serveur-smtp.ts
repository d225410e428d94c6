import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type ServeurSmtp = {
  /** For SMTP_URL. */
  readonly adresse: string;
  readonly recus: Email[];
  fermer(): Promise<void>;
};

type Conduite = {
  /** What it answers to a recipient: nothing, or a refusal. */
  readonly destinataire?: (adresse: string) => { code: number; message: string } | null;
  /** Once a message is received, before saying so. */
  readonly aReception?: (message: Email) => void | Promise<void>;
};

/** A mail server on this machine, that keeps what it receives. */
export async function ouvrirServeurSmtp({ destinataire, aReception }: Conduite = {}): Promise<ServeurSmtp> {
  const recus: Email[] = [];
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, repondre) {
      const refus = destinataire?.(address) ?? null;
      repondre(refus === null ? null : Object.assign(new Error(refus.message), { responseCode: refus.code }));
    },
    onData(flux, _session, repondre) {
      const morceaux: Buffer[] = [];
      flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
      flux.on('end', async () => {
        const message = await PostalMime.parse(Buffer.concat(morceaux));
        recus.push(message);
        await aReception?.(message);
        repondre();
      });
    },
  });
  // A sender killed in the middle of a delivery.
  serveur.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const ecoute = serveur.listen(0, '127.0.0.1', () => {
      const adresse = ecoute.address();
      resolve(typeof adresse === 'object' && adresse !== null ? adresse.port : 0);
    });
  });
  return {
    adresse: `smtp://127.0.0.1:${port}`,
    recus,
    fermer: () => new Promise((resolve) => serveur.close(() => resolve())),
  };
}
