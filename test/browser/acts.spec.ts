import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { trainingPassword } from '../../main/simulator/account.ts';
import { expect, test } from './fixtures.ts';

test.use({ scenario: 'hotel' });

async function noViolations(builder: AxeBuilder, where: string): Promise<void> {
  const { violations } = await builder.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    where,
  ).toEqual([]);
}

async function fill(scope: Locator, label: RegExp, text: string): Promise<void> {
  await scope.getByRole('textbox', { name: label }).fill(text);
}

test('edits an address: a wrong password is said, the right one is verified, and it can be put back', async ({
  devices,
}) => {
  const { page, pane } = devices;
  await devices.row('192.168.1.29').click();
  const address = pane.getByRole('textbox', { name: 'IP Address', exact: true });
  await address.fill('192.168.1.229');
  await fill(pane, /Administrator Password/, 'Wrong-Pass-1');
  await pane.getByRole('button', { name: 'Change the address to 192.168.1.229' }).click();
  const result = pane.getByRole('region', { name: 'Result of the last change' });
  await expect(result).toContainText('Wrong password');
  await expect(address, 'what was typed is not lost').toHaveValue('192.168.1.229');

  await fill(pane, /Administrator Password/, trainingPassword);
  await pane.getByRole('button', { name: 'Change the address to 192.168.1.229' }).click();
  await expect(result).toContainText('Verified', { timeout: 30_000 });
  await expect(devices.row('192.168.1.229')).toHaveCount(1);

  await result.getByRole('button', { name: /Put back/ }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, /password/i, trainingPassword);
  await dialog.getByRole('button', { name: /^Put 1 device back/ }).click();
  await expect(devices.row('192.168.1.229')).toHaveCount(0, { timeout: 30_000 });
});

test('unbinds by keyboard alone after the lights, and says each result', async ({ devices }) => {
  const { page } = devices;
  const { keyboard } = page;
  await expect(devices.row('192.168.1.29')).toHaveCount(1);
  await keyboard.press('Control+f');
  await keyboard.type('DS-2CD2143G2-I');
  await keyboard.press('ArrowDown');
  await keyboard.press('Control+a');
  await keyboard.press('Control+u');
  const dialog = page.getByRole('dialog');
  const run = dialog.getByRole('button', { name: /^Unbind \d+ device/ });
  await expect(dialog.getByText('Ready').first()).toBeVisible();
  const password = dialog.getByRole('textbox', { name: /password/i });
  await password.focus();
  await keyboard.type(trainingPassword);
  await expect(run).toBeEnabled({ timeout: 30_000 });
  await noViolations(new AxeBuilder({ page }), 'unbind dialog');
  await run.focus();
  await keyboard.press('Enter');
  const drawer = page.getByRole('region', { name: 'Run', exact: true });
  await expect(drawer).toContainText('Verified', { timeout: 30_000 });
  await expect(page.getByRole('status').filter({ hasText: /Verified/ })).toBeAttached();
  await noViolations(new AxeBuilder({ page }), 'run drawer');
});

test('activates, and says before the send what the device will accept', async ({ devices }) => {
  const { page } = devices;
  await devices.button(/^Inactive/).click();
  await devices.rows().first().click();
  await devices.rows().first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Activate/ }).click();
  const dialog = page.getByRole('dialog');
  const fields = dialog.getByRole('textbox', { name: /password/i });
  await fields.first().fill('12345678');
  await expect(dialog).toContainText(/two kinds|at least two/i);
  await fields.first().fill(trainingPassword);
  await fields.nth(1).fill(trainingPassword);
  await noViolations(new AxeBuilder({ page }), 'activate dialog');
  await dialog.getByRole('button', { name: /^Activate/ }).click();
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText('Verified', {
    timeout: 30_000,
  });
});

test('removing from the list is not unbinding: the words differ and nothing runs', async ({
  devices,
}) => {
  const { page } = devices;
  await devices.row('192.168.1.29').click();
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Nothing is sent to it');
  await dialog.getByRole('button', { name: /Remove from this list/ }).click();
  await expect(devices.row('192.168.1.29')).toHaveCount(0);
  await devices.openPage('Jobs' as 'Devices');
  await expect(page.getByRole('heading', { name: 'Jobs' })).toBeVisible();
  await noViolations(new AxeBuilder({ page }), 'jobs page');
});
