import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** What simulated devices have as their password. */
const password = 'Untether2026!';

/** Everything the polite live region says from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    const region = document.querySelector('[role="status"][aria-live="polite"]');
    if (region === null) throw new Error('no live region');
    new MutationObserver(() => {
      const words = region.textContent ?? '';
      if (words !== '' && heard.at(-1) !== words) heard.push(words);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'heard') as string[]);
}

async function findNothing(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    where,
  ).toEqual([]);
}

const runOf = (page: Page): Locator => page.getByRole('region', { name: 'Run', exact: true });

test('a run with the keyboard alone: lights, password, results, put away', async ({ devices }) => {
  test.setTimeout(120_000);
  const { page } = devices;
  await devices.waitForDevices(6);
  const heard = await listen(page);
  await devices.grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+u');
  const dialog = page.getByRole('dialog', { name: /^Unbind 6 devices/ });
  await expect(dialog.getByRole('listitem').filter({ hasText: /^2 ready$/ })).toBeVisible({
    timeout: 30_000,
  });
  await expect(dialog.getByText('1 not active yet')).toBeVisible();
  await expect(dialog.getByText('3 only by another way')).toBeVisible();
  // The field has the focus: the password can be typed at once, and Enter begins.
  await expect(dialog.getByRole('textbox', { name: 'Administrator password' })).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(devices.grid).toBeFocused();

  const run = runOf(page);
  await expect(run.getByText('Done', { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(run.getByRole('button', { name: /^2 Verified$/ })).toBeVisible();
  await expect(run.getByRole('listitem').filter({ hasText: 'Verified' })).toHaveCount(2);
  await expect
    .poll(async () => (await heard()).join('\n'), { timeout: 10_000 })
    .toContain('Unbind has ended');
  expect((await heard()).join('\n')).toContain('Unbind started for 6 devices');

  // F6 leads to the run; arrows lead through its devices; Enter opens one.
  for (let step = 0; step < 6; step += 1) {
    const isInRun = await run.evaluate((node) => node.contains(document.activeElement));
    if (isInRun) break;
    await page.keyboard.press('F6');
  }
  const lines = run.getByRole('list', { name: 'Devices of the run' }).getByRole('button');
  await lines.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(lines.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(run.getByText('Evidence')).toBeVisible();
  await expect(run.getByText(password)).toHaveCount(0);
  await findNothing(page, 'run');

  await run.getByRole('button', { name: /^Put the result away/ }).focus();
  await page.keyboard.press('Enter');
  await expect(run).toHaveCount(0);
  await expect(devices.grid).toBeFocused();
});

test('a wrong password costs one try and says so on the row of the run', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.row('DS-7608NI').click();
  await page.keyboard.press('Control+u');
  const dialog = page.getByRole('dialog', { name: /^Unbind 1 device/ });
  await dialog.getByRole('textbox', { name: 'Administrator password' }).fill('Wrong2026!');
  await dialog.getByRole('button', { name: 'Unbind 1 device' }).click();
  const run = runOf(page);
  await expect(run.getByRole('listitem').filter({ hasText: 'Wrong password' })).toContainText(
    /\d+ tries left/,
    { timeout: 30_000 },
  );
  await expect(run.getByRole('button', { name: 'Run again for 1 not done…' })).toBeVisible();
});

test('a button that cannot be pressed says why', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  const unbind = devices.button('Unbind…');
  await expect(unbind).toHaveAttribute('aria-disabled', 'true');
  await unbind.focus();
  await page.keyboard.press('Control+u');
  await expect(page.getByText('Select devices in the list first.').first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a password leaves nothing behind when its dialog is closed', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.row('DS-2CD2143').click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Activate…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Activate 1 device' });
  const first = dialog.getByRole('textbox', { name: 'New password', exact: true });
  await first.fill('Kanal!Haus');
  await expect(dialog.getByText('The device will accept it')).toBeVisible();
  await expect(dialog.getByText('Recommended: yes')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'New password, once more' }).fill('Kanal!Hau');
  await first.focus();
  await expect(dialog.getByText('The two are not the same.').first()).toBeVisible();
  await findNothing(page, 'activate');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Activate…' }).click();
  await expect(first).toHaveValue('');
  await expect(page.getByText('Kanal!Haus')).toHaveCount(0);
});

test('a click beside a dialog closes it, but not once something was typed', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await devices.row('DS-7608NI').click();
  const dialog = page.getByRole('dialog', { name: /^Unbind 1 device/ });
  const field = dialog.getByRole('textbox', { name: 'Administrator password' });
  await page.keyboard.press('Control+u');
  await expect(field).toBeVisible();
  await page.mouse.click(20, 580);
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+u');
  await field.fill(password);
  await page.mouse.click(20, 580);
  await expect(field).toHaveValue(password);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('the printed page has its looks although the policy allows no styles', async ({ devices }) => {
  const { page } = devices;
  await devices.waitForDevices(6);
  await page.evaluate(() => {
    const { get } = Object.getOwnPropertyDescriptor(
      HTMLIFrameElement.prototype,
      'contentWindow',
    ) as { get: () => Window | null };
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      get(this: HTMLIFrameElement) {
        const view = get.call(this);
        // A dialog of the system cannot be closed from here.
        if (view !== null) view.print = () => Reflect.set(window, 'printed', true);
        return view;
      },
    });
  });
  await devices.row('DS-7608NI').click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /^Locate/ }).click();
  const run = runOf(page);
  await expect(run.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 });
  await run.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Print…' }).click();
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printed'))).toBe(true);
  const printed = await page.evaluate(() => {
    const inside = document.querySelector('iframe')?.contentDocument;
    const table = inside?.querySelector('table') ?? null;
    return {
      words: inside?.body.innerText ?? '',
      borders: table === null ? '' : getComputedStyle(table).borderCollapse,
    };
  });
  expect(printed.words).toContain('Locate');
  expect(printed.borders).toBe('collapse');
});
