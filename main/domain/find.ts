import { shortSerialOf } from '../contract/columns.ts';
import type { DeviceId } from '../contract/device.ts';
import { normalizeMac, parseIpv4 } from '../contract/ip.ts';
import type { FindResult } from './outcome.ts';
import type { Entry, Roster } from './roster.ts';

const shortestTail = 4;

/**
 * Finds by serial, by a unique tail of it of four characters or more, by MAC in any spelling, or by the
 * saved name. Never by an address: two devices may share it.
 */
export function findDevice(roster: Roster, wanted: string): FindResult {
  const text = wanted.trim().toUpperCase();
  if (text === '' || parseIpv4(text) !== null) return { kind: 'none' };
  const exact = roster.bySerial.get(text);
  if (exact !== undefined) return { kind: 'one', id: exact.id };
  const ids = new Set<DeviceId>();
  for (const entry of roster.withMac(normalizeMac(text))) ids.add(entry.id);
  for (const entry of roster.entries.values()) {
    if (isNamed(entry, text) || hasTail(entry, text)) ids.add(entry.id);
  }
  const [only, second] = ids;
  if (only === undefined) return { kind: 'none' };
  return second === undefined ? { kind: 'one', id: only } : { kind: 'many', ids: [...ids] };
}

function isNamed(entry: Entry, text: string): boolean {
  return entry.record.name?.trim().toUpperCase() === text;
}

function hasTail(entry: Entry, text: string): boolean {
  const { serial } = entry.keys;
  if (serial === null || text.length < shortestTail) return false;
  if (serial.endsWith(text)) return true;
  // A recorder's serial ends in letters ("...123456789WCVU"), but people read out the digits.
  return serial.charAt(serial.length - 1) > '9' && shortSerialOf(serial).endsWith(text);
}
