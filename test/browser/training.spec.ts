import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { trainingPassword } from '../../main/simulator/account.ts';
import { vendorAnswer } from '../../main/simulator/handlers/reset.ts';
import type { DevicesPage } from './devices-page.ts';
import { expect, test } from './fixtures.ts';

test.use({ actionTimeout: 15_000 });

/** Seconds in place of the times of real devices. */
async function takeShortTimes(devices: DevicesPage): Promise<void> {
  const notices = devices.page.getByRole('region', { name: 'Notices' });
  await notices.getByRole('button', { name: 'Training' }).click();
  await devices.page.getByRole('menuitem', { name: /^Short times/ }).click();
}

async function actByHand(devices: DevicesPage, row: Locator, act: string): Promise<void> {
  const { page } = devices;
  await row.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Training' }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}

async function openCase(devices: DevicesPage, kind: string, allowedBy: string): Promise<void> {
  const { page, pane } = devices;
  await page.getByRole('tab', { name: 'Recovery' }).click();
  await pane.getByRole('button', { name: /^Open a case…/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Open a case' });
  await dialog.getByRole('button', { name: /What is to be tracked/ }).click();
  await page.getByRole('option', { name: kind }).click();
  await dialog.getByRole('textbox', { name: /^Who allowed it/ }).fill(allowedBy);
  await dialog.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.getByRole('heading', { name: kind, level: 1 })).toBeVisible();
}

async function openRail(devices: DevicesPage, name: RegExp): Promise<void> {
  await devices.page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('button', { name })
    .click();
}

/** What the vendor would make of the request that the case keeps. */
async function answerTo(page: Page, save: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const kept = readFileSync(await file.path(), 'utf8');
  // The device's own words; what follows them is its serial.
  const text = /^String: ([0-9a-f]{32})/m.exec(kept)?.[1];
  if (text === undefined) throw new Error(`no request in: ${kept}`);
  return vendorAnswer({ resetRequest: { text, at: 0, bootCount: 0 } }) ?? '';
}

const fresh = 'Neues-Wort7';

async function bring(dialog: Locator, answer: string): Promise<void> {
  await dialog.locator('input[type="file"]').setInputFiles({
    ...{ name: 'answer.xml', mimeType: 'text/xml', buffer: Buffer.from(answer) },
  });
  await dialog.getByLabel('New admin password').fill(fresh);
  await dialog.getByLabel('The same password again').fill(fresh);
}

const shots = process.env['TRAINING_SHOTS'];
async function shot({ page }: DevicesPage, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}

test.describe('a dome of the hotel', () => {
  test.use({ scenario: 'hotel' });

  test('scenario 19: the reset from the ladder is seen, and says what is left to do', async ({
    devices,
  }) => {
    test.setTimeout(150_000);
    const { page } = devices;
    await expect(devices.row('DS-2CD2143G2-I').first()).toBeVisible();
    await takeShortTimes(devices);
    await shot(devices, '19-notice');
    await devices.row('DS-2CD2143G2-I').first().click();
    await openCase(devices, 'Reset by the button', 'Mr Rossi, in writing');
    await page.getByRole('button', { name: 'Ladder mode' }).click();
    const ladder = page.getByRole('dialog', { name: 'Ladder mode' });
    await expect(ladder.getByText('Ready', { exact: true })).toBeVisible();
    await shot(devices, '19-ready');
    await page.keyboard.press('x');
    await expect(ladder.getByText('Hold', { exact: true })).toBeVisible();
    await ladder.getByRole('button', { name: 'Press its reset button' }).click();
    await shot(devices, '19-hold');
    await page.keyboard.press('x');
    await expect(ladder.getByText('Reset', { exact: true })).toBeVisible({ timeout: 60_000 });
    const left = ladder.getByRole('region', { name: 'What is left to do' });
    await expect(left).toContainText('Activated again');
    await expect(left).toContainText('Set up again');
    // The count and what it said of the hold have nothing to say any more.
    await expect(ladder.getByText(/perhaps too short/)).toHaveCount(0);
    await shot(devices, '19-seen');
    await page.keyboard.press('Escape');
    await expect(ladder).toHaveCount(0);
    await expect(page.getByText('Reset, verified')).toBeVisible();
    await expect(page.getByText('Reset: the device is inactive')).toBeVisible();
    await shot(devices, '19-case');
    // What a proven reset leaves to do can still be ticked.
    await page.getByRole('button', { name: /To do.*Set up again/ }).click();
    await page.getByRole('textbox', { name: /^Note/ }).first().fill('address, time, recording');
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(page.getByText('Evidence: address, time, recording')).toBeVisible();
    await shot(devices, '19-ticked');
  });
});

test('a restart is no reset: ladder mode says so and asks for the longer hold', async ({
  devices,
}) => {
  test.setTimeout(150_000);
  const { page } = devices;
  await devices.waitForDevices(6);
  await takeShortTimes(devices);
  await devices.row('DS-2CD2385G1').click();
  await openCase(devices, 'Reset by the button', 'Mr Rossi, in writing');
  await page.getByRole('button', { name: 'Watch the device' }).click();
  await expect(page.getByText('Watching: press the button now')).toBeVisible();
  await openRail(devices, /^Devices/);
  await actByHand(devices, devices.row('DS-2CD2385G1'), 'Power off and on');
  await expect(page.getByText(/The power goes off and on/)).toBeVisible();
  await shot(devices, '19b-cycle');
  await openRail(devices, /^Cases/);
  await page.getByRole('button', { name: /Reset by the button DS/ }).click();
  await page.getByRole('button', { name: 'Ladder mode' }).click();
  const ladder = page.getByRole('dialog', { name: 'Ladder mode' });
  await expect(ladder.getByText(/^Not reset: hold/)).toBeVisible({ timeout: 60_000 });
  await shot(devices, '19b-not-reset');
});

test('scenario 14: a run waits for the Internet and goes on when a router brings it', async ({
  devices,
}) => {
  test.setTimeout(180_000);
  const { page } = devices;
  const { keyboard } = page;
  await devices.waitForDevices(6);
  const notices = page.getByRole('region', { name: 'Notices' });
  await notices.getByRole('button', { name: 'Training' }).click();
  await page.getByRole('menuitem', { name: 'Internet off' }).click();
  await expect(page.getByText(/have no Internet/)).toBeVisible();
  await devices.row('DS-7608NI-K2').click();
  await keyboard.press('Control+u');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /password/i }).fill(trainingPassword);
  const run = dialog.getByRole('button', { name: /^Unbind \d+ device/ });
  await expect(run).toBeEnabled({ timeout: 30_000 });
  await shot(devices, '14-dialog');
  await run.click();
  const drawer = page.getByRole('region', { name: 'Run', exact: true });
  await expect(drawer).toContainText(/Waiting|Waits/, { timeout: 30_000 });
  await shot(devices, '14-waits');
  await notices.getByRole('button', { name: 'Training' }).click();
  await page.getByRole('menuitem', { name: 'Internet on' }).click();
  await expect(drawer).toContainText('Verified', { timeout: 75_000 });
  await shot(devices, '14-done');
});

