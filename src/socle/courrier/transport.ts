import type { Configuration } from '../configuration.ts';
import { codeDErreur } from '../erreur.ts';

/** An event as calendars write it (RFC 5545), and what it asks of them; its `METHOD` line says the same. */
export type Invitation = { readonly methode: MethodeDInvitation; readonly texte: string };
export type MethodeDInvitation = 'REQUEST' | 'CANCEL';

/** A mail as it is handed over. */
export type CourrielARemettre = {
  readonly id: string;
  readonly adresse: string;
  readonly sujet: string;
  readonly texte: string;
  readonly html: string;
  readonly date: Date;
  readonly invitation: Invitation | null;
};

/** Hands mails over to the server that carries them. `remettre` fails with what the server said. */
export type Transport = { remettre(courriel: CourrielARemettre): Promise<void>; fermer(): void };

/** Why a mail was not taken, and whether trying again can help. */
export type Echec = {
  readonly raison: string;
  /** The server will never take this mail. */
  readonly definitif: boolean;
  /** The server takes none at present: the others wait for the next time. */
  readonly general: boolean;
};

/** The SMTP server of the configuration; null when there is none. */
export async function ouvrirTransport({ courrier }: Configuration): Promise<Transport | null> {
  if (courrier === null) return null;
  const { createTransport } = await import('nodemailer');
  const smtp = createTransport({
    url: courrier.serveur,
    pool: true,
    maxConnections: 1,
    // A connection lost in the middle is our own affair: the outbox tries again, and counts.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { nom, adresse } = courrier.expediteur;
  const domaine = adresse.slice(adresse.indexOf('@') + 1);
  return {
    async remettre(courriel) {
      await smtp.sendMail({
        // The same at each try: who received a mail twice, because we died in between, sees it once.
        messageId: `<${courriel.id}@${domaine}>`,
        from: { name: nom, address: adresse },
        to: { name: '', address: courriel.adresse },
        subject: courriel.sujet,
        text: courriel.texte,
        html: courriel.html,
        ...(courriel.invitation && { icalEvent: joindre(courriel.invitation) }),
        date: courriel.date,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': 'fr',
        },
      });
    },
    fermer: () => smtp.close(),
  };
}

/** Read by calendars as another form of the message, and by the others as a file. */
function joindre({ methode, texte }: Invitation) {
  return { method: methode, content: texte, filename: 'invitation.ics' };
}

const REFUS_DE_CE_COURRIEL: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);
const CAUSES: Readonly<Record<string, string>> = {
  EAUTH: 'Le serveur de courrier refuse le compte ou le mot de passe de SMTP_URL.',
  ETLS: 'La connexion chiffrée avec le serveur de courrier n’a pas pu être établie.',
  EDNS: 'La machine nommée par SMTP_URL est inconnue.',
  ETIMEDOUT: 'Le serveur de courrier n’a pas répondu à temps.',
  ECONNECTION: 'Le serveur de courrier est injoignable.',
  ESOCKET: 'Le serveur de courrier est injoignable.',
};

/** Reads what the transport threw. A server's own words are kept: they are what its administrator needs. */
export function lireEchec(erreur: unknown): Echec {
  const code = codeDErreur(erreur) ?? '';
  const reponse = champ(erreur, 'response');
  const statut = Number(champ(erreur, 'responseCode') ?? 0);
  const propre = REFUS_DE_CE_COURRIEL.has(code) && statut > 0;
  return {
    raison: propre
      ? `Le serveur de courrier refuse ce message : ${raccourcir(reponse ?? String(statut))}`
      : `${CAUSES[code] ?? `L’envoi a échoué (${code || 'erreur inattendue'}).`}${reponse ? ` Il dit : ${raccourcir(reponse)}` : ''}`,
    definitif: propre && statut >= 500,
    general: !propre,
  };
}

function champ(erreur: unknown, nom: string): string | null {
  const valeur = typeof erreur === 'object' && erreur !== null ? Reflect.get(erreur, nom) : null;
  return typeof valeur === 'string' || typeof valeur === 'number' ? String(valeur) : null;
}

function raccourcir(texte: string): string {
  return texte.replace(/\s+/g, ' ').slice(0, 300);
}
