import type { DeviceRow } from '../../../../../main/contract/device.ts';
import type { DeviceRef } from '../../../../../main/contract/job.ts';
import { maskMiddle } from '../../../components/privacy.ts';

/** "DS-2CD2043 · 123456789 · 192.168.1.64": how a run, a dialog and the live region name a device. */
export function refLabel(ref: DeviceRef, isPrivate = false): string {
  const serial = ref.shortSerial ?? ref.mac;
  return [
    ref.name,
    ref.model,
    serial !== null && isPrivate ? maskMiddle(serial) : serial,
    ref.address,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** Short enough to be spoken for each result. */
export function spokenLabel(ref: DeviceRef): string {
  return ref.name ?? ref.address ?? ref.shortSerial ?? ref.model ?? ref.mac ?? '';
}

export function rowAsRef(row: DeviceRow): DeviceRef {
  const { id, serial, shortSerial, model, name, mac, ipv4Address, bookHost } = row;
  // One that was only entered has nothing but where it should be.
  const address = ipv4Address ?? bookHost;
  return { id, serial, shortSerial, model, name, mac, address };
}
