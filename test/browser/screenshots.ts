/**
 * `npm run screenshots`: pictures of every screen in three themes and two sizes, into test/results/screens,
 * and those of the READMEs into main/docs/pictures. Needs a build and a Chromium.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../helpers/browser.ts';
import { startWebHost } from '../helpers/web-host.ts';
import { DevicesPage } from './devices-page.ts';
import { setTheme, themes, tourStops, visit } from './tour.ts';

const root = resolve(import.meta.dirname, '../..');
const screens = join(root, 'test/results/screens');
const pictures = join(root, 'main/docs/pictures');

const sizes = [
  { name: 'laptop', viewport: { width: 1092, height: 614 }, deviceScaleFactor: 1.25 },
  { name: 'wide', viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 },
] as const;
/** Stops of the tour that the READMEs show. */
const shown: ReadonlySet<string> = new Set([
  ...['access', 'channels', 'chooser-ways', 'ladder', 'guide', 'reports'],
]);

/** Each screen: how to come there from the list, and back by Escape. */
const views: readonly (readonly [name: string, open: (devices: DevicesPage) => Promise<void>])[] = [
  ['list', async () => undefined],
  ['detail', (devices) => devices.rows().nth(3).click()],
  ['fields', (devices) => devices.page.getByRole('tab', { name: 'All fields' }).click()],
  ['sweep', (devices) => devices.button(/^Sweep/).click()],
  ['export', (devices) => devices.button(/^Export/).click()],
  ['columns', (devices) => devices.choose('More', /^Columns/)],
  ['help', (devices) => devices.choose('More', /^Keys/)],
  ['adapters', (devices) => devices.button(/^1 adapter/).click()],
  ['doctor', (devices) => devices.openPage('Doctor')],
  ['settings', (devices) => devices.openPage('Settings')],
];

async function take(browser: Browser, link: string, size: (typeof sizes)[number]): Promise<void> {
  const { name: sizeName, ...options } = size;
  const page = await browser.newPage({ ...options, locale: 'en-GB', timezoneId: 'Europe/Rome' });
  await page.goto(link);
  const devices = new DevicesPage(page);
  await devices.rows().first().waitFor();
  // Until every device of the site has answered and been reached.
  await page.waitForTimeout(6_000);
  for (const theme of themes) {
    await setTheme(page, theme);
    for (const [name, open] of views) {
      await open(devices);
      await page.waitForTimeout(name === 'doctor' ? 4_000 : 400);
      await page.screenshot({ path: join(screens, `${name}-${theme}-${sizeName}.png`) });
      if (name === 'detail' && sizeName === 'wide' && theme !== 'contrast') {
        await page.screenshot({ path: join(pictures, `devices-${theme}.png`) });
      }
      await page.keyboard.press('Escape');
    }
    await devices.openPage('Devices');
  }
  await page.close();
}

/** The small shop once past every dialog and tab: what the hotel's pictures do not show. */
async function tour(browser: Browser, link: string, size: (typeof sizes)[number]): Promise<void> {
  const { name: sizeName, ...options } = size;
  const page = await browser.newPage({ ...options, locale: 'en-GB', timezoneId: 'Europe/Rome' });
  await page.goto(link);
  const devices = new DevicesPage(page);
  await devices.waitForDevices(6);
  const site = { devices, recorder: 'DS-7608NI', camera: 'DS-2CD2385G1' };
  for (const stop of tourStops) {
    await visit(stop, site, async () => {
      for (const theme of themes) {
        await setTheme(page, theme);
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(screens, `${stop.name}-${theme}-${sizeName}.png`) });
        if (sizeName === 'laptop' && theme === 'light' && shown.has(stop.name)) {
          await page.screenshot({ path: join(pictures, `${stop.name}.png`), scale: 'css' });
        }
      }
      await setTheme(page, 'light');
    });
  }
  await page.close();
}

const executablePath = chromiumPath();
if (executablePath === null) {
  process.stdout.write('No Chromium here; install one or name it in CHROMIUM.\n');
  process.exit(1);
}
for (const dir of [screens, pictures]) mkdirSync(dir, { recursive: true });
const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
for (const size of sizes) {
  // The link works once, so each browser page gets a host of its own.
  const hotel = await startWebHost({ scenario: 'hotel' });
  await take(browser, hotel.link, size);
  await hotel.close();
  const shop = await startWebHost({ scenario: 'small-shop' });
  await tour(browser, shop.link, size);
  await shop.close();
}
await browser.close();
process.stdout.write(`Pictures are in ${screens} and ${pictures}.\n`);
