import { expect, type Locator, type Page } from '@playwright/test';

/** The device list as a person meets it: by roles and words, never by class names. */
export class DevicesPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly filter: Locator;
  readonly pane: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Device list' });
    this.filter = page.getByRole('textbox', { name: 'Filter the list' });
    this.pane = page.getByRole('region', { name: 'Device details' });
  }

  /** Rows of devices, without the head. */
  rows(): Locator {
    return this.grid.getByRole('row').filter({ hasNot: this.page.getByRole('columnheader') });
  }

  row(text: string): Locator {
    return this.rows().filter({ hasText: text });
  }

  async waitForDevices(count: number): Promise<void> {
    await expect(this.grid).toHaveAttribute('aria-rowcount', String(count + 1));
  }

  async addresses(): Promise<string[]> {
    return this.rows().evaluateAll((rows) =>
      rows.map((row) => /\d+\.\d+\.\d+\.\d+/.exec(row.textContent ?? '')?.[0] ?? ''),
    );
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async openPage(name: 'Devices' | 'Reports' | 'Doctor' | 'Settings'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('button', { name })
      .click();
  }

  async choose(menu: string | RegExp, item: string | RegExp): Promise<void> {
    await this.button(menu).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
