import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { silentLog } from '../../main/ports/log.ts';
import { migrations } from '../../main/store/migrations/index.ts';
import { openStore } from '../../main/store/open.ts';
import { checkRuntime, isDamage, openDb, storeError } from '../../main/store/sqlite.ts';
import { Core, failureOf, open, serialA, t0, tempFile, tempFolder } from './helpers.ts';

/** A closed database with some hundred devices. */
function filled(): string {
  const path = tempFile();
  const { store } = openStore({ path, now: () => t0, log: silentLog });
  const core = new Core(store);
  for (let index = 0; index < 400; index += 1) core.see({ serial: `${serialA}${index}` });
  core.flush();
  store.close();
  return path;
}

function asideOf(path: string): string[] {
  return readdirSync(dirname(path)).filter((name) => name.includes('.damaged-'));
}

const latest = migrations.at(-1)?.version;

describe('opening', () => {
  test('makes the folder and the file, with a first site that is current', () => {
    const path = join(tempFolder(), 'deep', 'er', 'untether.db');
    const { store, notice } = open(path);
    expect(notice).toBeNull();
    expect(store.sites.list()).toMatchObject([{ name: 'This site', isCurrent: true, devices: 0 }]);
  });

  test('sets the pragmas on the file', () => {
    const path = tempFile();
    open(path);
    const db = openDb(path);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('user_version', { simple: true })).toBe(latest);
    db.close();
  });

  test('in memory keeps nothing and writes no file', () => {
    const { store, notice } = open(':memory:');
    const core = new Core(store);
    core.see({ serial: serialA });
    core.flush();
    expect(store.devices.loadAll()).toHaveLength(1);
    expect(notice).toBeNull();
    expect(existsSync(':memory:')).toBe(false);
  });

  test('refuses a Node that would crash on the module', () => {
    expect(failureOf(() => checkRuntime({ napi: '9', node: '20.20.2' }))).toMatchObject({
      code: 'host.node-too-old',
      params: { found: '20.20.2', needed: '22.14' },
    });
    expect(failureOf(() => checkRuntime({ node: '18.0.0' }))).toMatchObject({
      code: 'host.node-too-old',
    });
    expect(failureOf(() => checkRuntime({ napi: '10', node: '22.14.0' }))).toBeNull();
  });

  test('refuses a file of a newer version and leaves it as it is', () => {
    const path = filled();
    const db = openDb(path);
    db.pragma('user_version = 9990');
    db.close();
    expect(failureOf(() => open(path))).toMatchObject({
      code: 'store.newer',
      params: { found: 9990, known: latest, path },
    });
    expect(asideOf(path)).toEqual([]);
  });

  test('a folder that cannot be made or written', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    const under = join(folder, 'file', 'untether.db');
    expect(failureOf(() => open(under))).toMatchObject({
      code: 'store.unwritable',
      params: { path: under },
    });
    const directory = join(folder, 'untether.db');
    mkdirSync(directory);
    expect(failureOf(() => open(directory))).toMatchObject({ code: 'store.unwritable' });
  });
});

describe('a damaged file', () => {
  const wounds: readonly (readonly [string, (path: string) => void])[] = [
    ['rubbish instead of a database', (path) => writeFileSync(path, 'not a database '.repeat(999))],
    ['a broken header', (path) => patch(path, 0, 'XXXXXXXXXXXXXXXX')],
    ['half of it', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['cut within a page', (path) => truncateSync(path, statSync(path).size - 1_500)],
    ['pages written over', (path) => patch(path, 3 * 4_096, 'x'.repeat(20 * 4_096))],
    ['no table left', (path) => run(path, 'DROP TABLE sightings')],
    ['a column missing', (path) => run(path, 'ALTER TABLE devices DROP COLUMN note')],
    ['another program’s tables', (path) => run(path, 'PRAGMA user_version = 0')],
  ];

  function patch(path: string, at: number, text: string): void {
    const bytes = readFileSync(path);
    bytes.write(text, at);
    writeFileSync(path, bytes);
  }

  function run(path: string, sql: string): void {
    const db = openDb(path);
    db.exec(sql);
    db.close();
  }

  test.each(wounds)('%s: set aside whole, a new one is used, and it is said', (_, wound) => {
    const path = filled();
    wound(path);
    const before = readFileSync(path);
    const { store, notice } = open(path);
    const aside = `${path}.damaged-2025-03-01T08-00-00-000`;
    expect(notice).toEqual({ code: 'store-damaged', params: { path: aside } });
    expect(readFileSync(aside).equals(before)).toBe(true);
    expect(store.devices.loadAll()).toEqual([]);
    const core = new Core(store);
    core.see({ serial: serialA });
    core.flush();
    expect(store.devices.loadAll()).toHaveLength(1);
  });

  test('its log files go with it as they were found', () => {
    const path = filled();
    const live = openStore({ path, now: () => t0, log: silentLog }).store;
    const core = new Core(live, 'b');
    core.see({ serial: 'FRESH-1' });
    core.flush();
    const copy = tempFile();
    for (const part of ['', '-wal', '-shm']) copyFileSync(path + part, copy + part);
    live.close();
    // Rows of the last minutes are in the log; the file itself is torn.
    const wal = readFileSync(`${copy}-wal`);
    writeFileSync(copy, 'torn');
    open(copy);
    const [aside, ...others] = asideOf(copy).sort();
    expect(aside).toBeDefined();
    expect(others).toContain(`${aside}-wal`);
    expect(readFileSync(join(dirname(copy), `${aside}-wal`)).equals(wal)).toBe(true);
  });

  test('two in the same moment get two names', () => {
    const path = filled();
    for (const text of ['one', 'two', 'three']) {
      writeFileSync(path, text.repeat(500));
      openStore({ path, now: () => t0, log: silentLog }).store.close();
    }
    expect(asideOf(path)).toHaveLength(3);
  });
});

describe('what SQLite says', () => {
  const sqlite = (code: string) => Object.assign(new Error(code), { code });

  test.each([
    ['SQLITE_BUSY', 'store.busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'store.busy'],
    ['SQLITE_FULL', 'store.disk-full'],
    ['SQLITE_READONLY_DIRECTORY', 'store.unwritable'],
    ['SQLITE_CANTOPEN', 'store.unwritable'],
    ['SQLITE_IOERR_WRITE', 'store.unwritable'],
  ])('%s is %s', (code, expected) => {
    expect(storeError(sqlite(code), '/x')).toMatchObject({
      code: expected,
      params: { path: '/x' },
      detail: code,
    });
  });

  test('anything else stays what it is', () => {
    const bug = sqlite('SQLITE_CONSTRAINT');
    expect(storeError(bug, '/x')).toBe(bug);
    const other = Object.assign(new Error('x'), { code: 'ENOENT' });
    expect(storeError(other, '/x')).toBe(other);
    expect(isDamage(other)).toBe(false);
    expect(isDamage('text')).toBe(false);
  });
});
