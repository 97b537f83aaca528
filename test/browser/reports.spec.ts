import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

const passphrase = 'four loud tractors';

test.beforeEach(async ({ devices }) => {
  await devices.waitForDevices(6);
  await devices.openPage('Reports');
  await expect(devices.page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible();
});

test('a report is saved, and stands in the list of those made lately', async ({ page }) => {
  await page.getByLabel('Client').fill('Hotel Aurora');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the report' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^untether-handover-client-.*\.html$/);
  const html = await readFile(await download.path(), 'utf8');
  expect(html).toContain('Hotel Aurora');
  await expect(page.getByRole('region', { name: 'Made lately' }).getByRole('listitem')).toHaveCount(
    1,
  );
});

test('by keyboard: the sealed site file goes out and is looked into again', async ({ page }) => {
  await page.getByRole('button', { name: 'Export the site…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase of the file', { exact: true }).fill(passphrase);
  await dialog.getByLabel(/again|repeat|once more/i).fill(passphrase);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.utsite$/);
  await expect(dialog).toBeHidden();
  const path = await download.path();

  await page.getByRole('button', { name: 'Import a site file…' }).press('Enter');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose the file…' }).press('Enter');
  await (await chooser).setFiles(path);
  await dialog.getByLabel('Passphrase of the file').fill('another phrase');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('did not open');
  await dialog.getByLabel('Passphrase of the file').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('contradict each other nowhere')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take it in' }).press('Enter');
  await expect(dialog.getByRole('status')).toContainText('New devices: 0. Changed: 0.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the package for support is a ZIP', async ({ page }) => {
  await page.getByRole('button', { name: 'Package for support…' }).click();
  await page.getByLabel('What happened').fill('It would not unbind.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the package' }).click(),
  ]);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});

for (const theme of ['Light', 'Dark', 'High contrast']) {
  test(`axe finds nothing in the theme ${theme}`, async ({ devices, page }) => {
    test.setTimeout(120_000);
    await devices.openPage('Settings');
    await page.getByRole('main').locator('label').filter({ hasText: theme }).first().click();
    await expect(page.getByRole('radio', { name: theme })).toBeChecked();
    await devices.openPage('Reports');
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    expect(await check()).toEqual([]);
    await page.getByText('Handover report for the office').click();
    expect(await check()).toEqual([]);
    const names = ['Open a sealed report', 'Export the site', 'Import a site file', 'Package for'];
    for (const name of names) {
      await page.getByRole('main').getByRole('button', { name }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect([name, await check()]).toEqual([name, []]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}
