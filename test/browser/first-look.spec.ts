import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test('a technician starts it and sees every device with what is wrong with it', async ({
  devices,
}) => {
  await devices.waitForDevices(6);
  await expect(devices.row('192.168.1.64')).toHaveCount(2);
  await expect(devices.row('Same IP (2)')).toHaveCount(2);
  await expect(devices.row('DS-2CD2143G2-I')).toContainText('Inactive');
  await expect(devices.button(/need you/)).toHaveText('2 need you');
  await expect(
    devices.page.getByRole('status').filter({ hasText: 'devices found' }),
  ).toBeAttached();
});

test('filters by any field, by a quick filter and back', async ({ devices }) => {
  await devices.waitForDevices(6);
  await devices.filter.fill('ezviz');
  await devices.filter.fill('7608');
  await expect(devices.rows()).toHaveCount(1);
  await devices.filter.fill('');
  await devices.button(/^Same IP/).click();
  await expect(devices.rows()).toHaveCount(2);
  await devices.button(/^All/).click();
  await expect(devices.rows()).toHaveCount(6);
});

test('sorts addresses as numbers, both ways', async ({ devices }) => {
  await devices.waitForDevices(6);
  const up = await devices.addresses();
  expect(up).toEqual([
    '192.168.1.20',
    '192.168.1.64',
    '192.168.1.64',
    '192.168.1.101',
    '192.168.1.102',
    '192.168.1.131',
  ]);
  const head = devices.grid.getByRole('columnheader', { name: 'IPv4 address' });
  await head.click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => devices.addresses()).toEqual([...up].reverse());
});

test('shows every field of a device with its source and time', async ({ devices }) => {
  await devices.waitForDevices(6);
  await devices.row('DS-7608NI').click();
  await expect(devices.pane).toContainText('DS-7608NI-K2/8P');
  await expect(devices.pane).toContainText('Gateway');
  await devices.page.getByRole('tab', { name: 'All fields' }).click();
  await expect(devices.pane).toContainText('SADP');
  await expect(devices.pane).toContainText('Training site');
});

test('renames, removes with a warning, and brings back with the name', async ({ devices }) => {
  await devices.waitForDevices(6);
  await devices.row('DS-7608NI').click();
  await devices.page.keyboard.press('F2');
  const name = devices.page.getByRole('textbox', { name: /^Name/ }).last();
  await name.fill('Back office recorder');
  await name.press('Enter');
  await expect(devices.row('Back office recorder')).toHaveCount(1);

  await devices.row('Back office recorder').click();
  await devices.page.keyboard.press('Delete');
  const dialog = devices.page.getByRole('alertdialog');
  await expect(dialog).toContainText('192.168.1.20');
  await expect(dialog).toContainText('A bound device stays bound');
  await dialog.getByRole('button', { name: /Remove from this list/ }).click();
  await devices.waitForDevices(5);
  await devices.page.keyboard.press('Control+z');
  await devices.waitForDevices(6);
  await expect(devices.row('Back office recorder')).toHaveCount(1);
});

test('exports what is shown, with serials as text', async ({ devices }) => {
  await devices.waitForDevices(6);
  await devices.page.keyboard.press('Control+s');
  const download = devices.page.waitForEvent('download');
  await devices.button(/^Save 6 devices/).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile((await file.path()) ?? '', 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text.trim().split('\r\n')).toHaveLength(7);
  expect(text).toContain('DS-7608NI-K2/8P');
});

test('sweeps a subnet with progress and keeps what it found', async ({ devices }) => {
  await devices.waitForDevices(6);
  await devices.button(/^Sweep/).click();
  const dialog = devices.page.getByRole('dialog');
  const range = dialog.getByRole('textbox', { name: 'Another range' });
  await range.fill('8.8.8.0/24');
  await range.press('Enter');
  await expect(dialog).toContainText(/Not a private range/);
  await range.fill('192.168.1.96/28');
  await dialog.getByRole('button', { name: /^Sweep/ }).click();
  await expect(dialog).toContainText(/14 of 14 addresses/);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await devices.row('192.168.1.101').click();
  await devices.page.getByRole('tab', { name: 'History' }).click();
  await expect(devices.pane).toContainText(/Found/i);
});

test('the doctor goes through its checks and gives one piece of advice each', async ({
  devices,
}) => {
  await devices.waitForDevices(6);
  await devices.openPage('Doctor');
  await expect(
    devices.page.getByRole('heading', { name: /Why is my device not here/ }),
  ).toBeVisible();
  await expect(devices.page.getByText('Recorder in the way').first()).toBeVisible();
  await expect(devices.page.getByText(/0 bytes outside the LAN/)).toBeVisible();
});
