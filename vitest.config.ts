import { defineConfig } from 'vitest/config';

const integration = {
  include: ['src/**/*.integration.test.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
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
    ],
  },
});
