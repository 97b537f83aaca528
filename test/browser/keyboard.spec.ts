import { expect, test } from './fixtures.ts';

/** No mouse at all: the pointer is never moved in this file. */
test('finds, inspects, renames, copies and removes by keyboard alone', async ({
  devices,
  context,
  host,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.origin });
  const { page } = devices;
  const { keyboard } = page;
  await devices.waitForDevices(6);

  await keyboard.press('Control+f');
  await expect(devices.filter).toBeFocused();
  await keyboard.type('2cd2');
  await expect(devices.rows()).toHaveCount(3);
  await keyboard.press('Escape');
  await expect(devices.filter).toHaveValue('');
  await expect(devices.rows()).toHaveCount(6);

  await keyboard.press('Control+f');
  await keyboard.press('ArrowDown');
  await expect(devices.grid).toBeFocused();
  await keyboard.press('Home');
  await keyboard.press('Space');
  await expect(page.getByText('1 selected', { exact: true })).toBeVisible();
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 selected', { exact: true })).toBeVisible();
  await keyboard.press('Control+a');
  await expect(page.getByText('6 selected', { exact: true })).toBeVisible();

  await keyboard.press('Control+c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('\t192.168.1.131\t');

  await keyboard.press('Escape');
  await keyboard.press('F6');
  await keyboard.press('Shift+F6');
  await expect(devices.grid).toBeFocused();

  await keyboard.press('F2');
  const name = page.getByRole('textbox', { name: /^Name/ }).last();
  await expect(name).toBeFocused();
  await keyboard.type('By keyboard');
  await keyboard.press('Enter');
  await expect(devices.row('By keyboard')).toHaveCount(1);
  await expect(devices.grid, 'focus comes back').toBeFocused();

  await keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(devices.grid, 'focus comes back').toBeFocused();
});

test('every menu opens and closes by keys and gives the focus back', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  for (const name of [/^Site/, 'More', 'Select']) {
    const button = devices.button(name);
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(button).toBeFocused();
  }
});

test('the context menu key offers the same actions as the buttons', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await page.keyboard.press('Control+f');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu');
  for (const item of [/^Refresh/, /^Copy row/, /^Rename/, /^Remove from this list/, /^Export/]) {
    await expect(menu.getByRole('menuitem', { name: item })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
});

test('a name saved by a double press is saved once', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (/devices\.edit/.test(request.url())) sent.push(request.url());
  });
  await devices.row('DS-2CD2385G1').click();
  await page.keyboard.press('F2');
  await page.getByRole('dialog').getByRole('textbox').fill('Gate');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(devices.row('Gate')).toHaveCount(1);
  expect(sent).toHaveLength(1);
});
