import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { POPULATIONS } from './populations.ts';

type Commune = {
  readonly type: string;
  readonly departement?: string;
  readonly population?: number;
};

test('les populations sont celles que l’INSEE publie, commune par commune', () => {
  const communes: readonly Commune[] = createRequire(import.meta.url)(
    '@etalab/decoupage-administratif/data/communes.json',
  );
  for (const [insee, population, nombre, urbaine] of POPULATIONS) {
    const siennes = communes.filter((c) => c.type === 'commune-actuelle' && c.departement === insee);
    const somme = (choisies: readonly Commune[]) => choisies.reduce((total, c) => total + (c.population ?? 0), 0);
    expect(
      [somme(siennes), siennes.length, somme(siennes.filter((c) => (c.population ?? 0) >= 10_000))],
      insee,
    ).toEqual([population, nombre, urbaine]);
  }
  expect(POPULATIONS).toHaveLength(101);
});
