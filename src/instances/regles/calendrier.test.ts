import { expect, test } from 'vitest';
import { type EvenementDeCalendrier, ecrireCalendrier, ecrireInvitation } from './calendrier.ts';
import { instantAParis } from './heure.ts';

const LE_12_MARS = instantAParis('2022-03-12', '14:00');

const COMITE: EvenementDeCalendrier = {
  id: '0190',
  titre: 'Comité de suivi ; SGC-D, 3e réunion',
  debut: LE_12_MARS,
  fin: new Date(LE_12_MARS.getTime() + 5_400_000),
  lieu: 'Salle Érignac\nPlace Beauvau',
  description: 'Ordre du jour '.repeat(12),
  adresse: 'https://jalon.exemple.gouv.fr/reunions/0190',
  annule: false,
  version: 2,
  modifieLe: new Date('2022-02-15T11:00:00Z'),
};
const calendrier = ecrireCalendrier('Comités de la DMATES', [COMITE]);

test('l’heure de Paris s’écrit en temps universel, l’hiver comme l’été', () => {
  expect(calendrier).toContain('DTSTART:20220312T130000Z\r\n');
  expect(calendrier).toContain('DTEND:20220312T143000Z\r\n');
  expect(instantAParis('2022-07-12', '14:00').toISOString()).toBe('2022-07-12T12:00:00.000Z');
});

test('virgules, points-virgules et sauts de ligne sont échappés', () => {
  expect(calendrier).toContain('SUMMARY:Comité de suivi \\; SGC-D\\, 3e réunion');
  expect(calendrier).toContain('LOCATION:Salle Érignac\\nPlace Beauvau');
});

test('aucune ligne ne dépasse 75 octets, et rien ne se perd quand on les déplie', () => {
  for (const ligne of calendrier.split('\r\n')) expect(new TextEncoder().encode(ligne).length).toBeLessThanOrEqual(75);
  expect(calendrier.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${'Ordre du jour '.repeat(12)}`);
});

test('une invitation dit qui invite, le seul invité, et qu’on n’attend pas de réponse ; la même réunion que dans le calendrier', () => {
  const convive = {
    organisateur: { nom: 'Comité "de suivi"\r\nMETHOD:PUBLISH', adresse: 'jalon@exemple.gouv.fr' },
    invite: 'agent@exemple.gouv.fr',
  };
  const lignes = (texte: string) => texte.replaceAll('\r\n ', '').split('\r\n');
  const demande = lignes(ecrireInvitation(COMITE, 'REQUEST', convive));
  expect(demande).toContain('METHOD:REQUEST');
  expect(demande).toContain('ORGANIZER;CN="Comité  de suivi   METHOD:PUBLISH":mailto:jalon@exemple.gouv.fr');
  expect(demande).toContain(
    'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:agent@exemple.gouv.fr',
  );
  for (const commune of ['UID:0190@jalon', 'SEQUENCE:2', 'DTSTART:20220312T130000Z']) {
    expect(demande).toContain(commune);
    expect(lignes(calendrier)).toContain(commune);
  }
  const annulation = lignes(ecrireInvitation({ ...COMITE, annule: true, version: 3 }, 'CANCEL', convive));
  for (const dit of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:3', 'UID:0190@jalon'])
    expect(annulation).toContain(dit);
  expect(lignes(ecrireInvitation({ ...COMITE, adresse: null }, 'REQUEST', convive)).join()).not.toContain('URL:');
});
