import { serialKeyOf } from '../../domain/identity.ts';
import type { DeviceRecord } from '../../domain/record.ts';

/**
 * One name of a device for every process on this data folder: two of them may know one device by
 * different ids, but both read the same serial on the wire.
 */
export function deviceKeyOf(
  device: Readonly<Pick<DeviceRecord, 'id' | 'serial' | 'nics'>>,
): string {
  const serial = serialKeyOf(device.serial);
  if (serial !== null) return `sn:${serial}`;
  const mac = device.nics[0]?.mac;
  return mac === undefined ? `id:${device.id}` : `mac:${mac}`;
}
