import { test as base, expect } from '@playwright/test';
import { startWebHost, type WebHost } from '../helpers/web-host.ts';
import { DevicesPage } from './devices-page.ts';

interface TestParts {
  readonly devices: DevicesPage;
}

interface HostParts {
  readonly scenario: 'small-shop' | 'hotel';
  readonly host: WebHost;
}

/**
 * Each test gets a training site and a data folder of its own, and fails on anything the page should
 * never do: a console error, a CSP report, a request outside the host.
 */
export const test = base.extend<TestParts & HostParts>({
  scenario: ['small-shop', { option: true }],
  host: async ({ scenario }, use) => {
    const host = await startWebHost({ scenario });
    await use(host);
    await host.close();
  },
  devices: async ({ page, host }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      const isOwn = url.origin === host.origin || ['data:', 'blob:'].includes(url.protocol);
      if (!isOwn) problems.push(`request outside the host: ${request.url()}`);
    });
    await page.goto(host.link);
    await use(new DevicesPage(page));
    expect(problems).toEqual([]);
  },
});

export { expect };
