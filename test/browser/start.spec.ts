import { type Page, test as plain } from '@playwright/test';
import { startWebHost } from '../helpers/web-host.ts';
import { DevicesPage } from './devices-page.ts';
import { expect, test } from './fixtures.ts';

/** Names of the script files that the page asks for, without their hashes. */
function scriptsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const name = /\/assets\/([\w-]+)-[\w-]{8}\.js$/.exec(request.url())?.[1];
    if (name !== undefined) asked.push(name);
  });
  return asked;
}

/** Lets requests for a file wait until the returned function is called. */
async function hold(page: Page, file: string): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(`**/assets/${file}-*.js`, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}

test('takes the language it shows and no other, and draws none before', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.openPage('Settings');
  const asked = scriptsOf(page);
  const release = await hold(page, 'words-it');
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'Italiano' }).click();
  await expect.poll(() => asked).toEqual(['words-it']);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(devices.button('Devices')).toBeVisible();
  release();
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await expect(devices.button('Dispositivi')).toBeVisible();

  // From now on every word that stands on the page, however short, is noted.
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Reflect.set(window, 'seen', seen);
    new MutationObserver(() => {
      for (const node of document.querySelectorAll('nav button, [role=columnheader], main p')) {
        seen.add(node.textContent ?? '');
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.reload();
  await expect(devices.button('Dispositivi')).toBeVisible();
  await expect(page.getByRole('grid')).toBeVisible();
  const seen = await page.evaluate(() => [...(Reflect.get(window, 'seen') as Set<string>)]);
  expect(seen).toContain('Dispositivi');
  const foreign = seen.filter((words) =>
    /^(Devices|Settings|Model|Loading.*)$|^[a-z]+\//.test(words),
  );
  expect(foreign).toEqual([]);
  expect(asked.filter((name) => name === 'words-es')).toEqual([]);
});

test('a key that comes before its dialog waits for it and gives the focus back', async ({
  devices,
}) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  const release = await hold(page, 'dialogs');
  await page.reload();
  await devices.waitForDevices(6);
  await devices.row('DS-7608NI').click();
  const before = await page.evaluate(() => document.activeElement?.id);
  await page.keyboard.press('F2');
  await expect(page.getByText('Loading…')).toBeVisible();
  release();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByText('Loading…')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(before);
});

test('a page that comes later says so where it will stand', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  const release = await hold(page, 'pages');
  await page.reload();
  await devices.waitForDevices(6);
  await devices.openPage('Settings');
  const main = page.getByRole('main');
  await expect(main).toHaveText('Loading…');
  release();
  await expect(main.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(devices.button('Settings')).toBeFocused();
});

plain('a dialog that cannot be had says what to do, and is had later', async ({ page }) => {
  const host = await startWebHost();
  const devices = new DevicesPage(page);
  await page.route('**/assets/dialogs-*.js', (route) => route.abort());
  // The page asks for it once by itself; a later success of that would open the dialog without a press.
  const refused = page.waitForEvent('requestfailed', (request) => /dialogs-/.test(request.url()));
  await page.goto(host.link);
  await devices.waitForDevices(6);
  await refused;
  await page.keyboard.press('Control+s');
  const told = page.getByRole('alertdialog');
  await expect(told).toContainText('could not be loaded');
  await page.unroute('**/assets/dialogs-*.js');
  await told.getByRole('button', { name: 'Try again' }).click();
  await expect(devices.button(/^Save 6 devices/)).toBeVisible();
  await host.close();
});

test('a browser without idle callbacks gets everything too', async ({ devices }) => {
  const { page } = devices;
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'requestIdleCallback');
    Reflect.deleteProperty(window, 'cancelIdleCallback');
    const inner = window.setInterval.bind(window);
    Reflect.set(window, 'setInterval', (run: () => void, ms: number) =>
      inner(() => {
        run();
        Reflect.set(window, `ran${ms}`, true);
      }, ms),
    );
  });
  const asked = scriptsOf(page);
  await page.reload();
  await devices.waitForDevices(6);
  expect(await page.evaluate(() => 'requestIdleCallback' in window)).toBe(false);
  await expect.poll(() => asked).toEqual(expect.arrayContaining(['dialogs', 'pages']));
  // What makes the filter's words ready has run, and nothing was thrown.
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'ran3000'))).toBe(true);
});
