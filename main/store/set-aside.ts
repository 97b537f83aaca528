import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Db } from './sqlite.ts';

const logParts = ['-wal', '-shm'];
const keptBackups = 3;

/** `2025-03-01T08-15-30-123`: sorts by time and is a file name everywhere. */
function stamp(at: number): string {
  return new Date(at).toISOString().replace(/[:.]/g, '-').replace('Z', '');
}

/** The log files of a database that is still open; closing it may fold them into the damaged file. */
export type HeldLogs = ReadonlyMap<string, Uint8Array>;

export function holdLogs(path: string): HeldLogs {
  const held = new Map<string, Uint8Array>();
  for (const part of logParts) {
    if (existsSync(path + part)) held.set(part, readFileSync(path + part));
  }
  return held;
}

/**
 * Moves a damaged file out of the way, and its `-wal` and `-shm` as they were when it was found: a
 * repair may still read rows from them. Returns the new name; it is never an existing one.
 */
export function setAside(path: string, at: number, held: HeldLogs): string {
  const base = `${path}.damaged-${stamp(at)}`;
  let target = base;
  for (let count = 2; existsSync(target); count += 1) target = `${base}-${count}`;
  renameSync(path, target);
  for (const part of logParts) rmSync(path + part, { force: true });
  for (const [part, bytes] of held) writeFileSync(target + part, bytes);
  return target;
}

/** Writes a consistent copy beside the file before its shape changes; keeps the newest three. */
export function backUp(db: Db, path: string, options: { from: number; at: number }): string {
  const target = `${path}.before-${options.from}-${stamp(options.at)}`;
  db.prepare('VACUUM INTO ?').run(target);
  const folder = dirname(path);
  const prefix = `${basename(path)}.before-`;
  const old = readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .sort((a, b) => timeOf(a).localeCompare(timeOf(b)))
    .slice(0, -keptBackups);
  for (const name of old) rmSync(join(folder, name));
  return target;
}

function timeOf(name: string): string {
  return name.replace(/^.*\.before-\d+-/, '');
}
