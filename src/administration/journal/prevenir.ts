import { administrateursNationaux } from '#acces';
import { type Verdict, veillerSurLeJournal } from '#journal';
import { aujourdhui, type Services } from '#socle';
import { deposerCourriel } from '#socle/courrier';
import type { Travail } from '#socle/travaux';

/** Each night: the journal is verified and anchored, and the national administrators are told when something is wrong. */
export const veillerLeJournal: Travail = {
  nom: 'journal.veiller',
  quand: '30 2 * * *',
  executer: (services) => veillerSurLeJournal(services, prevenirLesAdministrateurs),
};

/** One mail a day to each national administrator who has an address. */
export async function prevenirLesAdministrateurs(services: Services, { verification, panne }: Verdict): Promise<void> {
  const altere = verification?.intact === false;
  const constats = [
    ...(altere ? verification.defauts.slice(0, 5).map(({ raison }) => `Constat : ${raison}.`) : []),
    ...(panne === null ? [] : [panne]),
  ];
  const administrateurs = await administrateursNationaux(services.base);
  await services.base.transaction().execute(async (transaction) => {
    for (const { compte, courriel } of administrateurs) {
      if (courriel === null) continue;
      await deposerCourriel(transaction, services, {
        cle: `journal.alerter:${aujourdhui(services.horloge)}:${altere ? 'altere' : 'panne'}:${compte}`,
        genre: 'journal.alerter',
        compte,
        adresse: courriel,
        message: {
          sujet: altere ? 'Le journal de Jalon est altéré' : 'Le journal de Jalon n’a pas pu être vérifié en entier',
          paragraphes: [
            altere
              ? 'La vérification du journal a trouvé des lignes qui ne sont plus telles que Jalon les a écrites.'
              : 'La vérification ou l’ancrage du journal n’a pas pu se faire en entier.',
            ...constats,
            'Gardez une copie de la base avant tout, et prévenez la personne chargée de la sécurité. Ce qu’il faut faire ensuite est dans le guide d’exploitation, au chapitre du journal.',
          ],
          action: { texte: 'Voir le journal', chemin: '/administration/journal' },
          raison: 'Vous recevez ce message parce que vous êtes administrateur national de Jalon.',
        },
      });
    }
  });
}
