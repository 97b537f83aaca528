import { expect, test } from './fixtures.ts';

test('speaks Italian and Spanish at once and remembers it', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.openPage('Settings');
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'Italiano' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await expect(page.getByRole('button', { name: 'Dispositivi' })).toBeVisible();
  await page.getByRole('button', { name: /Lingua/ }).click();
  await page.getByRole('option', { name: 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('button', { name: 'Dispositivos' })).toBeVisible();
});

test('keeps the table as it was left, for each site', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  const head = devices.grid.getByRole('columnheader', { name: 'Model' });
  await head.click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await page.waitForTimeout(1_000);
  await page.reload();
  await devices.waitForDevices(6);
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
});

test('works at 200 % zoom without losing a control', async ({ devices }) => {
  const { page } = devices;
  await page.setViewportSize({ width: 683, height: 384 });
  await devices.waitForDevices(6);
  for (const name of [/^Refresh/, 'More']) {
    await expect(devices.button(name).first()).toBeInViewport();
  }
  // What has no room in the bar is in the menu.
  await devices.button('More').click();
  for (const name of [/^Sweep/, /^Export/]) {
    await expect(page.getByRole('menuitem', { name })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  const scroll = await page.evaluate(() => ({
    x: document.documentElement.scrollWidth - innerWidth,
    y: document.documentElement.scrollHeight - innerHeight,
  }));
  expect(scroll.x).toBeLessThanOrEqual(0);
});

test('another site begins with nothing chosen and no case open', async ({ devices }) => {
  const { page, pane } = devices;
  await devices.waitForDevices(6);
  await devices.row('DS-2CD2385G1').click();
  await expect(pane.getByRole('tab', { name: 'Network' })).toBeVisible();
  await devices.choose(/^Site/, /^New site/);
  await page.getByRole('dialog').getByRole('textbox').fill('Villa Rosa');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Create/ })
    .dblclick();
  await expect(page.getByRole('button', { name: 'Site: Villa Rosa' })).toBeVisible();
  // What answers now belongs to where we are.
  await expect(devices.rows().first()).toBeVisible({ timeout: 30_000 });
  await expect(pane).toContainText('Select a device to see its details.');
  await page.getByRole('button', { name: /^Site/ }).click();
  await expect(page.getByRole('menuitem', { name: /Villa Rosa/ })).toHaveCount(1);
});

test('a narrowed window moves buttons under More instead of out of sight', async ({ devices }) => {
  const { page } = devices;
  await page.setViewportSize({ width: 1366, height: 768 });
  await devices.waitForDevices(6);
  await devices.openPage('Settings');
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'Español' }).click();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Exportar…' })).toBeVisible();
  for (const width of [1092, 1366, 900, 683]) {
    await page.setViewportSize({ width, height: 614 });
    await expect(page.getByRole('banner').getByRole('button').last()).toBeInViewport({ ratio: 1 });
  }
});
