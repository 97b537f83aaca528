import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { trainingPassword } from '../../main/simulator/account.ts';
import { expect, test } from './fixtures.ts';

const passphrase = 'quiet river seven lamps';

async function noViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    where,
  ).toEqual([]);
}

async function fill(scope: Locator, label: RegExp, text: string): Promise<void> {
  await scope.getByRole('textbox', { name: label }).fill(text);
}

async function makeVault(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^No vault/ }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, /^New passphrase$/, passphrase);
  await fill(dialog, /^New passphrase, once more$/, passphrase);
  await dialog.getByRole('button', { name: 'Set up the vault' }).click();
  await expect(page.getByRole('button', { name: /^Vault open/ })).toBeVisible({ timeout: 20_000 });
  await expect(dialog).toHaveCount(0);
}

test('adds a device by name with the keyboard alone, proves the login and keeps the password', async ({
  devices,
}) => {
  const { page } = devices;
  const { keyboard } = page;
  await devices.waitForDevices(6);
  await makeVault(page);
  await keyboard.press('Control+d');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Address or name' })).toBeFocused();
  await keyboard.type('nvr.training.lan');
  const password = dialog.getByRole('textbox', { name: 'Password', exact: true });
  await password.focus();
  await keyboard.type(trainingPassword);
  await expect(dialog).toContainText('It is kept in the vault.');
  await noViolations(page, 'add dialog');
  await keyboard.press('Enter');
  const result = dialog.getByRole('region', { name: 'Test of address and login' });
  await expect(result).toContainText('The name nvr.training.lan leads to', { timeout: 20_000 });
  await expect(result).toContainText('The login was accepted.');
  await expect(result).toContainText('serial number');
  await noViolations(page, 'result of a test');
  // The scan found the same recorder before: a person says that the two are one.
  await dialog.getByRole('button', { name: 'They are one device: merge them' }).click();
  await expect(dialog.getByRole('button', { name: /merge them/ })).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await devices.waitForDevices(6);
  await devices.button(/^In the book/).click();
  await devices.waitForDevices(1);
});

