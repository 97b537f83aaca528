import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DevicesPage } from './devices-page.ts';
import { expect, test } from './fixtures.ts';
import { asPrinted, readCode } from './read-code.ts';

const recorder = 'DS-7608NI';
const camera = 'DS-2CD2385G1-I';
const freshPassword = 'Fresh-Words-2027';

async function noViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    where,
  ).toEqual([]);
}

function field(scope: Locator, label: string): Locator {
  return scope.getByLabel(label, { exact: true });
}

/** A choice is pressed by its words; its input is not seen. */
function option(scope: Locator, words: string): Locator {
  return scope.locator('label').filter({ hasText: words }).first();
}

/** Right click, then the entry, in the menu inside the menu when one is named. */
async function choose(devices: DevicesPage, device: string, ...items: RegExp[]): Promise<Locator> {
  const { page } = devices;
  await devices.row(device).click({ button: 'right' });
  for (const name of items) await page.getByRole('menuitem', { name }).last().click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  return page.getByRole('dialog');
}

async function readChannels(devices: DevicesPage): Promise<Locator> {
  const dialog = await choose(devices, recorder, /^Channels/);
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await field(dialog, 'Administrator password').fill(trainingPassword);
  await dialog.getByRole('button', { name: 'Log in and read' }).click();
  await expect(dialog.getByRole('table', { name: 'Channels' })).toBeVisible();
  return dialog;
}

