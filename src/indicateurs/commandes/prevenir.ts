import { chefsDeProjetOuDitp } from '#acces';
import type { Services } from '#socle';
import type { Base } from '#socle/base';
import { deposerCourriel } from '#socle/courrier';
import { TERRITOIRES } from '#territoires';

type Sujet = {
  readonly proposition: string;
  readonly indicateur: { readonly id: string; readonly nom: string; readonly responsable: string | null };
  readonly territoire: string;
};

/**
 * Tells those who answer for an indicator that a territory proposes a value; the value itself is read in Jalon. `equipes`:
 * the organisations that answer for it besides its own. Nobody there: the DITP is told, so that none is left waiting.
 */
export async function prevenirDeLaProposition(
  transaction: Base,
  services: Services,
  { proposition, indicateur, territoire }: Sujet,
  equipes: readonly string[],
): Promise<void> {
  const organisations = [
    ...new Set([...equipes, ...(indicateur.responsable === null ? [] : [indicateur.responsable])]),
  ];
  for (const { compte, courriel } of await chefsDeProjetOuDitp(transaction, organisations)) {
    await deposerCourriel(transaction, services, {
      cle: `proposition:${proposition}:${compte}`,
      genre: 'valeur.proposer',
      compte,
      adresse: courriel,
      message: {
        sujet: `Une valeur est proposée ${lieuDe(territoire)}`,
        paragraphes: [
          `Une valeur de l’indicateur «\u00a0${indicateur.nom}\u00a0» est proposée ${lieuDe(territoire)}. Elle ne compte pas tant que personne ne l’a acceptée.`,
        ],
        action: { texte: 'Lire la proposition et y répondre', chemin: pageDe(indicateur.id, territoire) },
        raison: 'Vous recevez ce message parce que vous répondez de cet indicateur.',
      },
    });
  }
}

/** Tells who proposed that there is an answer, and what became of the value. */
export async function prevenirDeLaReponse(
  transaction: Base,
  services: Services,
  { proposition, indicateur, territoire }: Sujet,
  { auteur, acceptee }: { readonly auteur: string; readonly acceptee: boolean },
): Promise<void> {
  const compte = await transaction.selectFrom('compte').select('courriel').where('id', '=', auteur).executeTakeFirst();
  if (!compte?.courriel) return;
  await deposerCourriel(transaction, services, {
    cle: `reponse-proposition:${proposition}`,
    genre: acceptee ? 'proposition.accepter' : 'proposition.refuser',
    compte: auteur,
    adresse: compte.courriel,
    message: {
      sujet: acceptee
        ? 'La valeur que vous avez proposée est acceptée'
        : 'La valeur que vous avez proposée n’est pas retenue',
      paragraphes: [
        acceptee
          ? `La valeur de l’indicateur «\u00a0${indicateur.nom}\u00a0» que vous avez proposée ${lieuDe(territoire)} compte désormais.`
          : `La valeur de l’indicateur «\u00a0${indicateur.nom}\u00a0» que vous avez proposée ${lieuDe(territoire)} n’est pas retenue. La raison est donnée sur la page de l’indicateur.`,
      ],
      action: { texte: 'Voir l’indicateur', chemin: pageDe(indicateur.id, territoire) },
      raison: 'Vous recevez ce message parce que vous avez proposé cette valeur dans Jalon.',
    },
  });
}

function lieuDe(code: string): string {
  return TERRITOIRES.find((territoire) => territoire.code === code)?.locution ?? '';
}

function pageDe(indicateur: string, territoire: string): string {
  return `/indicateurs/${indicateur}?territoire=${territoire}#propositions`;
}
