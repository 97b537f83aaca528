import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EndedEarly, type StandIn, startStandIn } from '../electron/stand-in/start.ts';

// Whole processes are started here, on whatever else the machine is doing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('the Electron host as built, behind a stand-in', () => {
  let host: StandIn;
  let facts: Record<string, unknown>;

  beforeAll(async () => {
    host = await startStandIn({ args: ['--demo'] });
    facts = (await host.act('facts')) as Record<string, unknown>;
  }, 30_000);
  afterAll(() => host?.quit());

  test('opens one sandboxed window without Node in it', () => {
    expect(facts['isSandboxed']).toBe(true);
    expect(facts['isShown']).toBe(true);
    expect(facts['preferences']).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    });
    expect(facts['url']).toBe('app://untether/');
    expect(facts['privileged']).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test('keeps its own files beside the data, apart for training', () => {
    expect(facts['userData']).toBe(join(host.dataDir, 'training', 'window'));
  });

  test('shows the page three things and nothing else', () => {
    expect(facts['exposed']).toEqual(['untether']);
    expect(facts['bridge']).toEqual(['call', 'subscribe', 'hostInfo']);
    expect(facts['hostInfo']).toEqual({ host: 'electron', platform: process.platform });
    expect(facts['channels']).toEqual(['app:call']);
  });

  test('has keys for copying and leaves Ctrl+R to the page', () => {
    expect(facts['menu']).toContain('editMenu');
    expect(facts['menu']).not.toContain('reload');
  });

  test.each(['foreign', 'subframe', 'noFrame', 'strayed'])(
    'a caller that is %s gets nothing',
    async (caller) => {
      expect(await host.act(caller)).toMatchObject({
        ok: false,
        error: { code: 'auth.untrusted' },
      });
    },
  );

  test('serves the built page with its policy', async () => {
    expect(await host.act('page', 'app://untether/', 'GET')).toMatchObject({
      status: 200,
      body: expect.stringContaining('<html'),
      headers: {
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'x-content-type-options': 'nosniff',
      },
    });
  });

  test.each([
    ['app://untether/..%2f..%2fpackage.json', 403],
    ['app://untether/%2e%2e%5cpackage.json', 403],
    ['app://untether/nothing.js', 404],
    ['app://evil/index.html', 403],
  ])('%s answers %i', async (url, status) => {
    expect(await host.act('page', url, 'GET')).toMatchObject({ status });
  });

  test('goes nowhere else', async () => {
    expect(await host.act('open', 'https://evil.example/')).toEqual({ action: 'deny' });
    expect(await host.act('open', 'app://untether/')).toEqual({ action: 'deny' });
    expect(await host.act('navigate', 'https://evil.example/')).toBe(true);
    expect(await host.act('navigate', 'app://untether.evil.example/')).toBe(true);
    expect(await host.act('navigate', 'app://untether/#/settings')).toBe(false);
    expect(await host.act('redirect', 'app://untether/')).toBe(true);
    expect(await host.act('webview')).toBe(true);
  });

  test.each([
    ['https://evil.example/x.js', true],
    ['ws://192.168.1.64/', true],
    ['file:///etc/passwd', true],
    ['app://untether/assets/x.js', false],
    ['data:image/png;base64,', false],
    ['blob:app://untether/1', false],
  ])('a request for %s is cancelled: %s', async (url, cancel) => {
    expect(await host.act('request', url)).toEqual({ cancel });
  });

  test('grants the clipboard, notifications and a screen that stays on, and nothing else', async () => {
    for (const name of ['media', 'geolocation', 'clipboard-read', 'usb']) {
      expect([name, await host.act('permission', name)]).toEqual([name, [false, false]]);
    }
    for (const name of ['clipboard-sanitized-write', 'notifications', 'screen-wake-lock']) {
      expect([name, await host.act('permission', name)]).toEqual([name, [true, true]]);
    }
    expect(await host.act('device')).toBe(false);
  });

  test('a second start brings the window to the front', async () => {
    expect(await host.act('secondInstance')).toBe(1);
  });

  test('the page can stop listening', async () => {
    expect(await host.act('unsubscribe')).toBe(0);
  });
});

describe('how the Electron host starts and ends', () => {
  test('what was changed last is on the disk after it closes', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'untether-electron-'));
    try {
      const first = await startStandIn({ args: ['--demo'], dataDir });
      await first.call('sites.create', { name: 'Written last' });
      expect(await first.quit()).toBe(0);
      const second = await startStandIn({ args: ['--demo'], dataDir });
      const answer = await second.call('sites.list', {});
      await second.quit();
      expect(JSON.stringify(answer)).toContain('Written last');
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  test('a second instance ends at once and opens no data', async () => {
    const start = startStandIn({ env: { STAND_IN_LOCKED: '1' } });
    await expect(start).rejects.toMatchObject({ code: 0, errorBoxes: [] });
  });

  test('a data folder that refuses is said in plain words, with exit code 3', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'untether-electron-'));
    const file = join(dir, 'a-file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    const problem = await startStandIn({ dataDir: join(file, 'data') }).catch((error) => error);
    rmSync(dir, { recursive: true, force: true });
    expect(problem).toBeInstanceOf(EndedEarly);
    expect(problem.code).toBe(3);
    expect(problem.errorBoxes.join()).toContain('store.unwritable');
    expect(problem.stderr).toContain('Untether cannot start.');
    expect(problem.stderr).not.toMatch(/\n\s+at /);
  });
});
