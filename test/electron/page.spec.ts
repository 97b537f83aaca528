import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page, type Route, test } from '@playwright/test';
import { chromiumPath } from '../helpers/browser.ts';
import { type StandIn, startStandIn } from './stand-in/start.ts';

const noChromium = 'no Chromium here; install one or name it in CHROMIUM';
test.skip(chromiumPath() === null, noChromium);

const preload = resolve(import.meta.dirname, '../../out/preload/index.cjs');
/** The page's address in this test: Chromium knows no `app:` without Electron. */
const origin = 'http://app.localhost';

/** `require('electron')` of the preload script, over two functions that Playwright carries. */
function preloadScript(): string {
  return `(() => {
    const listeners = new Set();
    window.__event = (event) => { for (const listener of listeners) listener({}, event); };
    const electron = {
      contextBridge: { exposeInMainWorld: (name, value) => { window[name] = value; } },
      ipcRenderer: {
        invoke: (_channel, method, input) => window.__call(method, input),
        on: (_channel, listener) => listeners.add(listener),
        off: (_channel, listener) => listeners.delete(listener),
      },
    };
    const require = (name) => { if (name === 'electron') return electron; throw new Error(name); };
    const process = { platform: 'linux' };
    ((require, exports, process) => {${readFileSync(preload, 'utf8')}})(require, {}, process);
  })()`;
}

async function carry(page: Page, host: StandIn): Promise<void> {
  await page.exposeFunction('__call', (method: unknown, input: unknown) =>
    host.call(method, input),
  );
  host.subscribe((event) => {
    // The page may be gone when the last event comes.
    void page.evaluate((each) => Reflect.get(window, '__event')(each), event).catch(() => null);
  });
  await page.addInitScript({ content: preloadScript() });
  await page.route(`${origin}/**`, async (route: Route) => {
    const url = route.request().url().replace(origin, 'app://untether');
    const reply = (await host.act('page', url, 'GET')) as {
      status: number;
      headers: Record<string, string>;
      bytes: Uint8Array;
    };
    await route.fulfill({ ...reply, body: Buffer.from(reply.bytes) });
  });
}

test('built main, preload and page work together in Chromium', async ({ page }) => {
  const host = await startStandIn({ args: ['--demo'] });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await carry(page, host);
    await page.goto(`${origin}/`);
    const rows = page.getByRole('row');
    await expect(rows.nth(3)).toBeVisible({ timeout: 15_000 });
    expect(complaints).toEqual([]);
    await page.screenshot({ path: join(import.meta.dirname, '../results/electron-page.png') });
  } finally {
    await page.close();
    await host.quit();
  }
});
