import { AppError } from '../../contract/errors.ts';
import type { JobItem, JobKind } from '../../contract/job.ts';
import type { JobStore } from '../../store/act-types.ts';
import type { Entry } from './entry.ts';
import { labelOf } from './values.ts';

/** Unfinished items of the same kind that another process holds. */
export function itemsElsewhere(
  store: JobStore,
  { kind, token }: { readonly kind: JobKind; readonly token: string },
): JobItem[] {
  return store
    .held()
    .filter((head) => head.kind === kind && head.owner !== null && head.owner.token !== token)
    .flatMap(({ id }) => store.get(id)?.items ?? [])
    .map(({ item }) => item)
    .filter(({ state }) => state !== 'done');
}

/**
 * The same twice on one device is a slip of the hand; jobs of different kinds simply take turns.
 * @throws AppError `job.busy`
 */
export function refuseBusy(
  entries: readonly Entry[],
  work: {
    readonly elsewhere: readonly JobItem[];
    readonly isBusyHere: (deviceId: string) => boolean;
  },
): void {
  const seen = new Set<string>();
  for (const { item } of entries) {
    const { id, serial } = item.device;
    const isElsewhere = work.elsewhere.some(
      ({ device }) => device.id === id || (serial !== null && device.serial === serial),
    );
    if (seen.has(id) || isElsewhere || work.isBusyHere(id)) {
      throw new AppError('job.busy', { device: labelOf(item.device) });
    }
    seen.add(id);
  }
}