test('keeps a device whose name is not known here, and says so', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.choose('More', /^Add device/);
  const dialog = page.getByRole('dialog');
  await fill(dialog, /^Address or name$/, 'gone.training.lan');
  await fill(dialog, /^Password$/, trainingPassword);
  await expect(dialog).toContainText('There is no vault yet');
  await expect(dialog.getByRole('button', { name: 'Add and test' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await dialog.getByText('Use the password for this test only and leave it out').click();
  await dialog.getByRole('button', { name: 'Add and test' }).click();
  await expect(dialog).toContainText('gone.training.lan was not resolved', { timeout: 20_000 });
  await expect(dialog).toContainText('stays in the book');
  await noViolations(page, 'name not resolved');
  await dialog.getByRole('button', { name: 'Test again' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await devices.waitForDevices(7);
});

test('takes found devices into the book and back out by Undo', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.row('DS-7608NI').click();
  await devices.row('DS-7608NI').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Login and/ }).click();
  await page.getByRole('menuitem', { name: 'Add to the device book' }).click();
  await expect(page.getByText('Added 1 device to the device book.')).toBeVisible();
  await expect(devices.button(/^In the book/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(devices.button(/^In the book/)).toHaveCount(0);
});

test('imports pasted lines: each problem is said, nothing is added unticked', async ({
  devices,
}) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.choose('More', /^Import devices/);
  const dialog = page.getByRole('dialog');
  const lines = [
    'address;name;colour',
    '192.168.99.10;Gate;red',
    '192.168.99.11;Yard;',
    '300.1.1.1;Bad;',
  ].join('\n');
  await fill(dialog, /^Or paste/, lines);
  await dialog.getByRole('button', { name: 'Read the pasted lines' }).click();
  await expect(dialog).toContainText('3 lines: 2 to take over, 0 with a caution, 1 that cannot');
  await expect(dialog).toContainText('left out: colour');
  await expect(dialog).toContainText('not an IPv4 address or name');
  await noViolations(page, 'import preview');
  await dialog.locator('tr').filter({ hasText: 'Yard' }).locator('label').click();
  await dialog.getByRole('button', { name: 'Import 1 device' }).click();
  await expect(dialog).toContainText('New in the book: 1.');
  await devices.waitForDevices(7);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await devices.waitForDevices(6);
});

test('asks for an explicit yes before a device of an authorised site leaves the list', async ({
  devices,
}) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await page.getByRole('button', { name: /^Site/ }).click();
  await page.getByRole('menuitem', { name: /^Authorised in/ }).click();
  const site = page.getByRole('dialog');
  await noViolations(page, 'authorised site');
  await site.locator('label').first().click();
  await expect(site.getByRole('switch')).toBeChecked();
  await site.getByRole('button', { name: 'Done' }).click();
  await devices.row('DS-7608NI').click();
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('alertdialog');
  const confirm = dialog.getByRole('button', { name: /^Remove from this list/ });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByText('I know: they stay in Hik-ProConnect').click();
  await confirm.click();
  await devices.waitForDevices(5);
});

const changed = {
  state: 'changed',
  fingerprint: 'ab'.repeat(32),
  pinned: 'cd'.repeat(32),
};

/** An answer of the core for a device as the training site has none. */
function answerOf(test: object, question: unknown = null): string {
  const known = {
    ...{ at: Date.now(), name: 'resolved', address: '192.168.1.77', reach: 'open' },
    ...{ activated: true, login: 'not-tested', attemptsLeft: null, lockedUntil: null },
    ...{ identity: null, isSameDevice: null, redirect: null },
    certificate: { state: 'none', fingerprint: null, pinned: null },
  };
  const entry = {
    ...{ host: 'cam.site.lan', httpPort: 80, isTls: false, commandPort: 8000 },
    ...{ userName: 'admin', origin: 'typed', addedAt: Date.now(), pin: null },
    ...{ isBasicAllowed: false, test: { ...known, ...test } },
  };
  return JSON.stringify({ ok: true, data: { id: 'x', entry, question, password: 'none' } });
}

const cases = [
  {
    name: 'a changed certificate',
    test: { reach: 'certificate-changed', certificate: changed },
    press: 'Accept this certificate and test again',
    sent: { id: 'x', acceptCertificate: changed.fingerprint },
  },
  {
    name: 'a readable password',
    test: { login: 'needs-consent-basic' },
    press: 'Allow it for this device and test again',
    sent: { id: 'x', isBasicAllowed: true },
  },
  {
    name: 'a redirect to HTTPS',
    test: { reach: 'redirect', redirect: 'https://cam.site.lan/' },
    press: 'Use HTTPS, port 443, and test again',
    sent: { id: 'x', isTls: true, httpPort: 443 },
  },
] as const;

for (const theme of ['light', 'dark', 'contrast']) {
  test(`asks before it goes on with what a test found, theme ${theme}`, async ({ devices }) => {
    const { page } = devices;
    await devices.waitForDevices(6);
    await page.evaluate(async (value) => {
      await fetch('/api/settings.set', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ input: { theme: value } }),
      });
    }, theme);
    await page.locator(`[data-theme="${theme}"]`).first().waitFor();
    for (const { name, test: found, press, sent } of cases) {
      const edits: unknown[] = [];
      await page.route('**/api/book.*', async (route) => {
        const isEdit = route.request().url().endsWith('book.edit');
        if (isEdit) edits.push(route.request().postDataJSON());
        const isTest = route.request().url().endsWith('book.test');
        await route.fulfill({
          contentType: 'application/json',
          body: answerOf(isTest ? { login: 'proven' } : found),
        });
      });
      await page.keyboard.press('Control+d');
      const dialog = page.getByRole('dialog');
      await fill(dialog, /^Address or name$/, 'cam.site.lan');
      await page.keyboard.press('Enter');
      const button = dialog.getByRole('button', { name: press });
      await expect(button, name).toBeVisible();
      await noViolations(page, name);
      await button.click();
      await expect(dialog).toContainText('The login was accepted.');
      expect(edits, name).toEqual([{ input: sent }]);
      await dialog.getByRole('button', { name: 'Done' }).click();
      await page.unroute('**/api/book.*');
    }
  });
}

test('another device at the address changes nothing before somebody says so', async ({
  devices,
}) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  const asked: string[] = [];
  const other = {
    ...{ id: 'x', serial: null, shortSerial: '123456789', model: 'DS-OLD', name: null },
    ...{ mac: null, address: '192.168.1.77' },
  };
  await page.route('**/api/book.*', async (route) => {
    asked.push(new URL(route.request().url()).pathname.replace('/api/', ''));
    const body = answerOf({ login: 'proven' }, { kind: 'other-device', other });
    await route.fulfill({ contentType: 'application/json', body });
  });
  await page.keyboard.press('Control+d');
  const dialog = page.getByRole('dialog');
  await fill(dialog, /^Address or name$/, 'cam.site.lan');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Another device answers at this address than DS-OLD');
  await dialog.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(dialog).toContainText('The entry stays as it was.');
  expect(asked).toEqual(['book.add']);
});
