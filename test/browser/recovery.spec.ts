import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { DevicesPage } from './devices-page.ts';
import { expect, test } from './fixtures.ts';
import { asPrinted, catchPrint, readCode } from './read-code.ts';

async function check(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(found, where).toEqual([]);
}

async function openRail(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name }).click();
}

/** The Recovery tab of the one camera with an address of its own. */
async function openTab(devices: DevicesPage): Promise<void> {
  await devices.waitForDevices(6);
  await devices.row('DS-2CD2385G1').click();
  await devices.page.getByRole('tab', { name: 'Recovery' }).click();
  await expect(devices.pane.getByText('Password reset by GUID file')).toBeVisible();
}

/** A reset case, allowed by somebody; ends on its page. */
async function openCase(devices: DevicesPage): Promise<void> {
  const { page } = devices;
  await openTab(devices);
  await devices.pane.getByRole('button', { name: 'Where is the reset button…' }).click();
  await page.getByRole('button', { name: 'Start: open the case' }).click();
  await page.getByRole('textbox', { name: /^Who allowed it/ }).fill('Mr Rossi, in writing');
  await page.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByRole('heading', { name: 'Reset by the button', level: 1 })).toBeVisible();
}

test('a case is opened, ticked, noted and closed by keyboard', async ({ devices }) => {
  const { page } = devices;
  const { keyboard } = page;
  await openCase(devices);
  const step = page.getByRole('button', { name: /Button found/, expanded: true });
  await expect(step).toBeVisible();
  await page.getByRole('textbox', { name: /^Note/ }).first().focus();
  await keyboard.type('under the cover');
  await keyboard.press('Enter');
  await expect(page.getByText('Evidence: under the cover')).toBeVisible();
  // What was ticked keeps the keyboard, and the step after it is open.
  await expect(page.getByRole('button', { name: /Button found/ })).toBeFocused();
  await expect(page.getByRole('button', { name: /Button held/, expanded: true })).toBeVisible();

  await page.getByRole('textbox', { name: 'New note' }).fill('the ladder is in the store');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await expect(page.getByText('the ladder is in the store')).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeFocused();

  await page.getByRole('button', { name: 'Set a deadline…' }).press('Enter');
  await page.getByRole('button', { name: 'Set the deadline' }).press('Enter');
  await expect(page.getByText(/^2[34]:\d\d:\d\d left$/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Close the case…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  // Nothing was seen, so nothing verified is offered.
  await expect(dialog.getByText('Reset, verified')).toHaveCount(0);
  await dialog.getByText('Given up').click();
  await dialog.getByRole('button', { name: 'Close the case', exact: true }).press('Enter');
  const reopen = page.getByRole('button', { name: 'Reopen' });
  await expect(reopen).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
  await reopen.press('Enter');
  await expect(reopen).toHaveCount(0);
  await expect(page.locator('body')).not.toBeFocused();
  await page.getByRole('button', { name: 'Close the case…' }).press('Enter');
  await dialog.getByText('Given up').click();
  await dialog.getByRole('button', { name: 'Close the case', exact: true }).press('Enter');
  await expect(reopen).toBeVisible();
  await openRail(page, /^Cases/);
  await expect(page.getByRole('list', { name: 'Closed cases' })).toContainText('Given up');
});

test('a photo of the label is compared with the scan and kept', async ({ devices }) => {
  const { page } = devices;
  await openCase(devices);
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  );
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'label.png', mimeType: 'image/png', buffer: dot });
  const serial = page.getByRole('textbox', { name: 'Serial on the label' });
  await serial.fill('E96357355');
  await expect(page.getByText('Same as the scanned serial.')).toBeVisible();
  await serial.fill('E96357356');
  await expect(page.getByText(/The scan says .*E96357355: this may be another/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep with the case' }).click();
  await expect(page.getByText(/The label says E96357356/)).toBeVisible();
  await page.getByRole('button', { name: 'Look at label.png' }).click();
  const picture = page.getByRole('img', { name: 'label.png' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
});

test('a deadline that is over stands as a banner, on the rail, and goes when put away', async ({
  devices,
}) => {
  const { page } = devices;
  await openCase(devices);
  await page.getByRole('button', { name: 'Set a deadline…' }).click();
  await page.getByLabel(/^Until/).fill('2026-01-02T03:04');
  await page.getByRole('button', { name: 'Set the deadline' }).click();
  const reminders = page.getByRole('region', { name: 'Reminders' });
  await expect(reminders).toContainText('The reset request has expired.');
  const rail = page.getByRole('navigation', { name: 'Pages' });
  await expect(rail.getByRole('button', { name: /1 case has something due/ })).toBeVisible();
  await openRail(page, /^Devices/);
  await reminders.getByRole('button', { name: 'Show the case' }).click();
  await expect(page.getByRole('heading', { name: 'Reset by the button', level: 1 })).toBeVisible();
  await check(page, 'case with a reminder');
  await reminders.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(reminders).toHaveCount(0);
  await expect(rail.getByRole('button', { name: /something due/ })).toHaveCount(0);
});

test('ladder mode counts by any key, watches, and leaves the case as it is', async ({
  devices,
}) => {
  const { page } = devices;
  const { keyboard } = page;
  await openCase(devices);
  await page.getByRole('button', { name: 'Ladder mode' }).click();
  const ladder = page.getByRole('dialog', { name: 'Ladder mode' });
  await expect(ladder.getByText('Ready', { exact: true })).toBeVisible();
  await keyboard.press('x');
  await expect(ladder.getByText('Hold', { exact: true })).toBeVisible();
  // Spoken as well, although the rest of the page is hidden from screen readers.
  await expect(page.getByRole('alert').filter({ hasText: 'Hold' })).toHaveCount(1);
  await expect(ladder.getByText('2', { exact: true })).toBeVisible();
  const digits = await ladder.getByText('2', { exact: true }).evaluate((element) => {
    return Number.parseFloat(getComputedStyle(element).fontSize) / window.innerHeight;
  });
  // Digits are about three quarters of their font's size.
  expect(digits * 0.73).toBeGreaterThan(0.3);
  await keyboard.press(' ');
  await expect(ladder.getByText('Watching', { exact: true })).toBeVisible();
  await expect(ladder.getByText(/perhaps too short/)).toBeVisible();
  await keyboard.press('Escape');
  await expect(ladder).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Ladder mode' })).toBeFocused();
  await expect(page.getByText('Watching: press the button now')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop watching' })).toBeVisible();
});

test('the chooser asks, ranks, takes back, and leads to a message', async ({ devices }) => {
  const { page } = devices;
  await openTab(devices);
  await devices.pane.getByRole('button', { name: 'Find the cheapest way…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Find the cheapest way' });
  await dialog.getByRole('button', { name: 'Free it from an account' }).press('Enter');
  const question = dialog.getByRole('heading', { name: /admin password/ });
  await expect(question).toBeFocused();
  const ways = dialog.getByRole('region', { name: 'Ways, the cheapest first' });
  await expect(ways.getByRole('listitem').first()).toContainText('Can be tried now');
  await dialog.getByRole('button', { name: 'No', exact: true }).press('Enter');
  await expect(dialog.getByText(/Its password is missing/).first()).toBeVisible();
  await dialog.getByRole('button', { name: /^Take back the answer: Do you have/ }).press('Enter');
  await expect(dialog.getByText('Its password is missing.')).toHaveCount(0);
  await ways.getByRole('button', { name: /^Message for the owner… The owner deletes/ }).click();
  const message = page.getByRole('dialog', { name: 'Message for the owner' });
  await expect(message.getByText(/delete it from your Hik-Connect account/)).toBeVisible();
  await message.getByText('Italiano').click();
  await expect(message.locator('article[lang="it"]')).toContainText('Hik-Connect');
  const code = message.getByRole('img', { name: /QR/ }).first();
  expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the longest message is read whole from its codes, on the screen and on paper', async ({
  devices,
}) => {
  const { page } = devices;
  await openTab(devices);
  await devices.pane.getByRole('button', { name: /^Message for/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Message for the owner' });
  await dialog.getByText('Español').click();
  await dialog
    .getByRole('textbox')
    .fill('Señalización Ibáñez & Hijos, C/ Peñón 12, tel. 955 123 456');
  await dialog.getByRole('button', { name: /About/ }).click();
  await page.getByRole('option', { name: 'Agree to the password reset' }).click();
  const message = dialog.locator('article[lang="es"] pre');
  await expect(message).toContainText('Ibáñez');
  await expect(message).toContainText('Solo usted puede aceptar');
  const lines = (await message.textContent())?.split('\n').filter((line) => line !== '') ?? [];
  expect(lines.length).toBeGreaterThan(9);
  const codes = dialog.getByRole('img', { name: /QR/ });
  await expect(codes).toHaveCount(2);
  await expect(dialog.getByText('the owner scans all 2')).toBeVisible();

  const check = async (all: readonly Locator[]) => {
    const texts: string[] = [];
    for (const code of all) texts.push(await readCode(code));
    for (const [at, text] of texts.entries()) {
      expect(text.split('\n')[0]).toBe(`Parte ${at + 1} de 2`);
    }
    const read = texts.flatMap((text) => text.split('\n').slice(1));
    expect(read.filter((line) => line !== '')).toEqual(lines);
  };
  await check(await codes.all());

  const printed = await catchPrint(page);
  await dialog.getByRole('button', { name: 'Print' }).click();
  const sheet = await asPrinted(page, await printed());
  await check(await sheet.getByRole('img').all());
  await sheet.close();
});

test('the code of a reset request is read as the device told it', async ({ devices }) => {
  const { page } = devices;
  await openTab(devices);
  await page.evaluate(async () => {
    const call = async (method: string, input: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ input });
      const answer = await fetch(`/api/${method}`, { method: 'POST', headers, body });
      return (await answer.json()) as { data: { devices: { id: string; model: string }[] } };
    };
    const { data } = await call('devices.list', {});
    const device = data.devices.find(({ model }) => model.startsWith('DS-2CD2385G1'))?.id;
    const allowed = { authorisedBy: 'Mr Rossi, in writing', variant: 'qr' };
    await call('cases.open', { device, kind: 'reset-file', ...allowed });
  });
  await openRail(page, /^Cases/);
  await page.getByRole('button', { name: /Password reset by file, QR or key DS/ }).click();
  await page.getByRole('button', { name: 'Get the request from the device' }).click();
  const save = page.getByRole('button', { name: /^Save reset-request-.*txt/ });
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const told = /^String: (.+)$/m.exec(readFileSync(await file.path(), 'utf8'))?.[1];
  await page.getByRole('button', { name: /^Look at reset-request-/ }).click();
  expect(await readCode(page.getByRole('img', { name: /^reset-request-/ }))).toBe(told);
});

test('an answer that did not come is asked for again, with the message ready', async ({
  devices,
}) => {
  const { page } = devices;
  await openTab(devices);
  await devices.pane.getByRole('button', { name: 'Open a case…' }).click();
  const opening = page.getByRole('dialog');
  await opening.getByRole('button', { name: /Reset by the button/ }).press('Enter');
  await page.getByRole('option', { name: 'Case at support with proof' }).click();
  await opening.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByRole('heading', { name: 'Case at support with proof' })).toBeVisible();
  const again = page.getByRole('button', { name: 'Send again' });
  await expect(again).toHaveCount(0);
  await page.getByRole('button', { name: 'Set a deadline…' }).click();
  await page.getByLabel('Until (time of this computer)').fill('2026-01-05T10:00');
  await page.getByRole('button', { name: 'Set the deadline' }).click();
  const banner = page.getByText('No answer came in time. Ask again.');
  await expect(banner).toBeVisible();
  await again.press('Enter');
  const message = page.getByRole('dialog', { name: 'Message for support' });
  await expect(message.getByText(/the time for an answer has run out/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(banner).toHaveCount(0);
  await expect(page.getByText('Answer expected until')).toBeVisible();
  await expect(again).toHaveCount(0);
});

test('guides are searched, read, followed, and come with F1 over a form', async ({ devices }) => {
  const { page } = devices;
  const { keyboard } = page;
  await devices.waitForDevices(6);
  await openRail(page, /^Guides/);
  await page.getByRole('textbox', { name: 'Search the guides' }).fill('locked tries');
  const results = page.getByRole('list', { name: 'Guides found' });
  await results.getByRole('button', { name: /^The device is locked/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The device is locked', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sources disagree' })).toBeVisible();
  await expect(page.getByRole('table', { name: /How many tries/ })).toContainText('60 seconds');
  await page.getByRole('main').getByRole('button', { name: 'change the password' }).first().click();
  await expect(page.getByRole('heading', { name: 'The device is locked' })).toHaveCount(0);

  await openRail(page, /^Devices/);
  await devices.row('DS-2CD2385G1').click();
  await keyboard.press('F2');
  const name = page.getByRole('textbox', { name: /^Name/ }).last();
  await name.fill('Half typed');
  await keyboard.press('F1');
  const reader = page.getByRole('dialog', { name: 'Why does my device not appear here?' });
  await expect(reader).toBeVisible();
  await keyboard.press('Escape');
  await expect(name).toHaveValue('Half typed');
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await devices.choose('More', /^Keys/);
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('F6');
});

for (const theme of ['Light', 'Dark', 'High contrast']) {
  test(`axe finds nothing in cases and guides in the theme ${theme}`, async ({ devices }) => {
    test.setTimeout(240_000);
    const { page } = devices;
    await devices.waitForDevices(6);
    await openRail(page, /^Settings/);
    await page.getByRole('main').locator('label').filter({ hasText: theme }).first().click();
    await expect(page.getByRole('radio', { name: theme })).toBeChecked();
    await openRail(page, /^Devices/);
    await openTab(devices);
    await check(page, 'recovery tab');
    for (const name of [/^Where is the reset/, /^Open a case…/, /^Message for/, /^Find the/]) {
      await devices.pane.getByRole('button', { name }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.waitForLoadState('networkidle');
      await check(page, String(name));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await openCase(devices);
    await check(page, 'case');
    await page.getByRole('button', { name: 'Ladder mode' }).click();
    await expect(page.getByRole('dialog').getByText('Ready', { exact: true })).toBeVisible();
    await check(page, 'ladder');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close the case…' }).click();
    await check(page, 'close dialog');
    await page.keyboard.press('Escape');
    await openRail(page, /^Cases/);
    await check(page, 'cases');
    await openRail(page, /^Guides/);
    await expect(page.getByRole('heading', { name: 'Unbinding' })).toBeVisible();
    await check(page, 'guides');
    await page.getByRole('button', { name: /^The four ways/ }).click();
    await expect(page.getByRole('table').first()).toBeVisible();
    await check(page, 'guide');
  });
}
