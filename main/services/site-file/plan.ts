import type { DeviceId } from '../../contract/device.ts';
import type { SiteConflict } from '../../contract/report.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import {
  differencesOf,
  type FieldChoices,
  matcher,
  mergeRecords,
} from '../../domain/site-merge.ts';
import { deviceKeyOf } from '../commands/device-key.ts';
import { deviceRefOf } from '../jobs/values.ts';
import { isSame } from './same.ts';

export interface MergePlan {
  readonly added: readonly DeviceRecord[];
  /** Known ones in which something changes. */
  readonly changed: readonly DeviceRecord[];
  readonly conflicts: readonly SiteConflict[];
  /** The file's id of a device, and ours. */
  readonly ids: ReadonlyMap<string, DeviceId>;
}

export interface PlanRequest {
  readonly theirs: readonly DeviceRecord[];
  readonly mine: readonly Readonly<DeviceRecord>[];
  /** Where it goes. */
  readonly siteId: string;
  /** By device key. */
  readonly choices: Readonly<Record<string, FieldChoices>>;
  readonly newId: () => DeviceId;
}

/** What an import would do with the devices; changes nothing. */
export function planMerge({ theirs, mine, siteId, choices, newId }: PlanRequest): MergePlan {
  const known = new Map<DeviceId, DeviceRecord>(mine.map((record) => [record.id, { ...record }]));
  const taken = new Set<DeviceId>(known.keys());
  const touched = new Map<DeviceId, 'added' | 'changed'>();
  const conflicts: SiteConflict[] = [];
  const ids = new Map<string, DeviceId>();
  let find = matcher([...known.values()]);
  for (const record of theirs) {
    const match = find(record);
    if (match === null) {
      const id = taken.has(record.id) ? newId() : record.id;
      const added = { ...record, id, siteId, formerIds: [], revision: 1 };
      known.set(id, added);
      taken.add(id);
      touched.set(id, 'added');
      ids.set(record.id, id);
      find = matcher([...known.values()]);
      continue;
    }
    ids.set(record.id, match.id);
    const key = deviceKeyOf(record);
    const fields = differencesOf({ mine: match, theirs: record });
    if (fields.length > 0) {
      conflicts.push({ key, mine: deviceRefOf(match), theirs: deviceRefOf(record), fields });
    }
    const merged = mergeRecords({ mine: match, theirs: record }, choices[key] ?? {});
    merged.siteId = placeOf(match, record, siteId);
    if (isSame(merged, match)) continue;
    merged.revision = match.revision + 1;
    known.set(match.id, merged);
    if (touched.get(match.id) !== 'added') touched.set(match.id, 'changed');
    find = matcher([...known.values()]);
  }
  const of = (state: 'added' | 'changed') =>
    [...touched].flatMap(([id, each]) => (each === state ? (known.get(id) ?? []) : []));
  return { added: of('added'), changed: of('changed'), conflicts, ids };
}

/** A device is in one site. One of ours that stands in another goes along when they saw it last. */
function placeOf(
  mine: Readonly<DeviceRecord>,
  theirs: Readonly<DeviceRecord>,
  siteId: string,
): string {
  return (theirs.lastSeenAt ?? 0) > (mine.lastSeenAt ?? 0) ? siteId : mine.siteId;
}
