import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../helpers/browser.ts';

const executablePath = chromiumPath();

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: '../results/electron-artifacts',
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 1,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: {
      args: [...chromiumArgs],
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
});
