import { describe, expect, test } from 'vitest';
import { adresseDuVisiteur } from './adresse-du-visiteur.ts';

const MANDATAIRE = '10.0.0.1';

describe('l’adresse du visiteur', () => {
  test('sans mandataire, l’en-tête qu’il écrit lui-même ne compte pas', () => {
    expect(adresseDuVisiteur('192.0.2.7', '198.51.100.1', 0)).toBe('192.0.2.7');
  });
  test('avec un mandataire, c’est la dernière adresse, celle que le mandataire a vue', () => {
    expect(adresseDuVisiteur(MANDATAIRE, '198.51.100.1, 192.0.2.7', 1)).toBe('192.0.2.7');
  });
  test('avec deux mandataires, l’avant-dernière', () => {
    expect(adresseDuVisiteur(MANDATAIRE, '198.51.100.1, 192.0.2.7, 10.0.0.2', 2)).toBe('192.0.2.7');
  });
  test('qui ne passe pas par les mandataires annoncés est vu par sa connexion', () => {
    expect(adresseDuVisiteur('192.0.2.7', null, 1)).toBe('192.0.2.7');
    expect(adresseDuVisiteur('192.0.2.7', '198.51.100.1', 2)).toBe('192.0.2.7');
  });
  test('le port écrit par certains mandataires n’est pas l’adresse', () => {
    expect(adresseDuVisiteur(MANDATAIRE, '192.0.2.7:51234', 1)).toBe('192.0.2.7');
    expect(adresseDuVisiteur(MANDATAIRE, '[2001:db8::7]:51234', 1)).toBe('2001:db8:0:0::/64');
  });
  test('une adresse IPv4 écrite en IPv6 est la même', () => {
    expect(adresseDuVisiteur('::ffff:192.0.2.7', null, 0)).toBe('192.0.2.7');
  });
  test('deux adresses IPv6 du même réseau sont le même visiteur', () => {
    const vu = adresseDuVisiteur('2001:0db8:12:34:aaaa::1', null, 0);
    expect(vu).toBe('2001:db8:12:34::/64');
    expect(adresseDuVisiteur('2001:db8:12:34:bbbb:cccc:dddd:eeee', null, 0)).toBe(vu);
    expect(adresseDuVisiteur('::1', null, 0)).toBe('0:0:0:0::/64');
  });
});
