import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { findElectron } from '../../main/host/launch/electron-binary.ts';

const program = findElectron();
const isRoot = process.getuid?.() === 0;
const hasDisplay =
  process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];

test.skip(
  program === null,
  "Electron's program is not installed here (npm brings only its launcher); page.spec.ts and test/contract cover the built files",
);
test.skip(program !== null && !hasDisplay, 'no display for a window; run under xvfb-run');

test('the real window: sandboxed, three functions, a call, an event, a clean end', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'untether-window-'));
  const app = await _electron.launch({
    executablePath: program ?? '',
    args: [
      // Only this test may do that: Chromium refuses its sandbox to root.
      ...(isRoot ? ['--no-sandbox'] : []),
      resolve(import.meta.dirname, '../..'),
      '--demo',
      '--data-dir',
      dataDir,
    ],
  });
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole('row').nth(3)).toBeVisible({ timeout: 20_000 });
    const found = await page.evaluate(async () => ({
      bridge: Object.keys(window.untether ?? {}),
      hasNode: 'require' in window || 'process' in window,
      info: await window.untether?.call('app.info', {}),
    }));
    expect(found).toMatchObject({
      bridge: ['call', 'subscribe', 'hostInfo'],
      hasNode: false,
      info: { ok: true, data: { host: 'electron', isDemo: true, bytesOutsideLan: 0 } },
    });
    const event = await page.evaluate(
      () =>
        new Promise((done) => {
          window.untether?.subscribe(done);
          void window.untether?.call('discovery.probe', {});
        }),
    );
    expect(event).toMatchObject({ seq: expect.any(Number), name: expect.any(String) });
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
