import { expect, test } from 'vitest';
import { ecrireCalendrier } from './calendrier.ts';
import { instantAParis } from './heure.ts';

const LE_12_MARS = instantAParis('2022-03-12', '14:00');

const calendrier = ecrireCalendrier('Comités de la DMATES', [
  {
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
  },
]);

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