test('checks the health by keyboard, shows it in the pane and finds it by the filter', async ({
  devices,
}) => {
  const { page, pane } = devices;
  await devices.waitForDevices(6);
  await devices.row(recorder).click();
  await pane.getByRole('tab', { name: 'Network' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(pane.getByRole('tab', { name: 'Access' })).toHaveAttribute('aria-selected', 'true');
  await expect(pane.getByText('Never tried')).toBeVisible();
  await pane.getByRole('button', { name: 'Check now' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(field(dialog, 'Administrator password')).toBeFocused();
  await page.keyboard.type(trainingPassword);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const health = pane.getByRole('region', { name: 'Health' });
  await expect(health).toContainText('faulty disk');
  await expect(pane.getByText('Proven', { exact: true })).toBeVisible();
  await noViolations(page, 'access tab');
  // Another page and back: the pane is as it was left.
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('button', { name: /^Guides/ })
    .click();
  await devices.openPage('Devices');
  await expect(health).toContainText('faulty disk');
  await pane.getByRole('tab', { name: 'Cloud' }).click();
  await expect(pane.getByRole('region', { name: 'What a login reads' })).toContainText(
    'Online at the platform',
  );
  await noViolations(page, 'cloud tab');
  await devices.button(/^Health: look at it/).click();
  await expect(devices.rows()).toHaveCount(1);
});

test('a wrong password is said and costs one try, no more', async ({ devices }) => {
  const { pane, page } = devices;
  await devices.waitForDevices(6);
  await devices.row(camera).click();
  await pane.getByRole('tab', { name: 'Access' }).click();
  await pane.getByRole('button', { name: 'Check now' }).click();
  const dialog = page.getByRole('dialog');
  await field(dialog, 'Administrator password').fill('Wrong-Pass-1');
  await dialog.getByRole('button', { name: /^Check 1/ }).click();
  const health = pane.getByRole('region', { name: 'Health' });
  await expect(health).toContainText('did not accept the login');
  await expect(pane.getByText('Refused', { exact: true })).toBeVisible();
});

test('changes a password and proves it by a login with the new one', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.row(camera).click();
  const dialog = await choose(devices, camera, /^Login and/, /^Change password/);
  await field(dialog, 'Administrator password').fill(trainingPassword);
  await field(dialog, 'New password').fill(freshPassword);
  const run = dialog.getByRole('button', { name: 'Change the password of 1 device' });
  await expect(run, 'the second field is empty').toHaveAttribute('aria-disabled', 'true');
  await field(dialog, 'New password, once more').fill(freshPassword);
  await expect(dialog).toContainText('Recorders and programs');
  await noViolations(page, 'password dialog');
  await run.click();
  const drawer = page.getByRole('region', { name: 'Run', exact: true });
  await expect(drawer).toContainText('Verified', { timeout: 30_000 });
});

test('a recorder’s channels: the wrong password stands out, a camera is said, edit asks for its password', async ({
  devices,
}) => {
  const { page, pane } = devices;
  await devices.waitForDevices(6);
  const dialog = await readChannels(devices);
  await expect(dialog.getByRole('row', { name: /Till/ })).toContainText('Wrong password');
  await expect(dialog.getByRole('row', { name: /Entrance/ })).toContainText(
    'serial number and address agree',
  );
  await noViolations(page, 'channels');

  await dialog.getByRole('button', { name: 'Channel 5' }).click();
  await page.getByRole('menuitem', { name: /^Say which camera/ }).click();
  await dialog.getByRole('textbox', { name: 'Search in the list' }).fill('FWD');
  await dialog.getByText(/DS-2CD2345FWD/).click();
  await noViolations(page, 'which camera');
  await dialog.getByRole('button', { name: 'It is this camera' }).click();
  await expect(dialog.getByRole('row', { name: /Yard/ })).toContainText('said by a person');

  const entrance = dialog.getByRole('row', { name: /Entrance/ });
  const ofEntrance = dialog.getByRole('button', { name: 'Channel 3' });
  await ofEntrance.click();
  await page.getByRole('menuitem', { name: 'It is none of the list' }).click();
  await expect(entrance).toContainText('none of the list, said by a person');
  await dialog.getByRole('button', { name: 'Read again' }).click();
  await field(dialog, 'Administrator password').fill(trainingPassword);
  await dialog.getByRole('button', { name: 'Log in and read' }).click();
  await expect(entrance).toContainText('none of the list, said by a person');
  await ofEntrance.click();
  await page.getByRole('menuitem', { name: 'Take the answer back' }).click();
  await expect(entrance).not.toContainText('said by a person');

  await dialog.getByRole('button', { name: 'Channel 3' }).click();
  await page.getByRole('menuitem', { name: /^Edit channel/ }).click();
  await field(dialog, 'Name of the channel').fill('Front door');
  await field(dialog, 'Administrator password').fill(trainingPassword);
  const edit = dialog.getByRole('button', { name: 'Edit this channel' });
  await expect(edit, 'without the camera’s password').toHaveAttribute('aria-disabled', 'true');
  await field(dialog, 'Password of the camera').fill(trainingPassword);
  await noViolations(page, 'edit channel');
  await edit.click();
  const drawer = page.getByRole('region', { name: 'Run', exact: true });
  await expect(drawer).toContainText('Verified', { timeout: 30_000 });
  await expect(pane).toBeVisible();
});

test('a camera that moved: its recorder’s channel is offered with the new address in it', async ({
  devices,
}) => {
  const { page, pane } = devices;
  await devices.waitForDevices(6);
  await readChannels(devices);
  await page.keyboard.press('Escape');
  await devices.row(camera).click();
  await pane.getByRole('tab', { name: 'Network' }).click();
  await field(pane, 'IP Address').fill('192.168.1.201');
  await field(pane, 'Administrator Password').fill(trainingPassword);
  await pane.getByRole('button', { name: 'Change the address to 192.168.1.201' }).click();
  const notices = page.getByRole('region', { name: 'Notices' });
  const offer = notices.getByRole('button', { name: 'Edit channel…' });
  await expect(offer).toBeVisible({ timeout: 30_000 });
  await offer.click();
  const dialog = page.getByRole('dialog');
  await expect(field(dialog, 'Address of the camera')).toHaveValue('192.168.1.201');
  await field(dialog, 'Password of the camera').fill(trainingPassword);
  await field(dialog, 'Administrator password').fill(trainingPassword);
  await dialog.getByRole('button', { name: 'Edit this channel' }).click();
  const drawer = page.getByRole('region', { name: 'Run', exact: true });
  await expect(drawer).toContainText(/Edit channel/);
  await expect(drawer).toContainText('Verified', { timeout: 30_000 });
});

test('the last tab comes into sight in the narrow pane', async ({ devices }) => {
  const { page, pane } = devices;
  await devices.waitForDevices(6);
  await devices.row(camera).click();
  await pane.getByRole('tab', { name: 'Network' }).focus();
  await page.keyboard.press('End');
  const last = pane.getByRole('tab', { name: 'History' });
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toBeInViewport({ ratio: 1 });
});

test('removing a channel warns of its own PoE port and says that it is no Unbind', async ({
  devices,
}) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  const dialog = await readChannels(devices);
  await dialog.getByRole('button', { name: 'Channel 1', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Remove channel/ }).click();
  await expect(dialog).toContainText('recorder adds it again');
  await expect(dialog).toContainText('removing a channel is not Unbind');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The dialog that opened this one is gone; the keyboard is not.
  await expect(devices.grid).toBeFocused();
});

test('a reset needs the end of the serial and opens a case', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.row(camera).click();
  const dialog = await choose(devices, camera, /^Restart, reset/, /^Restore or/);
  await option(dialog, 'Everything goes').click();
  await field(dialog, 'Administrator password').fill(trainingPassword);
  const run = dialog.getByRole('button', { name: 'Bring it back to factory default' });
  await field(dialog, 'Last four characters of the serial number').fill('0000');
  await expect(run).toHaveAttribute('aria-disabled', 'true');
  await noViolations(page, 'reset dialog');
  await field(dialog, 'Last four characters of the serial number').fill('7355');
  await run.click();
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText(
    /Restore or Default/,
  );
  await page.getByRole('button', { name: /^Cases/ }).click();
  await expect(page.getByRole('main')).toContainText(camera, { timeout: 30_000 });
});

test('a backup is saved, and the same file goes back into its device', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.row(camera).click();
  const dialog = await choose(devices, camera, /^Restart, reset/, /^Back up/);
  await field(dialog, 'Administrator password').fill(trainingPassword);
  const key = 'Secret key for the device’s file';
  for (const label of [key, `${key}, once more`]) await field(dialog, label).fill('abc123');
  for (const label of ['Passphrase for it', 'Passphrase for it, once more']) {
    await field(dialog, label).fill('four good words');
  }
  await noViolations(page, 'backup dialog');
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Make the backup' }).click();
  const path = await (await saving).path();
  await expect(dialog).toContainText('Keep secret key and passphrase apart');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const again = await choose(devices, camera, /^Restart, reset/, /^Restore a backup/);
  const choosing = page.waitForEvent('filechooser');
  await again.getByRole('button', { name: 'Choose a file…' }).click();
  await (await choosing).setFiles(path);
  await expect(again).toContainText('Not opened yet');
  await field(again, 'Passphrase of the file').fill('four good words');
  await again.getByRole('button', { name: 'Open it' }).click();
  await expect(again).toContainText('Opened; it is whole.');
  await noViolations(page, 'restore dialog');
  await field(again, 'Secret key of the file').fill('abc123');
  await field(again, 'Administrator password').fill(trainingPassword);
  await field(again, 'Last four characters of the serial number').fill('7355');
  await again.getByRole('button', { name: 'Restore this device from the file' }).click();
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toContainText(
    'Restore configuration',
  );
});

