import { AppError } from '../../contract/errors.ts';
import type { Db } from '../sqlite.ts';
import { devices } from './0010-devices.ts';
import { sitesSettings } from './0020-sites-settings.ts';
import { events } from './0030-events.ts';
import { jobs } from './0040-jobs.ts';
import { audit } from './0050-audit.ts';
import { lockouts } from './0060-lockouts.ts';
import { vault } from './0070-vault.ts';
import { siteAuthorised } from './0080-site-authorised.ts';
import { book } from './0090-book.ts';
import { loginNotes } from './0100-login-notes.ts';
import { channelLinks } from './0110-channel-links.ts';
import { cases } from './0120-cases.ts';
import { chooser } from './0130-chooser.ts';
import { transfers } from './0140-transfers.ts';
import { vaultTries } from './0150-vault-tries.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  devices,
  sitesSettings,
  events,
  jobs,
  audit,
  lockouts,
  vault,
  siteAuthorised,
  book,
  loginNotes,
  channelLinks,
  cases,
  chooser,
  transfers,
  vaultTries,
];

/** Throws when the table is not in strictly rising order: a step between two old ones would never run. */
export function checkOrder(steps: readonly Migration[]): void {
  let before = 0;
  for (const step of steps) {
    if (step.version <= before) {
      throw new Error(`migration ${step.version} does not come after ${before}`);
    }
    before = step.version;
  }
}

export function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

export interface MigrateOptions {
  readonly path: string;
  readonly steps?: readonly Migration[];
  /** Called once before the first step when the file already has a version. */
  readonly backUp?: (from: number) => void;
}

/**
 * Brings the file up to the last step, each step in a transaction of its own. Two processes that start
 * together take turns: the version is read again under the write lock. Throws `store.newer`.
 */
export function migrate(db: Db, options: MigrateOptions): void {
  const steps = options.steps ?? migrations;
  checkOrder(steps);
  const known = steps.at(-1)?.version ?? 0;
  const found = versionOf(db);
  if (found > known) throw new AppError('store.newer', { found, known, path: options.path });
  if (found > 0 && found < known) options.backUp?.(found);
  for (const step of steps) {
    db.transaction(() => {
      if (versionOf(db) >= step.version) return;
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}
