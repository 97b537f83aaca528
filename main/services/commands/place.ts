import type { Reason } from '../../contract/job.ts';
import { serialKeyOf } from '../../domain/identity.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { SendTarget } from '../../ports/network.ts';
import { normalizeMac } from '../../protocol/mac.ts';
import type { SadpFields } from '../../protocol/sadp/fields.ts';
import type { SadpMessage } from '../../protocol/sadp/messages.ts';
import type { Sight } from './sight-book.ts';

/** How a device is reached now, from what it said of itself moments ago. */
export interface Place {
  readonly mac: string;
  readonly rawMac: string | null;
  readonly adapter: string;
  readonly target: SendTarget;
  /** Address its own datagrams come from. */
  readonly address: string;
  readonly fields: SadpFields;
}

export type PlaceResult =
  | { readonly ok: true; readonly place: Place }
  | { readonly ok: false; readonly reason: Reason; readonly detail: string };

/** A description younger than this needs no new question; discovery asks every 15 s. */
export const freshSightMs = 20_000;

export function isFresh(sight: Sight | null, now: number): sight is Sight & { fields: SadpFields } {
  return sight?.fields != null && Math.abs(now - sight.fieldsAt) <= freshSightMs;
}

/** The one MAC a device is addressed by. */
export function macOf(device: Readonly<Pick<DeviceRecord, 'nics'>>): string | null {
  const mac = device.nics[0]?.mac;
  return mac === undefined ? null : normalizeMac(mac);
}

/** Whether a description is of this device: one of its cards, or its serial. */
export function isOfDevice(
  message: Pick<SadpMessage, 'mac' | 'fields'>,
  device: Readonly<Pick<DeviceRecord, 'nics' | 'serial'>>,
): boolean {
  if (message.mac !== null && device.nics.some(({ mac }) => mac === message.mac)) return true;
  const serial = serialKeyOf(message.fields.serial ?? null);
  return serial !== null && serial === serialKeyOf(device.serial);
}

/** The adapter the device was last heard by; without one, the only adapter there is. */
export function adapterOf(
  sight: Sight | null,
  device: Readonly<Pick<DeviceRecord, 'via'>>,
  usable: readonly string[],
): string | null {
  const heardBy = sight?.adapter ?? null;
  if (heardBy !== null && usable.includes(heardBy)) return heardBy;
  const ways = [...device.via].sort((a, b) => b.lastAt - a.lastAt);
  const known = ways.find(({ adapter }) => adapter !== null && usable.includes(adapter));
  const [only, ...others] = usable;
  return known?.adapter ?? (others.length === 0 ? (only ?? null) : null);
}
