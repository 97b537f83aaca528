import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { setTheme, themes, tourStops, visit } from './tour.ts';

test('axe finds nothing at any stop of the tour, in any theme', async ({ devices }) => {
  // Some forty screens, each read by axe in three themes on two shared cores.
  test.setTimeout(600_000);
  const { page } = devices;
  await devices.waitForDevices(6);
  const site = { devices, recorder: 'DS-7608NI', camera: 'DS-2CD2385G1' };
  const found: string[] = [];
  for (const stop of tourStops) {
    await visit(stop, site, async () => {
      for (const theme of themes) {
        await setTheme(page, theme);
        // One dialog hides the rest from screen readers; then only that dialog is new.
        const dialog = page.getByRole('dialog');
        const isDialog = (await dialog.count()) > 0;
        const axe = new AxeBuilder({ page });
        const { violations } = await (isDialog ? axe.include('[role="dialog"]') : axe).analyze();
        for (const { id, nodes } of violations) {
          found.push(`${stop.name}, ${theme}: ${id}: ${nodes[0]?.html}`);
        }
      }
      await setTheme(page, 'light');
    });
  }
  expect(found).toEqual([]);
});
