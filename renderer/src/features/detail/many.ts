import type { DeviceFlag, DeviceRow } from '../../../../main/contract/device.ts';

export interface Counted<T> {
  readonly value: T;
  readonly count: number;
}

function countBy<T>(values: Iterable<T>): readonly Counted<T>[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

export interface ManySummary {
  readonly models: readonly Counted<string | null>[];
  readonly flags: readonly Counted<DeviceFlag>[];
  readonly offline: number;
  /** Online, without any flag. */
  readonly normal: number;
  /** Addresses that two or more of the selected devices have. */
  readonly conflicts: readonly Counted<string>[];
}

/** What the selected rows have in common and where they get in each other's way. */
export function summarise(rows: readonly DeviceRow[]): ManySummary {
  const here = rows.filter(({ presence }) => presence !== 'offline' && presence !== 'never');
  const addresses = here.map(({ ipv4Address }) => ipv4Address).filter((one) => one !== null);
  return {
    models: countBy(rows.map(({ model }) => model)),
    flags: countBy(here.flatMap(({ flags }) => flags)),
    offline: rows.length - here.length,
    normal: here.filter(({ flags }) => flags.length === 0).length,
    conflicts: countBy(addresses).filter(({ count }) => count > 1),
  };
}
