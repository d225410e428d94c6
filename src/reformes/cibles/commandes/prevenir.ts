import { chefsDeProjetOuDitp, prefetsDuTerritoire } from '#acces';
import { deposerCourriel, type Message } from '#socle/courrier';
import { TERRITOIRES } from '#territoires';
import type { Atelier } from '../../commandes/sur-la-reforme.ts';
import { autreCote, type Cote } from '../regles/discussion.ts';

type Nouvelle = {
  readonly acte: 'cible.proposer' | 'cible.commenter' | 'cible.acter' | 'cible.retirer';
  readonly cible: string;
  readonly territoire: string;
  /** Side of whoever acts; the other one is told. */
  readonly cote: Cote;
  readonly fait: number;
};

/** Tells the other side that something was said on a target; what was said is read in Jalon only. */
export async function prevenirLAutreCote(
  { transaction, services, reforme, acteur }: Atelier,
  { acte, cible, territoire, cote, fait }: Nouvelle,
): Promise<void> {
  const lieu = TERRITOIRES.find(({ code }) => code === territoire)?.genitif ?? '';
  const message: Message = {
    sujet: `${SUJETS[acte]} : ${reforme.nom}, cibles ${lieu}`,
    paragraphes: [`${PHRASES[cote][acte]}, pour la réforme « ${reforme.nom} » et les cibles ${lieu}.`],
    action: {
      texte: 'Lire et répondre',
      chemin: `/reformes/${reforme.id}/cibles?territoire=${territoire}&cible=${cible}`,
    },
    raison:
      autreCote(cote) === 'territoire'
        ? `Vous recevez ce message parce que vous convenez des cibles ${lieu}.`
        : 'Vous recevez ce message parce que vous portez cette réforme.',
  };
  const destinataires =
    autreCote(cote) === 'territoire'
      ? await prefetsDuTerritoire(transaction, territoire)
      : await chefsDeProjetOuDitp(transaction, [reforme.equipe]);
  for (const { compte, courriel } of destinataires) {
    if (compte === acteur.personne) continue;
    await deposerCourriel(transaction, services, {
      cle: `cible:${fait}:${compte}`,
      genre: acte,
      compte,
      adresse: courriel,
      message,
    });
  }
}

const SUJETS = {
  'cible.proposer': 'Une cible vous est proposée',
  'cible.commenter': 'Un commentaire sur une cible',
  'cible.acter': 'Une cible est actée',
  'cible.retirer': 'Une proposition de cible est retirée',
} as const;

/** By the side that acts. */
const PHRASES = {
  centrale: {
    'cible.proposer': 'L’administration centrale propose une valeur de cible et attend votre réponse',
    'cible.commenter': 'L’administration centrale a commenté une cible en discussion',
    'cible.acter': 'L’administration centrale a acté la valeur que vous proposiez',
    'cible.retirer': 'L’administration centrale a retiré la valeur qu’elle proposait',
  },
  territoire: {
    'cible.proposer': 'Le préfet propose une valeur de cible et attend votre réponse',
    'cible.commenter': 'Le préfet a commenté une cible en discussion',
    'cible.acter': 'Le préfet a acté la valeur que vous proposiez',
    'cible.retirer': 'Le préfet a retiré la valeur qu’il proposait',
  },
} as const;
