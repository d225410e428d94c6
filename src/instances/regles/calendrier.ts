/** A meeting as calendars write it (RFC 5545). */
export type EvenementDeCalendrier = {
  readonly id: string;
  readonly titre: string;
  readonly debut: Date;
  readonly fin: Date;
  readonly lieu: string | null;
  readonly description: string;
  readonly adresse: string;
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
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jalon//Instances//FR',
    'CALSCALE:GREGORIAN',
    `METHOD:${methode}`,
    `NAME:${echapper(nom)}`,
    `X-WR-CALNAME:${echapper(nom)}`,
    ...evenements.flatMap(enLignes),
    'END:VCALENDAR',
  ]
    .flatMap(plier)
    .map((ligne) => `${ligne}\r\n`)
    .join('');
}

function enLignes(evenement: EvenementDeCalendrier): readonly string[] {
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
    `URL:${adresse}`,
    `STATUS:${annule ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** In UTC: no calendar then needs the rules of Paris. */
function instant(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function echapper(texte: string): string {
  return texte.replace(/[\\;,]/g, (signe) => `\\${signe}`).replace(/\r?\n/g, '\\n');
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
