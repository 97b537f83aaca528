/**
 * One walk past every screen, for whoever has to look at all of them: axe and the pictures. The stops are
 * walked in order on a site of their own, since later ones need what earlier ones made (a case, a vault).
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DevicesPage } from './devices-page.ts';

export interface TourSite {
  readonly devices: DevicesPage;
  /** Words of one row each. */
  readonly recorder: string;
  readonly camera: string;
}

export interface Stop {
  readonly name: string;
  open(site: TourSite): Promise<void>;
}

export const themes = ['light', 'dark', 'contrast'] as const;

export async function setTheme(screen: Page, theme: (typeof themes)[number]): Promise<void> {
  await screen.evaluate(async (value) => {
    await fetch('/api/settings.set', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input: { theme: value } }),
    });
  }, theme);
  await screen.locator(`[data-theme="${theme}"]`).first().waitFor();
}

const passphrase = 'quiet river seven lamps';

function exact(scope: Locator, label: string): Locator {
  return scope.getByLabel(label, { exact: true });
}

function dialogOf({ devices }: TourSite): Locator {
  return devices.page.getByRole('dialog').last();
}

async function page(site: TourSite, name: string): Promise<void> {
  const rail = site.devices.page.getByRole('navigation', { name: 'Pages' });
  await rail.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

/** The row's context menu, and the menu inside it when one is named. */
async function choose(site: TourSite, row: string, ...items: readonly RegExp[]): Promise<void> {
  const { devices } = site;
  await page(site, 'Devices');
  await devices.row(row).first().click();
  await devices.row(row).first().click({ button: 'right' });
  for (const name of items) await devices.page.getByRole('menuitem', { name }).last().click();
  await expect(devices.page.getByRole('menu')).toHaveCount(0);
  await expect(dialogOf(site)).toBeVisible();
}

async function tab(site: TourSite, row: string, name: string): Promise<void> {
  await page(site, 'Devices');
  await site.devices.row(row).first().click();
  await site.devices.pane.getByRole('tab', { name }).click();
}

function chosen(name: string, row: 'recorder' | 'camera', ...items: readonly RegExp[]): Stop {
  return { name, open: (site) => choose(site, site[row], ...items) };
}

function shown(name: string, row: 'recorder' | 'camera', title: string): Stop {
  return { name, open: (site) => tab(site, site[row], title) };
}

function onPage(name: string, title: string, then?: (site: TourSite) => Promise<void>): Stop {
  const open = async (site: TourSite) => {
    await page(site, title);
    await then?.(site);
  };
  return { name, open };
}

async function ofChannel(site: TourSite, channel: number, item: RegExp): Promise<void> {
  await choose(site, site.recorder, /^Channels/);
  const name = `Channel ${channel}`;
  await dialogOf(site).getByRole('button', { name, exact: true }).click();
  await site.devices.page.getByRole('menuitem', { name: item }).click();
  await expect(site.devices.page.getByRole('menu')).toHaveCount(0);
}

async function vault(site: TourSite, state: RegExp): Promise<void> {
  await site.devices.page.getByRole('button', { name: state }).click();
}

const accessStops: readonly Stop[] = [
  shown('access-empty', 'recorder', 'Access'),
  chosen('read-login', 'recorder', /^Login and/, /^Check the health|^Check health/),
  {
    name: 'access',
    async open(site) {
      await choose(site, site.recorder, /^Channels/);
      const dialog = dialogOf(site);
      await dialog.getByRole('button', { name: 'Read', exact: true }).click();
      await exact(dialog, 'Administrator password').fill(trainingPassword);
      await dialog.getByRole('button', { name: 'Log in and read' }).click();
      await expect(dialog.getByRole('table', { name: 'Channels' })).toBeVisible();
      await site.devices.page.keyboard.press('Escape');
      await tab(site, site.recorder, 'Access');
      await site.devices.pane.getByRole('button', { name: 'Check now' }).click();
      await exact(dialogOf(site), 'Administrator password').fill(trainingPassword);
      await site.devices.page.keyboard.press('Enter');
      await expect(site.devices.page.getByRole('dialog')).toHaveCount(0, { timeout: 20_000 });
    },
  },
  shown('cloud', 'recorder', 'Cloud'),
  chosen('channels', 'recorder', /^Channels/),
  { name: 'channel-map', open: (site) => ofChannel(site, 5, /^Say which camera/) },
  { name: 'channel-edit', open: (site) => ofChannel(site, 3, /^Edit channel/) },
  { name: 'channel-remove', open: (site) => ofChannel(site, 1, /^Remove channel/) },
  chosen('set-password', 'camera', /^Login and/, /^Change password/),
  chosen('reboot', 'camera', /^Restart, reset/, /^Restart…/),
  chosen('reset-device', 'camera', /^Restart, reset/, /^Restore or/),
  chosen('backup', 'camera', /^Restart, reset/, /^Back up/),
  chosen('restore-backup', 'camera', /^Restart, reset/, /^Restore a backup/),
  chosen('qr', 'camera', /^Make QR/),
  {
    name: 'qr-codes',
    async open(site) {
      await choose(site, site.camera, /^Make QR/);
      const dialog = dialogOf(site);
      for (const words of ['Readable by everybody', 'I want it readable']) {
        await dialog.locator('label').filter({ hasText: words }).first().click();
      }
      await dialog.getByRole('button', { name: 'Make the codes' }).click();
      await expect(dialog.getByRole('img', { name: /^Code of/ })).toBeVisible();
    },
  },
  { name: 'qr-read', open: ({ devices }) => devices.choose('More', /^Read a QR code/) },
];

const bookStops: readonly Stop[] = [
  { name: 'add-device', open: ({ devices }) => devices.choose('More', /^Add device/) },
  {
    name: 'add-device-result',
    async open(site) {
      await site.devices.choose('More', /^Add device/);
      const dialog = dialogOf(site);
      await exact(dialog, 'Address or name').fill('gone.training.lan');
      await dialog.getByRole('button', { name: 'Add and test' }).click();
      await expect(dialog).toContainText('was not resolved', { timeout: 20_000 });
    },
  },
  {
    name: 'edit-entry',
    open: (site) => choose(site, 'gone.training.lan', /^Login and/, /^Edit book entry/),
  },
  chosen('set-type', 'camera', /^Login and/, /^Set type/),
  {
    name: 'import-devices',
    async open(site) {
      await site.devices.choose('More', /^Import devices/);
      const dialog = dialogOf(site);
      const lines =
        'address;name;colour\n192.168.99.10;Gate;red\n192.168.99.11;Yard;\n300.1.1.1;Bad;';
      await dialog.getByRole('textbox', { name: /^Or paste/ }).fill(lines);
      await dialog.getByRole('button', { name: 'Read the pasted lines' }).click();
      await expect(dialog).toContainText('3 lines');
    },
  },
  {
    name: 'authorised-site',
    async open({ devices }) {
      await devices.page.getByRole('button', { name: /^Site/ }).click();
      await devices.page.getByRole('menuitem', { name: /^Authorised in/ }).click();
    },
  },
];

async function openCase(site: TourSite): Promise<void> {
  await page(site, 'Cases');
  await site.devices.page
    .getByRole('button', { name: /Reset by the button/ })
    .first()
    .click();
}

const caseStops: readonly Stop[] = [
  onPage('cases-empty', 'Cases'),
  shown('recovery', 'camera', 'Recovery'),
  chosen('reset-card', 'camera', /^Recovery|^Recover/, /^Where is the reset/),
  chosen('chooser', 'camera', /^Recovery|^Recover/, /^Find the/),
  {
    name: 'chooser-ways',
    async open(site) {
      await choose(site, site.camera, /^Recovery|^Recover/, /^Find the/);
      await dialogOf(site).getByRole('button', { name: 'Free it from an account' }).click();
    },
  },
  chosen('owner-message', 'camera', /^Recovery|^Recover/, /^Message for/),
  chosen('open-case', 'camera', /^Recovery|^Recover/, /^Open a case/),
  {
    name: 'case',
    async open(site) {
      await choose(site, site.camera, /^Recovery|^Recover/, /^Where is the reset/);
      const { page: screen } = site.devices;
      await screen.getByRole('button', { name: 'Start: open the case' }).click();
      await screen.getByRole('textbox', { name: /^Who allowed it/ }).fill('Mr Rossi, in writing');
      await screen.getByRole('button', { name: 'Open the case' }).click();
      await expect(screen.getByRole('heading', { name: 'Reset by the button' })).toBeVisible();
    },
  },
  {
    name: 'case-deadline',
    async open(site) {
      await openCase(site);
      const { page: screen } = site.devices;
      await screen.getByRole('button', { name: 'Set a deadline…' }).click();
      await screen.getByRole('button', { name: 'Set the deadline' }).click();
      await expect(screen.getByText(/left$/).first()).toBeVisible();
    },
  },
  {
    name: 'ladder',
    async open(site) {
      await openCase(site);
      await site.devices.page.getByRole('button', { name: 'Ladder mode' }).click();
    },
  },
  {
    name: 'close-case',
    async open(site) {
      await openCase(site);
      await site.devices.page.getByRole('button', { name: 'Close the case…' }).click();
    },
  },
  onPage('cases', 'Cases'),
];

const readingStops: readonly Stop[] = [
  onPage('guides', 'Guides'),
  onPage('guide', 'Guides', async ({ devices }) => {
    await devices.page.getByRole('button', { name: /^The four ways/ }).click();
    await expect(devices.page.getByRole('table').first()).toBeVisible();
  }),
  {
    name: 'guide-reader',
    async open(site) {
      await page(site, 'Devices');
      await site.devices.page.keyboard.press('F1');
      await expect(dialogOf(site)).toBeVisible();
    },
  },
  { name: 'keys', open: ({ devices }) => devices.choose('More', /^Keys/) },
  onPage('reports', 'Reports'),
  onPage('jobs', 'Jobs'),
];

const vaultStops: readonly Stop[] = [
  { name: 'vault-make', open: (site) => vault(site, /^No vault/) },
  {
    name: 'vault-save',
    async open(site) {
      await vault(site, /^No vault/);
      const dialog = dialogOf(site);
      await exact(dialog, 'New passphrase').fill(passphrase);
      await exact(dialog, 'New passphrase, once more').fill(passphrase);
      await dialog.getByRole('button', { name: 'Set up the vault' }).click();
      await expect(dialog).toHaveCount(0, { timeout: 20_000 });
      await choose(site, site.camera, /^Login and/, /^Save/);
    },
  },
  {
    name: 'settings-vault',
    async open(site) {
      await choose(site, site.camera, /^Login and/, /^Save/);
      const dialog = dialogOf(site);
      await dialog.getByRole('textbox', { name: /^Password$/ }).fill(trainingPassword);
      await dialog.getByRole('button', { name: 'Save in the vault' }).click();
      await expect(dialog).toHaveCount(0);
      await page(site, 'Settings');
      await site.devices.page
        .getByRole('heading', { name: 'Vault for passwords' })
        .scrollIntoViewIfNeeded();
    },
  },
  chosen('password-group', 'camera', /^Login and/, /group/),
  chosen('saved-password', 'camera', /^Login and/, /^Change password/),
  {
    name: 'vault-unlock',
    async open(site) {
      await vault(site, /^Vault open/);
      await vault(site, /^Vault locked/);
    },
  },
];

export const tourStops: readonly Stop[] = [
  ...accessStops,
  ...bookStops,
  ...caseStops,
  ...readingStops,
  ...vaultStops,
];

/** Opens one stop, lets `look` do its work there, and goes back to where the next one may begin. */
export async function visit(stop: Stop, site: TourSite, look: () => Promise<void>): Promise<void> {
  const { page: screen } = site.devices;
  await stop.open(site);
  await look();
  for (let tries = 0; tries < 3; tries += 1) {
    if ((await screen.getByRole('dialog').count()) === 0) return;
    await screen.keyboard.press('Escape');
    await screen.waitForTimeout(100);
  }
  await expect(screen.getByRole('dialog'), `${stop.name} closes`).toHaveCount(0);
}
