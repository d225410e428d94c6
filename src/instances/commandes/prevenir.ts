import { compter, formaterJour } from '#interface';
import { deposerCourriel, type Message } from '#socle/courrier';
import { destinatairesDeLInstance } from '../lectures/courriels.ts';
import { type Appel, invitationA } from '../lectures/invitation.ts';
import type { Reunion } from '../lectures/reunions.ts';
import { personnesDemandees } from '../lectures/services-demandes.ts';
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
    ],
    dansJalon: ['Les actions créées, reportées ou closes le sont déjà dans les plans.'],
    horsJalon: [`Le secrétariat (${instance.secretariatLibelle}) vous l’adresse.`],
    action: { texte: 'Lire le relevé', chemin: `/reunions/${reunion.id}/releve` },
  });
}

/**
 * Tells the people of the services a validated relevé asks, who are not of the committee, what it asks of them, once each.
 * They read nothing else of the meeting.
 */
export async function prevenirLesServicesDemandes({
  transaction,
  services,
  instance,
  reunion,
  au,
}: AtelierDeReunion): Promise<void> {
  const membres = new Set((await destinatairesDeLInstance(transaction, instance)).map(({ compte }) => compte));
  const demandees = await personnesDemandees(transaction, instance, reunion.id, au);
  for (const { compte, courriel, decisions } of demandees.filter((une) => !membres.has(une.compte))) {
    const [seule] = decisions;
    await deposerCourriel(transaction, services, {
      cle: `decisions:${reunion.id}:${compte}`,
      genre: 'decision.demander',
      compte,
      adresse: courriel,
      message: {
        sujet: `${compter(decisions.length, 'décision vous est demandée', 'décisions vous sont demandées')} : ${instance.nom}`,
        paragraphes: [
          `Réuni le ${formaterJour(reunion.jour)}, « ${instance.nom} » demande à votre service :`,
          ...decisions.map(({ numero, texte }) => `${texte} (décision n° ${numero})`),
          'Dites dans Jalon ce que vous en avez fait : l’instance le lira.',
        ],
        action:
          seule !== undefined && decisions.length === 1
            ? { texte: 'Voir la décision', chemin: `/decisions/${seule.id}` }
            : { texte: 'Voir ce que l’on attend de moi', chemin: '/attendu' },
        raison: `Vous recevez ce message parce que ce relevé nomme votre service responsable.`,
      },
    });
  }
}

/** Calls the members to a meeting, once each for a same day and place. Gives how many people were written to. */
export function convoquerLesMembres(atelier: AtelierDeReunion): Promise<number> {
  const { instance, reunion } = atelier;
  return ecrireAuxMembres(atelier, `convocation:${reunion.id}:${reunion.version}`, 'reunion.convoquer', {
    sujet: `Réunion du ${direMoment(reunion)} : ${instance.nom}`,
    paragraphes: [`« ${instance.nom} » se réunit le ${direMoment(reunion)}${direLieu(reunion)}.`],
    dansJalon: [
      'L’ordre du jour et le dossier de séance sont sur la page de la réunion. L’invitation à mettre dans votre agenda est jointe à ce message.',
    ],
    horsJalon: [
      `Le secrétariat (${instance.secretariatLibelle}) vous adresse l’ordre du jour et les documents. L’invitation à mettre dans votre agenda est jointe à ce message.`,
    ],
    action: { texte: 'Ouvrir la réunion', chemin: `/reunions/${reunion.id}` },
    appel: { methode: 'REQUEST', reunion },
  });
}

