import type { Device } from '../../../contract/device.ts';
import type { DeviceRef } from '../../../contract/job.ts';
import { printable } from '../width.ts';

/** A device as runs name it. */
export function refOf(device: Device): DeviceRef {
  const { id, serial, shortSerial, model, name, mac, ipv4 } = device;
  return { id, serial, shortSerial, model, name, mac, address: ipv4.address };
}

/** How a device is called where it is about to be changed: name, model, end of the serial, address. */
export function refLabel({ name, model, shortSerial, mac, address }: DeviceRef): string {
  const parts = [name, model, shortSerial ?? mac, address];
  // Devices write these texts, and they go to a terminal.
  return printable(parts.filter((part) => part !== null && part !== '').join(' · '));
}

/** The shortest sign that tells it apart. */
export function refSign({ name, shortSerial, mac, address, id }: DeviceRef): string {
  return printable(name ?? shortSerial ?? mac ?? address ?? id);
}
