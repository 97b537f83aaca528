import type { DeviceRow } from '../../../../../main/contract/device.ts';
import type { RecoveryCase } from '../../../../../main/contract/recovery.ts';

type Value = string | boolean | null;
export type CompareField =
  | 'activated'
  | 'bootTime'
  | 'address'
  | 'dhcpEnabled'
  | 'firmware'
  | 'cloudEnabled'
  | 'cloudBound'
  | 'presence';

export interface CompareLine {
  readonly field: CompareField;
  readonly before: Value;
  /** `undefined`: the device is not in the list of this site. */
  readonly now: Value | undefined;
  readonly isChanged: boolean;
}

type Row = Pick<
  DeviceRow,
  | 'activated'
  | 'bootTime'
  | 'ipv4Address'
  | 'dhcpEnabled'
  | 'firmware'
  | 'cloudEnabled'
  | 'cloudBound'
  | 'presence'
>;

const fields: readonly CompareField[] = [
  'activated',
  'bootTime',
  'address',
  'dhcpEnabled',
  'firmware',
  'cloudEnabled',
  'cloudBound',
  'presence',
];

/** The device when the case was opened beside the device now. */
export function compare(before: RecoveryCase['before'], row: Row | undefined): CompareLine[] {
  return fields.map((field) => {
    const was = before[field];
    if (row === undefined) return { field, before: was, now: undefined, isChanged: false };
    const now = field === 'address' ? row.ipv4Address : row[field];
    // Not told then or now is no change: unknown is not a value.
    return { field, before: was, now, isChanged: was !== null && now !== null && was !== now };
  });
}
