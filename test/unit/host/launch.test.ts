import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isBuildStale } from '../../../main/host/launch/build.ts';
import { reasonAgainstElectron } from '../../../main/host/launch/choose.ts';
import { fetchElectron, findElectron } from '../../../main/host/launch/electron-binary.ts';
import { runElectron } from '../../../main/host/launch/run-electron.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'untether-launch-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

/** A file that was changed some seconds after the first of all. */
function file(path: string, second: number): void {
  const full = join(dir, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '');
  utimesSync(full, 1000 + second, 1000 + second);
}

function settleFolders(...folders: readonly string[]): void {
  for (const folder of folders) utimesSync(join(dir, folder), 1001, 1001);
}

describe('whether to build', () => {
  beforeEach(() => {
    file('main/host/cli/index.ts', 1);
    file('renderer/src/App.tsx', 1);
    file('preload/index.ts', 1);
    for (const path of ['out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html']) {
      file(path, 10);
    }
    const folders = ['main', 'main/host', 'main/host/cli', 'renderer', 'renderer/src', 'preload'];
    settleFolders(...folders);
  });

  test('not when everything is newer than its sources', () => {
    expect(isBuildStale(dir)).toBe(false);
  });

  test('when a source changed since', () => {
    file('renderer/src/App.tsx', 20);
    expect(isBuildStale(dir)).toBe(true);
  });

  test('when a source went away', () => {
    file('main/host/cli/old.ts', 1);
    rmSync(join(dir, 'main/host/cli/old.ts'));
    expect(isBuildStale(dir)).toBe(true);
  });

  test('when a part of the result is missing', () => {
    rmSync(join(dir, 'out/preload'), { recursive: true });
    expect(isBuildStale(dir)).toBe(true);
  });

  test('not for a document', () => {
    file('main/docs/adr/0001.md', 20);
    settleFolders('main');
    expect(isBuildStale(dir)).toBe(false);
  });
});

describe('Electron or the browser', () => {
  const desk = { platform: 'linux', isRoot: false, hasDisplay: true } as const;

  test.each([
    [desk, false, null],
    [desk, true, '--web'],
    [{ ...desk, isRoot: true }, false, 'sandbox'],
    [{ ...desk, hasDisplay: false }, false, 'no display'],
    [{ ...desk, platform: 'win32', isRoot: true } as const, false, null],
    [{ ...desk, platform: 'darwin' } as const, false, null],
  ])('%j, web wanted %s: %s', (machine, isWeb, why) => {
    const reason = reasonAgainstElectron(machine, isWeb);
    if (why === null) expect(reason).toBeNull();
    else expect(reason).toContain(why);
  });

  test('its program is looked for, never asked for', () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dir);
    expect(findElectron()).toBeNull();
    const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
      process.platform as 'darwin'
    ];
    file(name ?? 'electron', 1);
    expect(findElectron()).toBe(join(dir, name ?? 'electron'));
  });

  test('nothing is fetched where that is forbidden, or in CI', async () => {
    vi.stubEnv('UNTETHER_NO_FETCH', '1');
    expect(await fetchElectron()).toBe('UNTETHER_NO_FETCH=1');
    vi.stubEnv('UNTETHER_NO_FETCH', '');
    vi.stubEnv('CI', 'true');
    expect(await fetchElectron()).toBe('this is a CI run');
  });
});

describe.skipIf(process.platform === 'win32')('running Electron', () => {
  function program(script: string): string {
    const path = join(dir, 'electron');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  test.each([
    ['exit 0', 0],
    // Our own word for a data folder that refuses: the browser would meet the same.
    ['exit 3', 3],
    ['exit 1', 'Electron ended at once (code 1)'],
    ['kill -TRAP $$', 'Electron ended at once (SIGTRAP)'],
  ])('%s gives %j', async (script, end) => {
    expect(await runElectron(program(script), [])).toBe(end);
  });

  test('a program that is not there is a reason, not a crash', async () => {
    expect(await runElectron(join(dir, 'none'), [])).toContain('Electron did not start');
  });

  test('its environment is not that of a Node', async () => {
    vi.stubEnv('ELECTRON_RUN_AS_NODE', '1');
    expect(await runElectron(program('test -z "$ELECTRON_RUN_AS_NODE"'), [])).toBe(0);
  });
});