/** Tells the members who were called that the meeting has another day, time or place. */
export async function prevenirDuDeplacement(
  atelier: AtelierDeReunion,
  apres: Pick<Reunion, 'jour' | 'heure' | 'duree' | 'lieu'>,
): Promise<void> {
  const { instance, reunion } = atelier;
  await ecrireAuxMembres(atelier, `deplacement:${reunion.id}:${reunion.version}`, 'reunion.deplacer', {
    sujet: `Réunion déplacée au ${direMoment(apres)} : ${instance.nom}`,
    paragraphes: [
      `La réunion de « ${instance.nom} » prévue le ${direMoment(reunion)} se tient le ${direMoment(apres)}${direLieu(apres)}.`,
    ],
    dansJalon: [REMPLACE],
    horsJalon: [REMPLACE],
    action: { texte: 'Ouvrir la réunion', chemin: `/reunions/${reunion.id}` },
    appel: { methode: 'REQUEST', reunion: { ...changee(atelier), ...apres } },
  });
}

/** Tells the members who were called that the meeting is not held, and why. */
export async function prevenirDeLAnnulation(atelier: AtelierDeReunion, motif: string): Promise<void> {
  const { instance, reunion } = atelier;
  await ecrireAuxMembres(atelier, `annulation:${reunion.id}`, 'reunion.annuler', {
    sujet: `Réunion annulée : ${instance.nom}, ${direMoment(reunion)}`,
    paragraphes: [`La réunion de « ${instance.nom} » prévue le ${direMoment(reunion)} n’a pas lieu : ${motif}`],
    dansJalon: [RETIRE],
    horsJalon: [RETIRE],
    action: { texte: 'Ouvrir la réunion', chemin: `/reunions/${reunion.id}` },
    appel: { methode: 'CANCEL', reunion: { ...changee(atelier), etat: 'annulee' } },
  });
}

/** The meeting as it will be once written: told before, so that what it was is still at hand. */
function changee({ reunion, maintenant }: AtelierDeReunion): Reunion {
  return { ...reunion, version: reunion.version + 1, modifieLe: maintenant };
}

const REMPLACE = 'L’invitation jointe à ce message remplace celle de votre agenda.';
const RETIRE = 'L’annulation jointe à ce message la retire de votre agenda.';

function direLieu({ lieu }: Pick<Reunion, 'lieu'>): string {
  return lieu === null ? '' : `, ${lieu}`;
}

/** `dansJalon`: said only to those who have an account; `horsJalon`: to the others. */
type MessageAuxMembres = Required<Omit<Message, 'raison' | 'listes'>> & {
  readonly dansJalon: readonly string[];
  readonly horsJalon?: readonly string[];
  /** The meeting as the members' calendars are to show it. */
  readonly appel?: Appel;
};

async function ecrireAuxMembres(
  { transaction, services, acteur, instance }: AtelierDeReunion,
  cle: string,
  genre: string,
  { sujet, paragraphes, dansJalon, horsJalon = [], action, appel }: MessageAuxMembres,
): Promise<number> {
  const inviter = (compte: string | null, adresse: string) =>
    appel && invitationA(services.configuration, instance, appel, { compte, adresse });
  const destinataires = (await destinatairesDeLInstance(transaction, instance)).filter(
    ({ compte }) => compte !== acteur.personne,
  );
  for (const { compte, courriel } of destinataires)
    await deposerCourriel(transaction, services, {
      cle: `${cle}:${compte}`,
      genre,
      compte,
      adresse: courriel,
      message: {
        sujet,
        paragraphes: [...paragraphes, ...dansJalon],
        action,
        raison: `Vous recevez ce message parce que vous, ou votre service, êtes membre de « ${instance.nom} ».`,
      },
      invitation: inviter(compte, courriel),
    });
  const externes = instance.membres.flatMap(({ id, sansCompte }) =>
    sansCompte === null || sansCompte.courriel === null ? [] : [{ id, courriel: sansCompte.courriel }],
  );
  for (const { id, courriel } of externes)
    await deposerCourriel(transaction, services, {
      cle: `${cle}:${id}`,
      genre,
      compte: null,
      adresse: courriel,
      message: {
        sujet,
        paragraphes: [...paragraphes, ...horsJalon],
        raison: `Vous recevez ce message parce que vous êtes membre de « ${instance.nom} ».`,
      },
      invitation: inviter(null, courriel),
    });
  return destinataires.length + externes.length;
}
