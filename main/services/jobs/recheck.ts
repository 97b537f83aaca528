import type { Job, JobItem } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { StoredItem, StoredJob } from '../../store/act-types.ts';
import { createCanceller } from '../lib/canceller.ts';
import { runPool } from '../lib/pool.ts';
import { entryOf } from './build.ts';
import { close, type Entry, openVerdicts } from './entry.ts';
import { type ItemTools, runItem } from './item-run.ts';
import type { JobLedger } from './ledger.ts';
import type { ItemOutcome, ItemRunner } from './types.ts';
import { toJob } from './view.ts';

export interface RecheckOptions {
  readonly job: StoredJob;
  readonly runner: ItemRunner;
  readonly tools: ItemTools;
  readonly ledger: JobLedger;
  readonly record: (entry: Entry) => DeviceRecord | undefined;
  readonly onChange: (job: Job) => void;
}

/** Reads the devices again whose outcome was open; sends no command and needs no password. */
export async function recheckJob(options: RecheckOptions): Promise<Job> {
  const { job, onChange } = options;
  const entries = job.items.map(entryOf);
  const view = (): Job =>
    toJob(
      job,
      entries.map(({ item }) => item),
      { isUndone: job.isUndone },
    );
  const open = entries.filter((entry) => isOpen(job.items[entry.position], entry.item));
  await runPool(open, { limit: job.parallel }, async (entry) => {
    await recheckOne(options, entry);
    onChange(view());
  });
  return view();
}

function isOpen(stored: StoredItem | undefined, { state, verdict }: JobItem): boolean {
  if (stored?.needsReread === true) return true;
  return state === 'done' && verdict !== null && openVerdicts.has(verdict);
}

async function recheckOne(options: RecheckOptions, entry: Entry): Promise<void> {
  const { runner, tools, ledger, job } = options;
  const device = options.record(entry);
  if (device === undefined) return;
  const { state } = entry.item;
  const outcome = await runItem(tools, {
    ...{ runner, entry, device, params: entry.storedParams, mode: 'reread', isOverride: false },
    jobId: job.id,
    signal: createCanceller().signal,
    password: () => null,
    gate: () => Promise.resolve('not-now'),
    mark: () => {
      throw new Error('a reread sends nothing');
    },
    onWord: () => undefined,
    onAnswered: () => undefined,
    onChange: () => undefined,
  });
  Object.assign(entry.item, { state, step: null });
  if (!isClearer(entry, outcome)) {
    ledger.save(job, entry);
    return;
  }
  const { verdict, reason, params = {}, rawResult = null, after = null, routes = [] } = outcome;
  Object.assign(entry.item, { rawResult, after: after ?? entry.item.after, routes: [...routes] });
  entry.needsReread = false;
  close(entry, { verdict, reason, at: tools.clock.now(), params: { ...params } });
  ledger.finished(job, [entry]);
}

/**
 * A reread that could not tell does not take back what was known, and where nothing was sent an unchanged
 * device is no failure of ours.
 */
function isClearer(
  { item, isSent }: Entry,
  outcome: ItemOutcome,
): outcome is Extract<ItemOutcome, { kind: 'done' }> {
  if (outcome.kind !== 'done') return false;
  if (!isSent && outcome.verdict === 'failed') return false;
  const isVague = outcome.verdict === 'unknown' || outcome.verdict === 'no-answer';
  return !isVague || item.verdict === null;
}
