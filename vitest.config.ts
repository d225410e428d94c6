import { defineConfig } from 'vitest/config';

const integration = {
  include: ['src/**/*.integration.test.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // The test files of integration share one PostgreSQL, and the machines of the integration have two cores.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'regles',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.integration.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...integration,
          name: 'base-embarquee',
          env: { JALON_ESSAIS_BASE: 'embarquee' },
          globalSetup: ['tests/installation/base-embarquee.ts'],
        },
      },
      {
        test: {
          ...integration,
          name: 'base-serveur',
          env: { JALON_ESSAIS_BASE: 'serveur' },
          globalSetup: ['tests/installation/base-serveur.ts'],
        },
      },
      {
        test: {
          name: 'banc',
          include: ['tests/charge/*.banc.ts'],
          globalSetup: ['tests/installation/base-serveur.ts'],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'pannes',
          include: ['tests/pannes/*.test.ts'],
          // These tests start and kill whole programs: one at a time, with the patience that takes.
          fileParallelism: false,
          testTimeout: 150_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
