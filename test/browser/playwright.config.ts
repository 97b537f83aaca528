import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../helpers/browser.ts';

const executablePath = chromiumPath();

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: '../results/browser-artifacts',
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  // Two cores: the training site, the core and Chromium already share them.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    // 1366x768 at 125 %, the design size.
    viewport: { width: 1092, height: 614 },
    deviceScaleFactor: 1.25,
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    trace: 'retain-on-failure',
    launchOptions: {
      args: [...chromiumArgs],
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
});
