import type {
  DeviceFlag,
  DeviceKind,
  DeviceRow,
  Presence,
  Vendor,
} from '../../../../../main/contract/device.ts';

// Written out once more because the contract's lists stand beside zod, which the screen does not load.
export const deviceFlagNames = [
  'duplicate-address',
  'inactive',
  'locked',
  'other-subnet',
  'unreachable',
  'default-address',
] as const satisfies readonly DeviceFlag[];

export const presenceNames = [
  'online',
  'stale',
  'offline',
  'never',
] as const satisfies readonly Presence[];

export const vendorNames = [
  'hikvision',
  'ezviz',
  'oem',
  'other',
  'unknown',
] as const satisfies readonly Vendor[];

export const kindNames = [
  'camera',
  'recorder',
  'intercom',
  'panel',
  'unknown',
] as const satisfies readonly DeviceKind[];

export const loginNames = ['proven', 'refused', 'untested'] as const satisfies readonly NonNullable<
  DeviceRow['login']
>[];

export const healthNames = ['problem', 'attention', 'ok'] as const satisfies readonly NonNullable<
  DeviceRow['health']
>[];
