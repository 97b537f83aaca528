import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dataDirOf } from '../../../main/host/data-dir.ts';
import { placesOf } from '../../../main/host/places.ts';

const linux = { env: {}, platform: 'linux', home: '/home/ann' } as const;

describe('the data folder', () => {
  test.each([
    [linux, '/home/ann/.local/share/untether'],
    [{ ...linux, env: { XDG_DATA_HOME: '/data' } }, '/data/untether'],
    [{ ...linux, env: { XDG_DATA_HOME: 'data' } }, '/home/ann/.local/share/untether'],
    [
      { ...linux, platform: 'darwin', home: '/Users/ann' } as const,
      '/Users/ann/Library/Application Support/Untether',
    ],
    [
      { platform: 'win32', home: 'C:\\Users\\ann', env: {} } as const,
      'C:\\Users\\ann\\AppData\\Roaming\\Untether',
    ],
    [
      { platform: 'win32', home: 'C:\\Users\\ann', env: { APPDATA: 'D:\\Roaming' } } as const,
      'D:\\Roaming\\Untether',
    ],
    [{ ...linux, env: { UNTETHER_DATA_DIR: '/mnt/site' } }, '/mnt/site'],
    [{ ...linux, env: { UNTETHER_DATA_DIR: '/mnt/site' }, wanted: '/other' }, '/other'],
    [{ ...linux, env: { UNTETHER_DATA_DIR: '' } }, '/home/ann/.local/share/untether'],
  ])('%j is %s', (question, dir) => {
    expect(dataDirOf(question)).toBe(dir);
  });
});

describe('where the parts are', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const at = (path: string) => pathToFileURL(join(root, path)).href;

  test('from source the thread is the source file, and it is there', () => {
    const { workerUrl, version } = placesOf(at('main/host/runtime.ts'));
    expect(statSync(fileURLToPath(workerUrl)).isFile()).toBe(true);
    expect(workerUrl.pathname).toMatch(/\/main\/adapters\/node\/udp-worker\.ts$/);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });

  test.each(['out/main/cli.js', 'out/main/chunks/runtime-x.js'])(
    'from the bundle (%s) it is the bundle',
    (path) => {
      const places = placesOf(at(path));
      expect(places.workerUrl.pathname).toMatch(/\/out\/main\/udp-worker\.js$/);
      expect(places.rendererDir).toBe(join(root, 'out', 'renderer'));
      expect(places.preload).toBe(join(root, 'out', 'preload', 'index.cjs'));
    },
  );

  test('a module that stands elsewhere is told so', () => {
    expect(() => placesOf('file:///nowhere/cli.js')).toThrow('no package.json of untether');
  });
});
