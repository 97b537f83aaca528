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

/** A password of the whole site, typed once. */
async function saveForSite(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save a password…' }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, /^Password$/, trainingPassword);
  await dialog.getByRole('button', { name: 'Save in the vault' }).click();
  await expect(dialog).toHaveCount(0);
}

for (const theme of ['Light', 'Dark', 'High contrast']) {
  test(`sets up, fills and locks the vault; axe finds nothing in the theme ${theme}`, async ({
    devices,
  }) => {
    test.setTimeout(180_000);
    const { page } = devices;
    await devices.waitForDevices(6);
    await devices.openPage('Settings');
    await page.getByRole('main').locator('label').filter({ hasText: theme }).first().click();
    await page.getByRole('button', { name: /^No vault/ }).click();
    await noViolations(page, 'set up');
    await page.keyboard.press('Escape');
    await makeVault(page);
    await saveForSite(page);
    const list = page.getByRole('region', { name: 'Saved passwords' });
    await expect(list).toContainText('no device has accepted it yet');
    await expect(list).not.toContainText(trainingPassword);
    await noViolations(page, 'settings with a vault');
    await page.getByRole('button', { name: /^Vault open/ }).click();
    await expect(page.getByRole('button', { name: /^Vault locked/ })).toBeVisible();
    await expect(list).toHaveCount(0);
    await page.getByRole('button', { name: /^Vault locked/ }).click();
    const dialog = page.getByRole('dialog');
    await noViolations(page, 'unlock');
    await fill(dialog, /^Passphrase of the vault$/, 'wrong wrong wrong');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('did not open', { timeout: 20_000 });
    await fill(dialog, /^Passphrase of the vault$/, passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Vault open/ })).toBeVisible({
      timeout: 20_000,
    });
    await page.getByRole('button', { name: 'Start over…' }).click();
    await noViolations(page, 'start over');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Export the vault…' }).click();
    await noViolations(page, 'export');
  });
}

test('a run uses the saved password by itself, and it is proven afterwards', async ({
  devices,
}) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await makeVault(page);
  await devices.openPage('Settings');
  await saveForSite(page);
  await devices.openPage('Devices');
  await devices.row('DS-7608NI').click();
  await devices.row('DS-7608NI').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Hik-Connect/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'Use the saved password' })).toBeChecked({
    timeout: 20_000,
  });
  await expect(dialog).toContainText('the password of the site');
  await expect(dialog.getByRole('textbox', { name: /password/i })).toHaveCount(0);
  await noViolations(page, 'saved password');
  await dialog.getByRole('button', { name: /^Switch Hik-Connect/ }).click();
  const drawer = page.getByRole('region', { name: 'Run', exact: true });
  await expect(drawer).toContainText('Verified', { timeout: 30_000 });
});

test('a locked vault is unlocked from the form that needs it', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await makeVault(page);
  await devices.openPage('Settings');
  await saveForSite(page);
  await page.getByRole('button', { name: /^Vault open/ }).click();
  await devices.openPage('Devices');
  await devices.row('DS-7608NI').click();
  await devices.row('DS-7608NI').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Hik-Connect/ }).click();
  const form = page.getByRole('dialog', { name: /^Hik-Connect/ });
  await form.getByRole('button', { name: 'Unlock the vault…' }).click();
  const unlock = page.getByRole('dialog', { name: 'Unlock the vault' });
  await fill(unlock, /^Passphrase of the vault$/, passphrase);
  await page.keyboard.press('Enter');
  await expect(unlock).toHaveCount(0, { timeout: 20_000 });
  await expect(form.getByRole('radio', { name: 'Use the saved password' })).toBeChecked();
});

test('reminds of passwords that are old, once', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await page.route('**/api/vault.status', async (route) => {
    const response = await route.fetch();
    const { data } = await response.json();
    const state = { ...data, exists: true, isLocked: false, remindDays: 365, due: 3 };
    await route.fulfill({ response, json: { ok: true, data: state } });
  });
  await page.reload();
  const words = page.getByText('3 saved passwords have been the same for more than 365 days.');
  await expect(words).toBeVisible();
  await noViolations(page, 'reminder');
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect(page.getByRole('heading', { name: 'Vault for passwords' })).toBeVisible();
  await expect(words).toHaveCount(0);
});
