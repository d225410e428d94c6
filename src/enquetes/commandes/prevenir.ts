import { formaterJour } from '#interface';
import { deposerCourriel } from '#socle/courrier';
import { quiPeutRepondre } from '../lectures/destinataires.ts';
import type { Atelier } from './sur-la-remontee.ts';

type Nouvelle = {
  readonly genre: 'remontee.envoyer' | 'remontee.relancer' | 'remontee.deleguer';
  /** What makes this mail the only one of its kind, person by person. */
  readonly cle: string;
  readonly filtre?: { readonly enAttente?: boolean; readonly cible?: number };
};

/** Writes once to each person who can answer, and says how many. What is asked is read in Jalon only. */
export async function prevenirQuiRepond(
  { transaction, services, remontee }: Atelier,
  { genre, cle, filtre = {} }: Nouvelle,
): Promise<number> {
  const destinataires = await quiPeutRepondre(transaction, remontee, filtre);
  const jours = `du ${formaterJour(remontee.ouvreLe)} au ${formaterJour(remontee.fermeLe)} inclus`;
  for (const { compte, courriel } of destinataires) {
    await deposerCourriel(transaction, services, {
      cle: `remontee:${remontee.id}:${cle}:${compte}`,
      genre,
      compte,
      adresse: courriel,
      message: {
        sujet: `${SUJETS[genre]} : ${remontee.titre}`,
        paragraphes: [
          `${remontee.organisationLibelle} attend une réponse de votre service à la remontée « ${remontee.titre} », ${jours}.`,
          ...(remontee.anonyme
            ? ['Cette remontée est anonyme : la réponse ne garde ni qui l’a donnée, ni quand.']
            : ['Votre brouillon est gardé, et votre réponse se corrige jusqu’à la fermeture.']),
        ],
        action: { texte: 'Répondre', chemin: `/remontees/${remontee.id}` },
        raison: 'Vous recevez ce message parce que vous répondez pour votre service, qui n’a pas encore répondu.',
      },
    });
  }
  return destinataires.length;
}

const SUJETS = {
  'remontee.envoyer': 'Une remontée à remplir',
  'remontee.relancer': 'Rappel, une remontée à remplir',
  'remontee.deleguer': 'Une remontée vous est confiée',
} as const;
