import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

async function check(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(found, where).toEqual([]);
}

for (const theme of ['Light', 'Dark', 'High contrast']) {
  test(`axe finds nothing in the theme ${theme}`, async ({ devices }) => {
    // A dozen screens, each read whole by axe on two shared cores.
    test.setTimeout(240_000);
    const { page } = devices;
    await devices.waitForDevices(6);
    await devices.openPage('Settings');
    await page.getByRole('main').locator('label').filter({ hasText: theme }).first().click();
    await expect(page.getByRole('radio', { name: theme })).toBeChecked();
    await check(page, 'settings');

    await devices.openPage('Doctor');
    await expect(page.getByText('Recorder in the way').first()).toBeVisible();
    await check(page, 'doctor');

    await devices.openPage('Devices');
    await devices.waitForDevices(6);
    await check(page, 'list');
    await devices.row('DS-7608NI').click();
    for (const tab of ['Network', 'Cloud', 'All fields', 'History']) {
      await page.getByRole('tab', { name: tab }).click();
      await check(page, `pane: ${tab}`);
    }
    await page.keyboard.press('Delete');
    await check(page, 'remove dialog');
    await page.keyboard.press('Escape');
    for (const name of [/^Sweep/, /^Export/]) {
      await devices.button(name).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(page, String(name));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    for (const item of [/^Columns/, /^About/, /^Keys/]) {
      await devices.choose('More', item);
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(page, String(item));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}
