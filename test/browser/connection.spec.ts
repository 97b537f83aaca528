import { expect, test } from '@playwright/test';
import { startWebHost } from '../helpers/web-host.ts';
import { DevicesPage } from './devices-page.ts';

test('a lost host is said and the table stays readable', async ({ page }) => {
  const host = await startWebHost();
  await page.goto(host.link);
  const devices = new DevicesPage(page);
  await devices.waitForDevices(6);
  await host.close();
  await expect(page.getByText(/Reconnecting/)).toBeVisible();
  await expect(page.getByText('start it again and open its new link')).toBeVisible();
  // What needs no host still works.
  await devices.rows().first().click();
  await page.getByRole('button', { name: 'Hide details' }).first().click();
  await expect(devices.pane).toHaveCount(0);
  await expect(devices.rows()).toHaveCount(6);
});

test('the link works once and says so in plain words', async ({ page, browser }) => {
  const host = await startWebHost();
  await page.goto(host.link);
  await new DevicesPage(page).waitForDevices(6);
  const other = await browser.newPage();
  await other.goto(host.link);
  await expect(other.locator('body')).toContainText(/link/i);
  await expect(other.getByRole('grid')).toHaveCount(0);
  await host.close();
});
