import { compter, formaterJour } from '#interface';
import { deposerCourriel, type Message } from '#socle/courrier';
import { destinatairesDeLInstance } from '../lectures/courriels.ts';
import { direMoment } from '../presentation.ts';
import type { ContenuDeReleve } from '../regles/releve.ts';
import type { AtelierDeReunion } from './sur-l-instance.ts';

/** Tells the members that a relevé is validated, once each. What it says is read in Jalon only. */
export async function prevenirDuReleve(
  atelier: AtelierDeReunion,
  { numero, decisions }: ContenuDeReleve,
): Promise<void> {
  const { instance, reunion } = atelier;
  await ecrireAuxMembres(atelier, `releve:${reunion.id}`, 'releve.valider', {
    sujet: `Relevé de décisions n° ${numero} : ${instance.nom}`,
    paragraphes: [
      `Le relevé de décisions de la réunion du ${formaterJour(reunion.jour)} est validé par la présidence. Il contient ${compter(decisions.length, 'décision', 'décisions')}.`,
      'Les actions créées, reportées ou closes le sont déjà dans les plans.',
    ],
    action: { texte: 'Lire le relevé', chemin: `/reunions/${reunion.id}/releve` },
  });
}

/** Calls the members to a meeting, once each for a same day and place. Gives how many people were written to. */
export function convoquerLesMembres(atelier: AtelierDeReunion): Promise<number> {
  const { instance, reunion } = atelier;
  return ecrireAuxMembres(atelier, `convocation:${reunion.id}:${reunion.version}`, 'reunion.convoquer', {
    sujet: `Réunion du ${direMoment(reunion)} : ${instance.nom}`,
    paragraphes: [
      `« ${instance.nom} » se réunit le ${direMoment(reunion)}${reunion.lieu === null ? '' : `, ${reunion.lieu}`}.`,
      'L’ordre du jour, le dossier de séance et l’invitation à mettre dans votre agenda sont sur la page de la réunion.',
    ],
    action: { texte: 'Ouvrir la réunion', chemin: `/reunions/${reunion.id}` },
  });
}

async function ecrireAuxMembres(
  { transaction, services, acteur, instance }: AtelierDeReunion,
  cle: string,
  genre: string,
  message: Omit<Message, 'raison'>,
): Promise<number> {
  const destinataires = (await destinatairesDeLInstance(transaction, instance)).filter(
    ({ compte }) => compte !== acteur.personne,
  );
  const raison = `Vous recevez ce message parce que vous, ou votre service, êtes membre de « ${instance.nom} ».`;
  for (const { compte, courriel } of destinataires)
    await deposerCourriel(transaction, services, {
      cle: `${cle}:${compte}`,
      genre,
      compte,
      adresse: courriel,
      message: { ...message, raison },
    });
  return destinataires.length;
}
