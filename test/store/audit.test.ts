import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRng } from '../../main/simulator/rng.ts';
import { SqliteAuditStore } from '../../main/store/audit-store.ts';
import { canonicalJson } from '../../main/store/canonical.ts';
import type { AuditEntry, AuditStore } from '../../main/store/open.ts';
import { type Db, openDb } from '../../main/store/sqlite.ts';
import { failureOf, open, t0, tempFile, tempFolder } from './helpers.ts';

function entry(index: number): AuditEntry {
  return {
    at: t0 + index * 1000,
    ...{ user: 'ann', machine: 'laptop-3', host: 'cli', what: 'item.unbind begun' },
    jobId: index % 3 === 0 ? null : `job-${index % 5}`,
    device: `DS-2CD2385G1-I20200414AAWRE1111${1000 + index}`,
    params: {
      'before.ipv4Address': `192.168.1.${index}`,
      verdict: 'verified',
      attemptsLeft: index,
    },
  };
}

/** A file with `count` lines, closed. */
function filled(count: number): string {
  const path = tempFile();
  const { store } = open(path);
  store.acts.audit.append(Array.from({ length: count }, (_, index) => entry(index)));
  return path;
}

/** Without the triggers, as somebody would who edits the file by hand. */
function forced(path: string, run: (db: Db) => void): void {
  const db = openDb(path);
  for (const name of ['audit_keeps_lines', 'audit_keeps_all', 'audit_in_order']) {
    db.exec(`DROP TRIGGER ${name}`);
  }
  run(db);
  db.close();
}

function check(path: string): ReturnType<AuditStore['verify']> {
  return open(path).store.acts.audit.verify();
}

describe('the chain', () => {
  test('holds from the first line to the last, over several runs', () => {
    const path = filled(20);
    const { audit } = open(path).store.acts;
    expect(audit.verify()).toEqual({ isIntact: true, lines: 20, brokenAt: null });
    audit.append([entry(20)]);
    expect(audit.verify()).toEqual({ isIntact: true, lines: 21, brokenAt: null });
    expect(audit.list({ limit: 2 }).map(({ seq }) => seq)).toEqual([21, 20]);
    expect(audit.list({ jobId: 'job-1', limit: 100 }).every((one) => one.jobId === 'job-1')).toBe(
      true,
    );
  });

  test('is empty and whole at first', () => {
    expect(check(tempFile())).toEqual({ isIntact: true, lines: 0, brokenAt: null });
  });

  test('canonical JSON has one text for one value', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe(
      '{"b":[1,{"c":"x","d":null}]}',
    );
  });

  test('names the first line that was edited, deleted or put in', () => {
    const edits: readonly [string, number][] = [
      ["UPDATE audit SET user = 'bob' WHERE seq = 7", 7],
      ['UPDATE audit SET at = at + 1 WHERE seq = 1', 1],
      ['DELETE FROM audit WHERE seq = 12', 12],
      ['DELETE FROM audit WHERE seq > 15', 16],
      ["UPDATE audit SET params = replace(params, '{', '{ ') WHERE seq = 3", 3],
      [
        'INSERT INTO audit SELECT 21, at, user, machine, host, what, job_id, device, params, hash FROM audit WHERE seq = 20',
        21,
      ],
    ];
    for (const [sql, brokenAt] of edits) {
      const path = filled(20);
      forced(path, (db) => db.exec(sql));
      expect(check(path), sql).toMatchObject({ isIntact: false, brokenAt });
    }
  });

  test('1,000 random single-byte edits of lines are all found, at their line', () => {
    const path = filled(40);
    const db = openDb(path);
    for (const name of ['audit_keeps_lines', 'audit_keeps_all']) db.exec(`DROP TRIGGER ${name}`);
    const { audit } = open(path).store.acts;
    const rng = createRng(4711);
    const columns = [
      'user',
      'machine',
      'host',
      'what',
      'device',
      'params',
      'hash',
      'job_id',
    ] as const;
    for (let run = 0; run < 1000; run += 1) {
      const seq = rng.int(1, 40);
      const column = rng.pick(columns);
      const read = db.prepare(`SELECT CAST(${column} AS BLOB) FROM audit WHERE seq = ?`).pluck();
      const bytes = read.get(seq);
      if (!(bytes instanceof Uint8Array) || bytes.length === 0) continue;
      const at = rng.int(0, bytes.length - 1);
      const edited = Buffer.from(bytes);
      // Stays ASCII, so that the file itself is in order and only the chain can tell.
      edited[at] = ((edited[at] ?? 0) ^ (1 << rng.int(0, 6))) & 0x7f;
      const set = db.prepare(`UPDATE audit SET ${column} = CAST(? AS TEXT) WHERE seq = ?`);
      set.run(edited, seq);
      expect(audit.verify(), `${column} of ${seq}`).toMatchObject({
        isIntact: false,
        brokenAt: seq,
      });
      set.run(Buffer.from(bytes), seq);
    }
    expect(audit.verify().isIntact).toBe(true);
    db.close();
  });

  test('bytes of lines that are changed in the file itself are found too', () => {
    const path = filled(60);
    const db = openDb(path);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const whole = readFileSync(path);
    const rng = createRng(99);
    const target = `${tempFolder()}/copy.db`;
    const needle = Buffer.from('"before.ipv4Address"');
    const places: number[] = [];
    for (let at = whole.indexOf(needle); at !== -1; at = whole.indexOf(needle, at + 1))
      places.push(at);
    expect(places.length).toBeGreaterThanOrEqual(60);
    const rows = (from: Db): string => JSON.stringify(from.prepare('SELECT * FROM audit').all());
    const before = rows(openDb(path));
    let effective = 0;
    for (let run = 0; run < 200; run += 1) {
      const bytes = Buffer.from(whole);
      const at = rng.pick(places as [number, ...number[]]) + rng.int(0, 40);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << rng.int(0, 7));
      writeFileSync(target, bytes);
      const raw = openDb(target);
      // Pages keep old copies of lines in their free space; a byte there is no line's.
      const isLine = readOr(() => rows(raw)) !== before;
      const found = new SqliteAuditStore(raw, {
        path: target,
        transact: (work) => work(),
      }).verify();
      expect(found.isIntact, `byte ${at}`).toBe(!isLine);
      if (isLine) effective += 1;
      raw.close();
    }
    expect(effective).toBeGreaterThan(100);
  });
});

function readOr(read: () => string): string {
  try {
    return read();
  } catch (error) {
    return String(error);
  }
}

describe('two processes', () => {
  test('append in turns to one chain', () => {
    const path = tempFile();
    const one = open(path).store.acts.audit;
    const two = open(path).store.acts.audit;
    for (let index = 0; index < 30; index += 1)
      (index % 2 === 0 ? one : two).append([entry(index)]);
    expect(one.verify()).toEqual({ isIntact: true, lines: 30, brokenAt: null });
    expect(two.list({ limit: 1 })[0]?.seq).toBe(30);
  });

  test('what cannot be written is told by its own code', () => {
    const path = tempFile();
    const { audit } = open(path).store.acts;
    const db = openDb(path);
    db.exec('DROP TABLE audit_head');
    db.close();
    expect(failureOf(() => audit.append([entry(1)]))).toMatchObject({
      code: 'audit.unwritable',
      params: { path },
    });
  });
});
