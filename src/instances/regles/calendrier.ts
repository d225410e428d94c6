/** A meeting as calendars write it (RFC 5545). */
export type EvenementDeCalendrier = {
  readonly id: string;
  readonly titre: string;
  readonly debut: Date;
  readonly fin: Date;
  readonly lieu: string | null;
  readonly description: string;
  /** Page where it is; null for whoever has no account there. */
  readonly adresse: string | null;
  readonly annule: boolean;
  /** Grows with each change, so that calendars replace what they had. */
  readonly version: number;
  readonly modifieLe: Date;
};

/** `CANCEL`: what these meetings are in calendars goes away. */
export function ecrireCalendrier(
  nom: string,
  evenements: readonly EvenementDeCalendrier[],
  methode: 'PUBLISH' | 'CANCEL' = 'PUBLISH',
): string {
  const noms = [`NAME:${echapper(nom)}`, `X-WR-CALNAME:${echapper(nom)}`];
  return enTexte(
    methode,
    noms,
    evenements.flatMap((evenement) => enLignes(evenement)),
  );
}

/** Who invites, and the one person invited: nobody reads there who else is. */
export type Convive = {
  readonly organisateur: { readonly nom: string; readonly adresse: string };
  readonly invite: string;
};

/** One meeting sent to one person (RFC 5546): `REQUEST` puts it in their calendar or replaces what was there, `CANCEL` takes it away. */
export function ecrireInvitation(
  evenement: EvenementDeCalendrier,
  methode: 'REQUEST' | 'CANCEL',
  { organisateur, invite }: Convive,
): string {
  const personnes = [
    `ORGANIZER;CN="${organisateur.nom.replace(/["\r\n]/g, ' ')}":mailto:${organisateur.adresse}`,
    // No answer is asked: nobody reads what is sent back to Jalon.
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${invite}`,
  ];
  return enTexte(methode, [], enLignes(evenement, personnes));
}

function enTexte(methode: string, noms: readonly string[], evenements: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jalon//Instances//FR',
    'CALSCALE:GREGORIAN',
    `METHOD:${methode}`,
    ...noms,
    ...evenements,
    'END:VCALENDAR',
  ]
    .flatMap(plier)
    .map((ligne) => `${ligne}\r\n`)
    .join('');
}

function enLignes(evenement: EvenementDeCalendrier, personnes: readonly string[] = []): readonly string[] {
  const { id, titre, debut, fin, lieu, description, adresse, annule, version, modifieLe } = evenement;
  return [
    'BEGIN:VEVENT',
    `UID:${id}@jalon`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${instant(modifieLe)}`,
    `DTSTART:${instant(debut)}`,
    `DTEND:${instant(fin)}`,
    `SUMMARY:${echapper(titre)}`,
    ...(lieu === null ? [] : [`LOCATION:${echapper(lieu)}`]),
    `DESCRIPTION:${echapper(description)}`,
    ...(adresse === null ? [] : [`URL:${adresse}`]),
    ...personnes,
    `STATUS:${annule ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** In UTC: no calendar then needs the rules of Paris. */
function instant(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function echapper(texte: string): string {
  return texte.replace(/[\\;,]/g, (signe) => `\\${signe}`).replace(/\r\n?|\n/g, '\\n');
}

/** Lines of 75 octets at most, those that follow starting with a space; a character is never cut. */
function plier(ligne: string): readonly string[] {
  const lignes: string[] = [];
  let courante = '';
  let octets = 0;
  for (const signe of ligne) {
    const poids = new TextEncoder().encode(signe).length;
    if (octets + poids > OCTETS_PAR_LIGNE) {
      lignes.push(courante);
      courante = ' ';
      octets = 1;
    }
    courante += signe;
    octets += poids;
  }
  return [...lignes, courante];
}

const OCTETS_PAR_LIGNE = 75;
