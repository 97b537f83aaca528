import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openDb } from '../../main/store/sqlite.ts';
import { open, tempFile } from './helpers.ts';

const line = z.object({
  flushed: z.array(z.tuple([z.string(), z.number()])),
  events: z.number(),
});

interface Acknowledged {
  /** Last flushed port of each serial. */
  readonly ports: Map<string, number>;
  events: number;
  flushes: number;
}

/** Runs the child on the file for `lifeMs` after its first word, then kills it without warning. */
async function runAndKill(path: string, run: number, lifeMs: number, known: Acknowledged) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'kill-nine-child.ts'), path, String(run)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const closed = once(lines, 'close');
  const started = once(lines, 'line');
  lines.on('line', (text) => {
    const { flushed, events } = line.parse(JSON.parse(text));
    for (const [serial, port] of flushed) known.ports.set(serial, port);
    known.events += events;
    if (flushed.length > 0) known.flushes += 1;
  });
  await started;
  await sleep(lifeMs);
  child.kill('SIGKILL');
  await Promise.all([ended, closed]);
}

/** Different each time, and repeatable: the golden ratio spreads the moments evenly. */
function lifeOf(run: number): number {
  return 20 + Math.round(((run * 0.618_034) % 1) * 480);
}

const runs = Number(process.env['KILL_NINE_RUNS'] ?? 20);

describe('killed at any moment', () => {
  test(`${runs} times: what was flushed is there, and the file is whole`, async () => {
    const path = tempFile();
    const known: Acknowledged = { ports: new Map(), events: 0, flushes: 0 };
    for (let run = 0; run < runs; run += 1) {
      await runAndKill(path, run, lifeOf(run), known);
      const db = openDb(path);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
    }
    const { store, notice } = open(path);
    expect(notice).toBeNull();
    const records = store.devices.loadAll();
    const ports = new Map(
      records.map((record) => [record.serial, record.sources.sadp?.facts.httpPort]),
    );
    // A flush that was committed but not yet told may have brought newer values; none may be missing.
    const missing = [...known.ports.keys()].filter((serial) => !ports.has(serial));
    expect(missing).toEqual([]);
    expect(new Set(records.map((record) => record.serial)).size).toBe(records.length);
    expect(known.flushes).toBeGreaterThan(runs / 4);
    expect(known.ports.size).toBeGreaterThan(0);
  }, 120_000);

  test('the values of the last told flush are the ones in the file', async () => {
    const path = tempFile();
    const known: Acknowledged = { ports: new Map(), events: 0, flushes: 0 };
    await runAndKill(path, 0, 900, known);
    const db = openDb(path);
    const events = Number(db.prepare('SELECT count(*) FROM events').pluck().get());
    db.close();
    const stored = new Map(
      open(path)
        .store.devices.loadAll()
        .map((record) => [record.serial, record.sources.sadp?.facts.httpPort ?? -1]),
    );
    expect(known.flushes).toBeGreaterThanOrEqual(2);
    // The counter only rises within one run, so a newer flush can only have a larger value.
    for (const [serial, port] of known.ports)
      expect(stored.get(serial)).toBeGreaterThanOrEqual(port);
    expect(events).toBeGreaterThanOrEqual(known.events);
  }, 30_000);
});
