import { compter, formaterJour } from '#interface';
import { deposerCourriel } from '#socle/courrier';
import { destinatairesDeLInstance } from '../lectures/courriels.ts';
import type { ContenuDeReleve } from '../regles/releve.ts';
import type { AtelierDeReunion } from './sur-l-instance.ts';

/** Tells the members that a relevé is validated, once each. What it says is read in Jalon only. */
export async function prevenirDuReleve(
  { transaction, services, acteur, instance, reunion }: AtelierDeReunion,
  { numero, decisions }: ContenuDeReleve,
): Promise<void> {
  for (const { compte, courriel } of await destinatairesDeLInstance(transaction, instance)) {
    if (compte === acteur.personne) continue;
    await deposerCourriel(transaction, services, {
      cle: `releve:${reunion.id}:${compte}`,
      genre: 'releve.valider',
      compte,
      adresse: courriel,
      message: {
        sujet: `Relevé de décisions n° ${numero} : ${instance.nom}`,
        paragraphes: [
          `Le relevé de décisions de la réunion du ${formaterJour(reunion.jour)} est validé par la présidence. Il contient ${compter(decisions.length, 'décision', 'décisions')}.`,
          'Les actions créées, reportées ou closes le sont déjà dans les plans.',
        ],
        action: { texte: 'Lire le relevé', chemin: `/reunions/${reunion.id}/releve` },
        raison: `Vous recevez ce message parce que vous, ou votre service, êtes membre de « ${instance.nom} ».`,
      },
    });
  }
}
