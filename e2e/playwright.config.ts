import { defineConfig } from '@playwright/test';

/** Set by scripts/stages/browser.mjs, which starts portal and sandbox. */
const baseURL = process.env.PORTAL_E2E_URL;

export default defineConfig({
  testDir: '.',
  globalSetup: './support/globalSetup.ts',
  outputDir: '.output/results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI === 'true',
  // A test that passes at the second try hides a fault.
  retries: 0,
  // One portal, two cores: journeys side by side would only slow each other.
  workers: 1,
  fullyParallel: false,
  reporter: [['list'], ['json', { outputFile: '.output/report.json' }]],
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
