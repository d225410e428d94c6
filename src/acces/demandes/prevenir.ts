import type { Services } from '#socle';
import type { Base } from '#socle/base';
import { deposerCourriel, type Message } from '#socle/courrier';
import { type CodeTerritoire, lireCodeTerritoire, TERRITOIRES } from '#territoires';
import { quiDecide } from '../arrivees/prevenir.ts';

/** Tells those who decide that someone asks for an access, once a request; who and what is said in Jalon only. */
export async function prevenirDeLAcces(
  transaction: Base,
  services: Services,
  { id, territoire, pour }: { readonly id: string; readonly territoire: string; readonly pour: string },
): Promise<void> {
  const lieu = lieuDe(lireCodeTerritoire(territoire));
  const message: Message = {
    sujet: `Demande d’accès à Jalon${lieu === null ? '' : `, comptes ${lieu}`}`,
    paragraphes: ['Une personne qui a un compte demande à lire ou à modifier ce que Jalon ne lui ouvre pas.'],
    action: { texte: 'Lire la demande et y répondre', chemin: `/administration/demandes/${id}` },
    raison: `Vous recevez ce message parce que vous administrez les comptes ${lieu ?? 'de tout Jalon'}.`,
  };
  for (const { compte, courriel } of await quiDecide(transaction, services.horloge, territoire, pour)) {
    if (courriel === null) continue;
    await deposerCourriel(transaction, services, {
      cle: `acces:${id}:${compte}`,
      genre: 'acces.demander',
      compte,
      adresse: courriel,
      message,
    });
  }
}

/** Tells who asked that the answer can be read; the answer itself stays in Jalon. */
export async function prevenirDeLaReponse(
  transaction: Base,
  services: Services,
  { id, compte, courriel }: { readonly id: string; readonly compte: string; readonly courriel: string | null },
): Promise<void> {
  if (courriel === null) return;
  await deposerCourriel(transaction, services, {
    cle: `reponse:${id}`,
    genre: 'demande.repondre',
    compte,
    adresse: courriel,
    message: {
      sujet: 'Votre demande d’accès à Jalon a une réponse',
      paragraphes: ['L’administrateur des comptes a répondu à votre demande d’accès.'],
      action: { texte: 'Lire la réponse', chemin: '/acces/demander' },
      raison: 'Vous recevez ce message parce que vous avez demandé un accès dans Jalon.',
    },
  });
}

function lieuDe(code: CodeTerritoire | null): string | null {
  return TERRITOIRES.find((un) => un.code === code)?.genitif ?? null;
}
