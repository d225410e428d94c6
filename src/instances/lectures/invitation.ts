import type { Configuration } from '#socle';
import type { Invitation } from '#socle/courrier';
import { ecrireInvitation } from '../regles/calendrier.ts';
import { evenementDe } from './evenement-de-calendrier.ts';
import type { Instance } from './instances.ts';
import type { Reunion } from './reunions.ts';

/** A meeting as calendars are to show it, and what they are asked. */
export type Appel = { readonly methode: Invitation['methode']; readonly reunion: Reunion };

type Destinataire = { readonly adresse: string; readonly compte: string | null };

/**
 * The meeting for the calendar of one member, joined to the mail that tells of it: the same event as on its page and in the
 * feed of calendars, so that each replaces the other. Who has no account is given no address they could not open.
 */
export function invitationA(
  configuration: Configuration,
  instance: Pick<Instance, 'nom' | 'secretariatLibelle'>,
  { methode, reunion }: Appel,
  { adresse, compte }: Destinataire,
): Invitation {
  const evenement = evenementDe(configuration, instance, reunion);
  const sien =
    compte === null
      ? {
          ...evenement,
          description: `Le secrétariat (${instance.secretariatLibelle}) vous adresse l’ordre du jour et les documents.`,
          adresse: null,
        }
      : evenement;
  const organisateur = { nom: instance.nom, adresse: expediteur(configuration) };
  return { methode, texte: ecrireInvitation(sien, methode, { organisateur, invite: adresse }) };
}

/** Calendars believe the invitation whose organiser is who sent the mail. */
function expediteur({ courrier, origine }: Configuration): string {
  return courrier?.expediteur.adresse ?? `jalon@${origine === null ? 'localhost' : new URL(origine).hostname}`;
}