test('scenario 22: a restart after the export warns; a new request and its answer set the password', async ({
  devices,
}) => {
  test.setTimeout(180_000);
  const { page } = devices;
  await devices.waitForDevices(6);
  await takeShortTimes(devices);
  await devices.row('DS-2CD2385G1').click();
  await openCase(devices, 'Password reset by file, QR or key', 'Mr Rossi, in writing');
  await page.getByRole('button', { name: 'Get the request from the device' }).click();
  const request = page.getByRole('button', { name: /^Save reset-request-/ });
  await expect(request).toBeVisible();
  await shot(devices, '22-exported');
  const first = await answerTo(page, request);
  await openRail(devices, /^Devices/);
  await actByHand(devices, devices.row('DS-2CD2385G1'), 'Power off and on');
  await openRail(devices, /^Cases/);
  await page.getByRole('button', { name: /Password reset by file, QR or key DS/ }).click();
  const care = page.getByRole('region', { name: 'Take care' });
  await expect(care).toContainText(/void|restarted/i, { timeout: 60_000 });
  await shot(devices, '22-warned');

  await page.getByRole('button', { name: 'Give the answer to the device…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give the answer to the device' });
  await bring(dialog, first);
  await dialog.getByRole('button', { name: 'Set the new password' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await shot(devices, '22-refused');
  await dialog.getByRole('textbox', { name: /TRY ANYWAY/ }).fill('TRY ANYWAY');
  await dialog.getByRole('button', { name: 'Set the new password' }).click();
  await expect(dialog.getByRole('alert')).toContainText(/void/i, { timeout: 30_000 });
  await shot(devices, '22-void');
  await dialog.getByRole('button', { name: 'Close, change nothing' }).click();

  await page.getByRole('button', { name: 'Get a new request from the device' }).click();
  await expect(request).toHaveCount(2);
  const second = await answerTo(page, request.last());
  await page.getByRole('button', { name: 'Give the answer to the device…' }).click();
  await bring(dialog, second);
  // Nothing advises against it now, so nobody is asked to insist.
  await expect(dialog.getByRole('textbox', { name: /TRY ANYWAY/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Set the new password' }).click();
  await expect(dialog).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText('New password works, verified')).toBeVisible();
  await shot(devices, '22-done');
});
