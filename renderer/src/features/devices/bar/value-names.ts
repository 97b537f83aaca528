import type { DeviceFlag, DeviceRow } from '../../../../../main/contract/device.ts';

/** In the order in which a filter offers them; the contract's own order says nothing to a reader. */
export const deviceFlagNames = [
  'duplicate-address',
  'inactive',
  'locked',
  'other-subnet',
  'unreachable',
  'default-address',
] as const satisfies readonly DeviceFlag[];

export const healthNames = ['problem', 'attention', 'ok'] as const satisfies readonly NonNullable<
  DeviceRow['health']
>[];
