import { describe, expect, test } from 'vitest';
import type { BookEntry } from '../../main/contract/book.ts';
import { openDb } from '../../main/store/sqlite.ts';
import { Core, open, serialA, stored, t0, tempFile } from './helpers.ts';

const entry: BookEntry = {
  ...{ host: 'cam.example.lan', httpPort: 443, isTls: true, commandPort: 8000, userName: 'admin' },
  ...{ origin: 'typed', addedAt: t0, pin: 'a'.repeat(64), isBasicAllowed: false, test: null },
};

function withEntry(): { path: string; core: Core; id: ReturnType<Core['see']> } {
  const path = tempFile();
  const core = new Core(open(path).store);
  const id = core.see({ serial: serialA });
  core.registry.setBook(id, entry, t0);
  core.flush();
  return { path, core, id };
}

describe('an entry of the book in the file', () => {
  test('comes back as it was, and goes when it is forgotten', () => {
    const { path, core, id } = withEntry();
    expect(stored(open(path).store, id)?.book).toEqual(entry);
    core.registry.setBook(id, null, t0 + 1);
    core.flush();
    expect(stored(open(path).store, id)?.book).toBeNull();
  });

  test('is not taken away by another process that only heard the device', () => {
    const path = tempFile();
    const one = new Core(open(path).store);
    const id = one.see({ serial: serialA });
    one.flush();
    const other = new Core(open(path).store);
    one.registry.setBook(id, entry, t0);
    one.flush();
    other.see({ serial: serialA, model: 'DS-2CD2385G1-I' }, 15_000);
    other.flush();
    expect(stored(open(path).store, id)).toMatchObject({
      book: entry,
      sources: { sadp: { facts: { model: 'DS-2CD2385G1-I' } } },
    });
  });

  test('whose last test cannot be read keeps the way to the device', () => {
    const { path, id } = withEntry();
    const db = openDb(path);
    const spoil = (value: string) => db.prepare('UPDATE devices SET book = ?').run(value);
    spoil(JSON.stringify({ ...entry, test: { at: 'yesterday' } }));
    expect(stored(open(path).store, id)?.book).toEqual(entry);
    spoil('{');
    expect(stored(open(path).store, id)).toMatchObject({ book: null, serial: serialA });
    db.close();
  });
});
