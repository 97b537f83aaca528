import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';

export type Db = BetterSqlite3.Database;
export type Statement = BetterSqlite3.Statement;

/** better-sqlite3's prebuilt modules need it; with less, loading one ends the process without a word. */
const neededNapi = 10;
export const neededNode = '22.14';

export interface RuntimeVersions {
  readonly napi?: string | undefined;
  readonly node: string;
}

/** Refuses a Node that cannot load the module. Must stand before the first load. */
export function checkRuntime(versions: RuntimeVersions): void {
  if (Number(versions.napi ?? 0) >= neededNapi) return;
  throw new AppError('host.node-too-old', { found: versions.node, needed: neededNode });
}

/** Opens a file or `:memory:`; the module is loaded only here, after the check. */
export function openDb(path: string): Db {
  checkRuntime(process.versions);
  const require = createRequire(import.meta.url);
  const Database: typeof BetterSqlite3 = require('better-sqlite3');
  return new Database(path, { timeout: 5_000 });
}

/** SQLite's extended result code, `null` for any other error. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}

export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error) ?? '';
  return code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB');
}

/** The foreseeable failures of a write; anything else is passed on as it is. */
export function storeError(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === null) return error;
  const options = { cause: error, detail: code };
  if (code.startsWith('SQLITE_BUSY')) return new AppError('store.busy', { path }, options);
  if (code.startsWith('SQLITE_FULL')) return new AppError('store.disk-full', { path }, options);
  const isUnwritable = ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR', 'SQLITE_PERM'].some(
    (prefix) => code.startsWith(prefix),
  );
  return isUnwritable ? new AppError('store.unwritable', { path }, options) : error;
}

/** Several statements as one. A call inside another joins it. */
export type Transact = <T>(run: () => T) => T;

/**
 * `IMMEDIATE` takes the write lock at once, so that a second process waits instead of failing later.
 * `onRollback` lets caches forget what they believed to be written.
 */
export function transactOn(db: Db, path: string, onRollback: () => void): Transact {
  return (run) => {
    if (db.inTransaction) return run();
    try {
      return db.transaction(run).immediate();
    } catch (error) {
      onRollback();
      throw storeError(error, path);
    }
  };
}
