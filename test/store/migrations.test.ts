import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkOrder, migrate, migrations, versionOf } from '../../main/store/migrations/index.ts';
import type { Migration } from '../../main/store/migrations/migration.ts';
import { backUp } from '../../main/store/set-aside.ts';
import { type Db, openDb } from '../../main/store/sqlite.ts';
import { failureOf, t0, tempFile } from './helpers.ts';

function database(path = ':memory:'): Db {
  const db = openDb(path);
  onTestFinished(() => {
    db.close();
  });
  return db;
}

/** A database as the version before `version` left it. */
function asBefore(version: number): Db {
  const db = database();
  migrate(db, { path: 'x', steps: migrations.filter((step) => step.version < version) });
  return db;
}

const latest = migrations.at(-1)?.version ?? 0;

const insertDevice = `
  INSERT INTO devices (id, site_id, serial_key, mac, data, created_at, first_seen_at, last_seen_at,
    name, note, kind, removed_at, edited_at)
  VALUES ('d1', 's1', 'SERIAL', '58:50:ed:00:00:0a', '{}', 1, 1, 2, 'Gate', NULL, NULL, NULL, 5)`;

describe('the steps', () => {
  test('rise strictly, by tens', () => {
    expect(migrations.map((step) => step.version)).toEqual([
      10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150,
    ]);
    expect(failureOf(() => checkOrder(migrations))).toBeNull();
  });

  test('a step out of order is refused before anything is touched', () => {
    const db = database();
    const late: Migration = { version: 20, what: 'again', sql: 'CREATE TABLE late (x)' };
    const steps = [...migrations, late];
    expect(String(failureOf(() => migrate(db, { path: 'x', steps })))).toContain(
      `migration 20 does not come after ${latest}`,
    );
    expect(versionOf(db)).toBe(0);
  });

  test('to 10: devices, and sightings that go with them', () => {
    const db = asBefore(10);
    expect(versionOf(db)).toBe(0);
    migrate(db, { path: 'x', steps: migrations.slice(0, 1) });
    db.pragma('foreign_keys = ON');
    db.exec(insertDevice);
    db.exec("INSERT INTO sightings VALUES ('d1', 'sadp', 'eth0', 1, 2, 3)");
    db.exec("DELETE FROM devices WHERE id = 'd1'");
    expect(db.prepare('SELECT count(*) FROM sightings').pluck().get()).toBe(0);
  });

  test('to 90: devices keep their rows and are not in the book', () => {
    const db = asBefore(90);
    db.exec(insertDevice);
    migrate(db, { path: 'x' });
    expect(db.prepare('SELECT name, book FROM devices').all()).toEqual([
      { name: 'Gate', book: null },
    ]);
  });

  test('to 20: devices keep their rows, sites and settings come', () => {
    const db = asBefore(20);
    db.exec(insertDevice);
    migrate(db, { path: 'x', steps: migrations.slice(0, 2) });
    expect(db.prepare('SELECT name, last_seen_at FROM devices').all()).toEqual([
      { name: 'Gate', last_seen_at: 2 },
    ]);
    db.exec("INSERT INTO sites VALUES ('s1', 'Hotel', 'hotel', 1)");
    expect(
      failureOf(() => db.exec("INSERT INTO sites VALUES ('s2', 'HOTEL', 'hotel', 2)")),
    ).toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' });
    db.exec("INSERT INTO settings VALUES ('theme', '\"dark\"')");
    db.exec("INSERT INTO layouts VALUES ('s1', '{}')");
  });

  test('to 30: sites and settings keep their rows, events come', () => {
    const db = asBefore(30);
    db.exec("INSERT INTO sites VALUES ('s1', 'Hotel', 'hotel', 1)");
    db.exec("INSERT INTO settings VALUES ('theme', '\"dark\"')");
    db.exec(insertDevice);
    migrate(db, { path: 'x', steps: migrations.slice(0, 3) });
    expect(versionOf(db)).toBe(30);
    expect(db.prepare('SELECT name FROM sites').pluck().all()).toEqual(['Hotel']);
    expect(db.prepare('SELECT value FROM settings').pluck().all()).toEqual(['"dark"']);
    db.exec("INSERT INTO events (device_id, at, kind, params) VALUES ('d1', 1, 'found', '{}')");
    expect(db.prepare('SELECT id FROM events').pluck().get()).toBe(1);
  });

  test('to 40: events keep their rows, jobs with their items come', () => {
    const db = asBefore(40);
    db.exec("INSERT INTO events (device_id, at, kind, params) VALUES ('d1', 1, 'found', '{}')");
    migrate(db, { path: 'x', steps: migrations.slice(0, 4) });
    expect(db.prepare('SELECT count(*) FROM events').pluck().get()).toBe(1);
    db.pragma('foreign_keys = ON');
    db.exec(`INSERT INTO jobs (id, kind, site_id, state, started_at, user, machine, host, parallel,
        is_one_by_one, is_waiting_for_internet)
      VALUES ('j1', 'unbind', 's1', 'running', 1, 'ann', 'laptop', 'cli', 8, 0, 1)`);
    db.exec(
      "INSERT INTO job_items VALUES ('j1', 0, 'd1', 'waiting', NULL, 0, 0, 0, 'null', 0, '{}')",
    );
    db.exec("DELETE FROM jobs WHERE id = 'j1'");
    expect(db.prepare('SELECT count(*) FROM job_items').pluck().get()).toBe(0);
  });

  test('to 50: jobs keep their rows, an audit comes that only grows', () => {
    const db = asBefore(50);
    migrate(db, { path: 'x', steps: migrations.slice(0, 5) });
    const line = (seq: number): string =>
      `INSERT INTO audit VALUES (${seq}, 1, 'ann', 'laptop', 'cli', 'x', NULL, NULL, '{}', 'h')`;
    db.exec(line(1));
    for (const sql of [
      "UPDATE audit SET user = 'bob'",
      'DELETE FROM audit',
      line(3),
      line(1).replace('INSERT', 'INSERT OR REPLACE'),
      'DELETE FROM audit_head',
      'UPDATE audit_head SET seq = 7',
    ]) {
      expect(
        failureOf(() => db.exec(sql)),
        sql,
      ).toMatchObject({
        code: 'SQLITE_CONSTRAINT_TRIGGER',
      });
    }
    db.exec(line(2));
    expect(db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(2);
  });

  test('to 60: the audit keeps its lines, locks come', () => {
    const db = asBefore(60);
    db.exec("INSERT INTO audit VALUES (1, 1, 'ann', 'laptop', 'cli', 'x', NULL, NULL, '{}', 'h')");
    migrate(db, { path: 'x', steps: migrations.slice(0, 6) });
    expect(versionOf(db)).toBe(60);
    db.exec(
      "INSERT INTO lockouts (device_key, salt, updated_at, revision) VALUES ('k', x'00', 1, 1)",
    );
    expect(db.prepare('SELECT possible, told_left FROM lockouts').all()).toEqual([
      { possible: 0, told_left: null },
    ]);
    expect(db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(1);
  });

  test('to 70: locks keep their rows, a vault comes that holds one of each', () => {
    const db = asBefore(70);
    db.exec(
      "INSERT INTO lockouts (device_key, salt, updated_at, revision) VALUES ('k', x'00', 1, 1)",
    );
    migrate(db, { path: 'x', steps: migrations.slice(0, 7) });
    expect(versionOf(db)).toBe(70);
    expect(db.prepare('SELECT count(*) FROM lockouts').pluck().get()).toBe(1);
    const row = (id: string, state: string, damagedAt = 'NULL'): string =>
      `INSERT INTO credentials VALUES ('${id}', 'device', 'sn:A', '${state}', 'k1', 1, x'00', x'00',
        1, 1, NULL, ${damagedAt})`;
    db.exec(row('c1', 'current'));
    for (const sql of [row('c2', 'current'), row('c2', 'rubbish')]) {
      expect(String(failureOf(() => db.exec(sql)))).toContain('constraint failed');
    }
    for (const sql of [row('c2', 'pending'), row('c3', 'aside'), row('c4', 'aside')]) db.exec(sql);
    db.exec(row('c5', 'current', '7'));
    const box = (key: string, retiredAt = 'NULL'): string =>
      `INSERT INTO vault_boxes VALUES ('os', 'os', '${key}', x'00', 1, 1, ${retiredAt})`;
    db.exec(box('k1'));
    expect(String(failureOf(() => db.exec(box('k2'))))).toContain('UNIQUE constraint failed');
    db.exec(box('k2', '5'));
  });

  test('to 100: devices keep their rows, notes of logins come', () => {
    const db = asBefore(100);
    db.exec(insertDevice);
    migrate(db, { path: 'x', steps: migrations.filter(({ version }) => version <= 100) });
    expect(versionOf(db)).toBe(100);
    db.exec("INSERT INTO login_notes (device_id, login) VALUES ('d1', 'proven')");
    expect(db.prepare('SELECT * FROM login_notes').all()).toEqual([
      {
        ...{ device_id: 'd1', pin: null, login: 'proven', login_at: null },
        ...{ is_on: null, health: null, checked_at: null },
      },
    ]);
    expect(db.prepare('SELECT count(*) FROM devices').pluck().get()).toBe(1);
  });

  test('to 110: a channel is what was read, and beside it what a person said', () => {
    const db = asBefore(110);
    db.exec(insertDevice);
    migrate(db, { path: 'x', steps: migrations.filter(({ version }) => version <= 110) });
    const put = (isPerson: number, device: string): string =>
      `INSERT INTO channel_links VALUES ('sn:R', 1, ${isPerson}, '${device}', NULL, NULL, 1)`;
    db.exec(put(0, 'sn:A'));
    db.exec(put(1, 'sn:B'));
    expect(String(failureOf(() => db.exec(put(1, 'sn:C'))))).toContain('UNIQUE constraint failed');
    expect(db.prepare('SELECT count(*) FROM devices').pluck().get()).toBe(1);
  });

  test('to 120: a device has one open case of a kind, a reminder is made once', () => {
    const db = asBefore(120);
    db.exec(
      "INSERT INTO sites (id, name, name_key, created_at) VALUES ('s1', 'Hotel', 'hotel', 1)",
    );
    migrate(db, { path: 'x', steps: migrations.filter((step) => step.version <= 120) });
    expect(db.prepare('SELECT name FROM sites').pluck().all()).toEqual(['Hotel']);
    db.pragma('foreign_keys = ON');
    const row = (id: string, isOpen: number): string =>
      `INSERT INTO cases VALUES ('${id}', 'reset-file', 's1', 'd1', 'sn:A', 'open', ${isOpen}, 1, '{}')`;
    db.exec(row('c1', 1));
    expect(failureOf(() => db.exec(row('c2', 1)))).toMatchObject({
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    });
    db.exec(row('c2', 0));
    const remind = "INSERT INTO reminders VALUES ('c1', 'file-warn', 'over', 5, NULL, NULL)";
    db.exec(remind);
    expect(String(failureOf(() => db.exec(remind)))).toContain('UNIQUE constraint failed');
    db.exec("INSERT INTO case_attachments VALUES ('c1', 'a1', x'00')");
    db.exec("DELETE FROM cases WHERE id = 'c1'");
    for (const table of ['reminders', 'case_attachments']) {
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    }
  });

  test('to 150: no wrong passphrase is counted yet, and there is one count only', () => {
    const db = asBefore(150);
    db.exec("INSERT INTO vault_boxes VALUES ('p', 'passphrase', 'k1', x'00', 1, 1, NULL)");
    migrate(db, { path: 'x', steps: migrations.filter((step) => step.version <= 150) });
    expect(db.prepare('SELECT * FROM vault_tries').all()).toEqual([
      { id: 1, wrong: 0, wait_ms: 0, from_at: 0 },
    ]);
    expect(
      String(failureOf(() => db.exec('INSERT INTO vault_tries VALUES (2, 0, 0, 0)'))),
    ).toContain('CHECK constraint failed');
    expect(db.prepare('SELECT count(*) FROM vault_boxes').pluck().get()).toBe(1);
  });

  test('a second run changes nothing', () => {
    const db = asBefore(999);
    const shape = () => db.prepare('SELECT sql FROM sqlite_master ORDER BY name').pluck().all();
    const shaped = shape();
    migrate(db, { path: 'x' });
    expect(shape()).toEqual(shaped);
  });

  test('a step that fails leaves the version before it, whole', () => {
    const db = asBefore(999);
    const bad: Migration = { version: 9990, what: 'bad', sql: 'CREATE TABLE half (x); NONSENSE' };
    expect(failureOf(() => migrate(db, { path: 'x', steps: [...migrations, bad] }))).not.toBeNull();
    expect(versionOf(db)).toBe(latest);
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half'").pluck().get()).toBe(
      0,
    );
  });
});

describe('the copy before a step', () => {
  const next: Migration = {
    version: latest + 10,
    what: 'next',
    sql: 'ALTER TABLE devices ADD COLUMN x TEXT',
  };

  function at(path: string): Db {
    const db = database(path);
    db.pragma('journal_mode = WAL');
    return db;
  }

  test('is made of a file that has rows, and holds them', () => {
    const path = tempFile();
    const db = at(path);
    migrate(db, { path });
    db.exec(insertDevice);
    const made: string[] = [];
    const steps = [...migrations, next];
    migrate(db, { path, steps, backUp: (from) => made.push(backUp(db, path, { from, at: t0 })) });
    expect(made.map((name) => basename(name))).toEqual([
      `untether.db.before-${latest}-2025-03-01T08-00-00-000`,
    ]);
    const copy = database(made[0] ?? '');
    expect(versionOf(copy)).toBe(latest);
    expect(copy.prepare('SELECT name FROM devices').pluck().all()).toEqual(['Gate']);
    expect(versionOf(db)).toBe(latest + 10);
  });

  test('is not made of a new file, nor when there is nothing to do', () => {
    const path = tempFile();
    const db = at(path);
    const refuse = () => {
      throw new Error('no copy wanted');
    };
    migrate(db, { path, backUp: refuse });
    migrate(db, { path, backUp: refuse });
    expect(versionOf(db)).toBe(latest);
  });

  test('the newest three are kept', () => {
    const path = tempFile();
    const db = at(path);
    migrate(db, { path });
    for (const day of [3, 1, 2, 5, 4]) {
      const from = day === 5 ? 10 : 30;
      backUp(db, path, { from, at: t0 + day * 86_400_000 });
    }
    const names = readdirSync(dirname(path)).filter((name) => name.includes('.before-'));
    expect(names.map((name) => name.slice(-14, -4)).sort()).toHaveLength(3);
    expect(names.sort()).toEqual([
      'untether.db.before-10-2025-03-06T08-00-00-000',
      'untether.db.before-30-2025-03-04T08-00-00-000',
      'untether.db.before-30-2025-03-05T08-00-00-000',
    ]);
    expect(join(dirname(path), 'untether.db')).toBe(path);
  });
});
