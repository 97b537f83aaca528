import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { workbook } from '../helpers/workbooks.ts';
import { expect, test } from './fixtures.ts';

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const cells = (...row: readonly string[]) => row.map((value) => ({ value, type: String }));

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, mimeType, buffer: Buffer.from(bytes) };
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
}

async function noViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    where,
  ).toEqual([]);
}

test('a plan in a workbook shows what would change, row by row', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  const serialOf = async (model: string) => {
    const texts = await devices.row(model).first().getByRole('gridcell').allTextContents();
    return texts.find((text) => text.startsWith(model) && text.length > model.length + 10) ?? '';
  };
  const [first, second] = [await serialOf('DS-2CD2385G1-I'), await serialOf('I81EM')];
  await devices.choose('More', /^IP plan from file/);
  const dialog = page.getByRole('dialog');

  // Refused with what to do; the dialog stays for the next try.
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  await choose(page, 'plan.xls', old);
  await expect(dialog.getByRole('alert')).toContainText('format .xls, which is not read here');
  await noViolations(page, 'old workbook');

  const plan = [
    cells('Serial', 'Name', 'IP'),
    cells(first, 'Gate', '192.168.1.90'),
    cells(second, 'Yard', '192.168.1.93'),
    cells('NOBODY99', 'Hall', '192.168.1.93'),
  ];
  const sheets = { Cover: [], Cameras: plan, Notes: [cells('ask at the desk')] };
  await choose(page, 'plan.xlsx', await workbook(sheets));
  await expect(dialog).toContainText('Sheet "Cameras" was read; the file also has: Notes.');
  await expect(dialog).toContainText('192.168.1.90');
  await expect(dialog).toContainText('NOBODY99');
  await expect(dialog.getByRole('button', { name: /^All 3/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Will change 2/ })).toBeVisible();
  await noViolations(page, 'plan of a workbook');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export the checked plan' }).click();
  expect((await saved).suggestedFilename()).toBe('plan checked.csv');
});

test('devices in a workbook are shown before any is added', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.choose('More', /^Import devices/);
  const dialog = page.getByRole('dialog');
  const list = [
    cells('Address', 'Name', 'Port'),
    [...cells('192.168.99.10', 'Gate'), { value: 8000, type: Number }],
    cells('300.1.1.1', 'Bad', ''),
  ];
  await choose(page, 'list.xlsx', await workbook({ Devices: list, Old: list }));
  await expect(dialog).toContainText('2 lines: 1 to take over, 0 with a caution, 1 that cannot');
  await expect(dialog).toContainText('Sheet "Devices" was read; the file also has: Old.');
  await dialog.getByRole('button', { name: 'Import 1 device' }).click();
  await expect(dialog).toContainText('New in the book: 1.');
  await devices.waitForDevices(7);
});
