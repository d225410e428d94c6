import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idsUuid7 } from './ids.ts';

/** RFC 9562, § 5.7: 48 bits of milliseconds, version 7, variant 10. */
const FORME = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const identifiant = (instant: Date, octet = 0) =>
  idsUuid7({ maintenant: () => instant }, (octets) => void octets.fill(octet)).nouveau();

test('l’exemple de la RFC 9562 : le 22 février 2022 à 19 h 22 min 22 s UTC commence par 017f22e2-79b0', () => {
  expect(identifiant(new Date('2022-02-22T19:22:22Z'))).toBe('017f22e2-79b0-7000-8000-000000000000');
});

test('le hasard remplit tout ce que la date, la version et la variante laissent', () => {
  expect(identifiant(new Date('2022-02-22T19:22:22Z'), 0xff)).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff');
});

const instants = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2199-12-31T23:59:59Z'),
  noInvalidDate: true,
});

test('tout identifiant a la forme d’un UUID de version 7', () => {
  fc.assert(fc.property(instants, fc.nat(255), (instant, octet) => FORME.test(identifiant(instant, octet))));
});

test('l’ordre des identifiants est celui des instants, quel que soit le hasard', () => {
  fc.assert(
    fc.property(instants, instants, fc.nat(255), fc.nat(255), (un, autre, a, b) => {
      fc.pre(un.getTime() < autre.getTime());
      return identifiant(un, a) < identifiant(autre, b);
    }),
  );
});
