import pg from 'pg';

const ATTENTE_MS = 2_000;

/**
 * Hears what transactions say on a channel (`pg_notify`), by a connection of its own that is made again when it is lost.
 * What is said meanwhile is not heard. The answer stops listening.
 */
export async function ecouter(
  adresse: string,
  canal: string,
  recevoir: (message: string) => void,
): Promise<() => Promise<void>> {
  let ferme = false;
  let client: pg.Client | null = null;
  let minuterie: NodeJS.Timeout | undefined;

  const connecter = async (): Promise<void> => {
    const nouveau = new pg.Client({ connectionString: adresse, application_name: 'jalon-ecoute' });
    const perdu = () => {
      if (client !== nouveau) return;
      client = null;
      void nouveau.end().catch(() => undefined);
      if (!ferme) minuterie = setTimeout(() => void connecter(), ATTENTE_MS);
    };
    client = nouveau;
    nouveau.on('error', perdu);
    nouveau.on('end', perdu);
    nouveau.on('notification', ({ payload }) => recevoir(payload ?? ''));
    try {
      await nouveau.connect();
      await nouveau.query(`listen ${nouveau.escapeIdentifier(canal)}`);
    } catch {
      perdu();
    }
  };
  await connecter();
  return async () => {
    ferme = true;
    clearTimeout(minuterie);
    const dernier = client;
    client = null;
    await dernier?.end().catch(() => undefined);
  };
}
