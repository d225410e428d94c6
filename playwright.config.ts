import { defineConfig } from '@playwright/test';

/** Without a screen, without an account, without a word to the outside. */
const OPTIONS_DE_CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const adresse = process.env.JALON_ESSAIS_ADRESSE;

export default defineConfig({
  testDir: 'tests/bout-en-bout',
  testMatch: process.env.JALON_CAPTURES === '1' ? 'captures.ts' : '*.spec.ts',
  globalSetup: './tests/bout-en-bout/outils/installation.ts',
  outputDir: 'test-results',
  reporter: 'list',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...(adresse === undefined ? {} : { baseURL: adresse }),
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: OPTIONS_DE_CHROMIUM },
  },
});
