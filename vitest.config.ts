import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unitaires',
          include: ['src/**/*.test.{ts,tsx}', 'tests/unitaires/**/*.test.ts'],
          exclude: ['src/**/*.integration.test.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
