import { type NetworkKey, networkKeys, parseIpv4 } from '../../contract/ip.ts';
import type { JobItem, NetworkEdit, NetworkValues } from '../../contract/job.ts';
import { changedKeys, completeEdit, isSameValue, mergeEdit } from '../../domain/address-rules.ts';
import type { ItemContext } from '../jobs/types.ts';
import { adaptersFor } from '../lib/subnets.ts';
import type { RunnerParts } from './options.ts';
import { type Done, done } from './outcomes.ts';

export interface NetworkParams {
  /** Only what is to differ. */
  readonly edit: NetworkEdit;
}

/** What is waited for when the device is read back. */
export interface Wanted {
  readonly keys: readonly NetworkKey[];
  readonly values: NetworkValues;
  /** With DHCP any other address than the one before shows that it was taken. */
  readonly before: NetworkValues;
}

export function wantedFrom({ edit: given }: NetworkParams, before: NetworkValues): Wanted {
  const edit = completeEdit(given, before);
  const keys = changedKeys(edit, before);
  return { keys, values: mergeEdit(before, edit), before };
}

/** Somebody else at the new address: by the list, and by asking the wire where that can be asked. */
export async function takenBy(
  { holder, subnets }: RunnerParts,
  { commands, device, note, step }: ItemContext<NetworkParams>,
  { keys, next }: { readonly keys: readonly NetworkKey[]; readonly next: NetworkValues },
): Promise<Done | null> {
  const address = next.ipv4Address;
  if (!keys.includes('ipv4Address') || next.dhcpEnabled === true || address === null) return null;
  const known = holder(address, device.id);
  if (known !== null) return taken(address, known);
  if (adaptersFor(address, subnets()).length === 0) return null;
  step('resolving');
  const mac = await commands.whoHas(address);
  if (mac === null || device.nics.some((nic) => nic.mac === mac)) return null;
  note(`${address} answers on the wire: ${mac}`);
  return taken(address, mac);
}

function taken(address: string, by: string): Done {
  return done('skipped', 'address-taken', { params: { address, by } });
}

/** What there is to put back: `null` while the device shows the values it had. */
export function changedValues(
  { before }: Wanted,
  seen: NetworkValues | null,
): NetworkValues | null {
  if (seen === null) return null;
  const isChanged = networkKeys.some(
    (key) => seen[key] !== null && !isSameValue(key, seen[key], before[key]),
  );
  return isChanged ? seen : null;
}

export function paramsOf({ before }: Wanted, seen: NetworkValues | null): JobItem['params'] {
  const from = before.ipv4Address;
  return seen === null ? { from } : { from, address: seen.ipv4Address };
}

export function hasMoved({ before }: Wanted, values: NetworkValues | null): boolean {
  const address = values?.ipv4Address ?? null;
  return address !== null && address !== before.ipv4Address;
}

/** With DHCP the address is the server's choice: that it is on, or that the device moved, is enough. */
export function isTaken(wanted: Wanted, values: NetworkValues): boolean {
  const { keys, values: next } = wanted;
  if (next.dhcpEnabled !== true) return keys.every((key) => isShownAs(key, next, values));
  const others = keys.filter((key) => !leased.has(key));
  const isOn = values.dhcpEnabled === true || hasMoved(wanted, values);
  return (
    (isOn || !keys.includes('dhcpEnabled')) && others.every((key) => isShownAs(key, next, values))
  );
}

/** What a DHCP server decides, or what DHCP is itself. */
const leased: ReadonlySet<NetworkKey> = new Set([
  'ipv4Address',
  'ipv4Mask',
  'ipv4Gateway',
  'dhcpEnabled',
]);

/** A value the answer leaves out proves nothing, unless it is a flag old firmware never tells. */
function isShownAs(key: NetworkKey, next: NetworkValues, values: NetworkValues): boolean {
  if (key === 'dhcpEnabled' && values.dhcpEnabled === null) {
    return parseIpv4(values.ipv4Address ?? '') !== null && values.ipv4Address === next.ipv4Address;
  }
  return isSameValue(key, next[key], values[key]);
}
