import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { JobItem, PreflightLine } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { CredentialVault } from '../../ports/vault.ts';
import type { StoredItem } from '../../store/act-types.ts';
import type { Entry } from './entry.ts';
import { type ParamBook, splitParams } from './secret-book.ts';
import type { JobRequest } from './types.ts';
import { deviceRefOf, networkValuesOf } from './values.ts';

export const usualParallel = 8;
const maxParallel = 64;

export function parallelOf({ parallel, isOneByOne }: JobRequest): number {
  if (isOneByOne === true) return 1;
  return Math.max(1, Math.min(maxParallel, Math.floor(parallel ?? usualParallel)));
}

export function newEntry(
  position: number,
  record: Readonly<DeviceRecord>,
  { params, book }: { readonly params: unknown; readonly book: ParamBook },
): Entry {
  const { stored, isLossy } = splitParams(params);
  book.set(position, params, isLossy);
  const before = networkValuesOf(record);
  const item: JobItem = {
    device: deviceRefOf(record),
    state: 'waiting',
    step: null,
    verdict: null,
    reason: null,
    params: {},
    evidence: [],
    rawResult: null,
    attemptsLeft: null,
    lockedUntil: null,
    before,
    after: null,
    routes: [],
    startedAt: null,
    endedAt: null,
  };
  return entryOf({ position, item, params: stored, isLossy, isSent: false, needsReread: false });
}

/** Devices at one address are one chain: a failure there leaves unclear who answers. */
export function entryOf(stored: StoredItem): Entry {
  const { position, item, params, isLossy, isSent } = stored;
  // A sent item that nobody settled: however it came to that, it must never be sent again.
  const needsReread = stored.needsReread || (isSent && item.state !== 'done');
  return {
    ...{ position, item, isLossy, isSent, needsReread, storedParams: params },
    boot: stored.boot ?? null,
    phase: phaseOf(item, needsReread),
    chain: item.before?.ipv4Address ?? null,
    heldBack: null,
  };
}

function phaseOf(item: JobItem, needsReread: boolean): Entry['phase'] {
  if (needsReread) return 'waiting';
  if (item.state === 'done') return 'done';
  return item.state === 'waiting-internet' ? 'parked' : 'waiting';
}

/** Given for the device, given for all, or kept in the vault; those that have none are absent. */
export async function passwordsFor(
  entries: readonly Entry[],
  given: JobRequest['passwords'],
  vault: CredentialVault,
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (const { position, item } of entries) {
    const { id } = item.device;
    const own = given.byDevice?.[id] ?? given.all ?? (await vault.password(id));
    if (own !== null && own !== '') found.set(position, own);
  }
  return found;
}

/** The vault is locked and something is saved in it for the device. */
function isLockedAway(id: DeviceId, vault: CredentialVault): boolean {
  return vault.state() === 'locked' && (vault.hint?.(id) ?? null) !== null;
}

/** @throws AppError `job.needs-password`; `vault.locked` when unlocking would be enough */
export function requirePasswords(lacking: readonly Entry[], vault: CredentialVault): void {
  if (lacking.length === 0) return;
  if (lacking.every(({ item }) => isLockedAway(item.device.id, vault))) {
    throw new AppError('vault.locked', {});
  }
  throw new AppError('job.needs-password', { devices: lacking.length });
}

/** A device that is ready says when its saved password cannot be used. */
export function withVaultWord(line: PreflightLine, vault: CredentialVault): PreflightLine {
  const isMeant = line.light === 'ready' && line.reason === 'ready';
  return isMeant && isLockedAway(line.device.id, vault)
    ? { ...line, reason: 'vault-locked' }
    : line;
}
