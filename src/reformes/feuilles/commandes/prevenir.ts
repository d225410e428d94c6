import { type Destinataire, destinatairesALaDitp, prefetsDuTerritoire } from '#acces';
import { formaterJour } from '#interface';
import { deposerCourriel, type Message } from '#socle/courrier';
import type { Jour } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import type { Atelier } from './sur-la-feuille.ts';

type Evolution = 'actualisation' | 'avenant';

/** Tells the DITP that a change of a roadmap waits for its answer. What it changes is read in Jalon only. */
export async function prevenirDeLaProposition(
  atelier: Atelier,
  { genre, evenement }: { readonly genre: Evolution; readonly evenement: number },
): Promise<void> {
  const lieu = lieuDe(atelier);
  await envoyer(atelier, evenement, 'feuille.proposer', await destinatairesALaDitp(atelier.transaction), {
    sujet: `${UNE[genre]} est ${proposee(genre)} : feuille de route ${lieu}`,
    paragraphes: [
      `${UNE[genre]} à la feuille de route ${lieu} est ${proposee(genre)} et attend votre réponse. Rien ne change d’ici là.`,
    ],
    action: { texte: 'Lire la proposition et y répondre', chemin: pageDe(atelier) },
    raison: 'Vous recevez ce message parce que la DITP répond aux évolutions des feuilles de route.',
  });
}

/** Tells the prefect what the DITP answered. Why is read in Jalon only. */
export async function prevenirDeLaReponse(
  atelier: Atelier,
  { genre, acceptee, evenement }: { readonly genre: Evolution; readonly acceptee: boolean; readonly evenement: number },
): Promise<void> {
  const lieu = lieuDe(atelier);
  const e = genre === 'actualisation' ? 'e' : '';
  await envoyerAuPrefet(atelier, evenement, acceptee ? 'feuille.accepter' : 'feuille.refuser', {
    sujet: `${LA[genre]} ${acceptee ? `est accepté${e}` : `n’est pas retenu${e}`} : feuille de route ${lieu}`,
    paragraphes: [
      acceptee
        ? `${LA[genre]} ${proposee(genre)} à la feuille de route ${lieu} est accepté${e} : ce qui change est en vigueur dès maintenant.`
        : `${LA[genre]} ${proposee(genre)} à la feuille de route ${lieu} n’est pas retenu${e}. La raison est donnée sur la page de la feuille de route.`,
    ],
    action: { texte: 'Lire la réponse', chemin: pageDe(atelier) },
  });
}

/** Tells the prefect that the roadmap is signed, and until when it runs. */
export async function prevenirDeLaSignature(
  atelier: Atelier,
  { jour, fin, evenement }: { readonly jour: Jour; readonly fin: Jour; readonly evenement: number },
): Promise<void> {
  const lieu = lieuDe(atelier);
  await envoyerAuPrefet(atelier, evenement, 'feuille.signer', {
    sujet: `La feuille de route ${lieu} est signée`,
    paragraphes: [
      `La feuille de route ${lieu} est signée par le Premier ministre. Le mandat court du ${formaterJour(jour)} au ${formaterJour(fin)} ; le contenu ne change plus que par une actualisation ou un avenant.`,
    ],
    action: { texte: 'Ouvrir la feuille de route', chemin: `/feuilles-de-route/${atelier.feuille.id}` },
  });
}

/** Tells the prefect that the roadmap is closed. Why is read in Jalon only. */
export async function prevenirDeLaFin(
  atelier: Atelier,
  { jour, evenement }: { readonly jour: Jour; readonly evenement: number },
): Promise<void> {
  const lieu = lieuDe(atelier);
  await envoyerAuPrefet(atelier, evenement, 'feuille.clore', {
    sujet: `La feuille de route ${lieu} est close`,
    paragraphes: [
      `La feuille de route ${lieu} est close au ${formaterJour(jour)} : elle se lit, et ne change plus. La raison est donnée sur sa page.`,
    ],
    action: { texte: 'Ouvrir la feuille de route', chemin: pageDe(atelier) },
  });
}

async function envoyerAuPrefet(
  atelier: Atelier,
  evenement: number,
  genre: string,
  message: Omit<Message, 'raison'>,
): Promise<void> {
  const prefets = await prefetsDuTerritoire(atelier.transaction, atelier.feuille.territoire);
  const raison = `Vous recevez ce message parce que vous tenez la feuille de route ${lieuDe(atelier)}.`;
  await envoyer(atelier, evenement, genre, prefets, { ...message, raison });
}

/** One mail a person for this event of the roadmap; none to whoever acts. */
async function envoyer(
  { transaction, services, acteur }: Atelier,
  evenement: number,
  genre: string,
  destinataires: readonly Destinataire[],
  message: Message,
): Promise<void> {
  for (const { compte, courriel } of destinataires) {
    if (compte === acteur.personne) continue;
    const cle = `feuille:${evenement}:${compte}`;
    await deposerCourriel(transaction, services, { cle, genre, compte, adresse: courriel, message });
  }
}

function lieuDe({ feuille }: Atelier): string {
  return TERRITOIRES.find(({ code }) => code === feuille.territoire)?.genitif ?? '';
}

function pageDe({ feuille }: Atelier): string {
  return `/feuilles-de-route/${feuille.id}/vie`;
}

const UNE: Readonly<Record<Evolution, string>> = { actualisation: 'Une actualisation', avenant: 'Un avenant' };
const LA: Readonly<Record<Evolution, string>> = { actualisation: 'L’actualisation', avenant: 'L’avenant' };

function proposee(genre: Evolution): string {
  return genre === 'actualisation' ? 'proposée' : 'proposé';
}