test('QR codes are sealed by default, readable only after a word, and can be read again', async ({
  devices,
}) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.row(camera).click();
  const dialog = await choose(devices, camera, /^Make QR/);
  const make = dialog.getByRole('button', { name: 'Make the codes' });
  await expect(make).toHaveAttribute('aria-disabled', 'true');
  await option(dialog, 'Readable by everybody').click();
  await expect(make, 'one more word is needed').toHaveAttribute('aria-disabled', 'true');
  await option(dialog, 'I want it readable').click();
  await noViolations(page, 'QR dialog');
  await make.click();
  await expect(dialog.getByRole('img', { name: /^Code of/ })).toBeVisible();
  await noViolations(page, 'QR codes');
  await page.keyboard.press('Escape');

  await devices.choose('More', /^Read a QR code/);
  await field(dialog, 'Text of the code').fill('QRC03010003AAAA');
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(dialog).toContainText('An export of a vendor’s app');
  await field(dialog, 'Text of the code').fill('https://example.org/');
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(dialog).toContainText('Some other code');
  await noViolations(page, 'read QR');
});

test('sealed codes with a login are read from the screen and from the sheet, label and site alike', async ({
  devices,
}) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+a');
  for (const layout of ['label', 'site'] as const) {
    const dialog = await choose(devices, camera, /^Make QR/);
    if (layout === 'site') await option(dialog, 'As few codes as hold all').click();
    await field(dialog, 'Passphrase for it').fill('cuatro palabras muy largas');
    await field(dialog, 'Passphrase for it, once more').fill('cuatro palabras muy largas');
    const answer = page.waitForResponse(/qr\.make/);
    await dialog.getByRole('button', { name: 'Make the codes' }).click();
    const { data } = (await (await answer).json()) as {
      data: { codes: { text: string }[]; sheet: string };
    };
    const texts = data.codes.map(({ text }) => text);
    expect(texts.length).toBe(layout === 'label' ? 6 : texts.length);
    const shown = dialog.getByRole('img', { name: /^Code of/ });
    await expect(shown).toHaveCount(texts.length);
    for (const [at, text] of texts.entries()) expect(await readCode(shown.nth(at))).toBe(text);
    const sheet = await asPrinted(page, data.sheet);
    const drawn = sheet.locator('.label svg');
    for (const [at, text] of texts.entries()) expect(await readCode(drawn.nth(at))).toBe(text);
    await sheet.close();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

for (const theme of ['Dark', 'High contrast']) {
  test(`axe finds nothing in access and dialogs in the theme ${theme}`, async ({ devices }) => {
    const { page, pane } = devices;
    await devices.waitForDevices(6);
    await devices.openPage('Settings');
    await page.getByRole('main').locator('label').filter({ hasText: theme }).first().click();
    await devices.openPage('Devices');
    await devices.row(recorder).click();
    await pane.getByRole('tab', { name: 'Access' }).click();
    await noViolations(page, 'access tab');
    for (const items of [
      [/^Login and/, /^Change password/],
      [/^Restart, reset/, /^Restart…/],
      [/^Restart, reset/, /^Restore or/],
      [/^Restart, reset/, /^Back up/],
      [/^Make QR/],
    ]) {
      const dialog = await choose(devices, recorder, ...items);
      await expect(dialog.getByRole('textbox').first()).toBeVisible();
      await noViolations(page, String(items));
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  });
}
