import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGuideFiles } from '../../../main/adapters/node/guide-files.ts';
import { placesOf } from '../../../main/host/places.ts';
import { createMemoryLog } from '../../helpers/memory-log.ts';
import { guidesDir } from './library.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'untether-guides-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function source() {
  const log = createMemoryLog();
  return { log, files: createGuideFiles({ dir, log }) };
}

test('reads the guides of a language by name, and nothing else of the folder', async () => {
  mkdirSync(join(dir, 'en'));
  for (const name of ['b.md', 'a.md', 'README.md', 'a.txt']) {
    writeFileSync(join(dir, 'en', name), `text of ${name} è`);
  }
  const { files, log } = source();
  expect(await files.read('en')).toEqual([
    { id: 'a', text: 'text of a.md è' },
    { id: 'b', text: 'text of b.md è' },
  ]);
  expect(log.lines).toEqual([]);
});

test('a language without a folder has no guides; English without one is an error', async () => {
  const { files, log } = source();
  expect(await files.read('it')).toEqual([]);
  expect(await files.read('en')).toEqual([]);
  expect(log.lines.map(({ level }) => level)).toEqual(['info', 'error']);
});

test('what cannot be read or is too large is left out and logged; the others are there', async () => {
  mkdirSync(join(dir, 'en', 'folder.md'), { recursive: true });
  symlinkSync(join(dir, 'nowhere'), join(dir, 'en', 'broken.md'));
  writeFileSync(join(dir, 'en', 'large.md'), 'x'.repeat(300 * 1024));
  writeFileSync(join(dir, 'en', 'good.md'), 'good');
  const { files, log } = source();
  expect((await files.read('en')).map(({ id }) => id)).toEqual(['good']);
  expect(log.lines.map(({ level }) => level)).toEqual(['error', 'error', 'error']);
  expect(log.lines.map(({ fields }) => fields['code'] ?? 'large').sort()).toEqual([
    'EISDIR',
    'ENOENT',
    'large',
  ]);
});

test('from source the guides lie beside their reader, in a build beside the bundles', () => {
  const source = placesOf(new URL('../../../main/host/places.ts', import.meta.url).href);
  expect(source.guidesDir).toBe(guidesDir);
  const built = placesOf(new URL('../../../out/main/cli.js', import.meta.url).href);
  expect(built.guidesDir).toBe(join(source.root, 'out', 'guides'));
});
