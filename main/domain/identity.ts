import { shortSerialOf } from '../contract/columns.ts';
import { normalizeMac } from '../contract/ip.ts';
import type { Sighting } from './sighting.ts';

/** Who a sighting says it is. Keys are normalised, `serial` is as told. */
export interface Claim {
  readonly serial: string | null;
  readonly serialKey: string | null;
  readonly mac: string | null;
  /** A MAC that came with it but answers for other addresses too, so it was not believed. */
  readonly sharedMac: string | null;
  /** Address told in the answer, else the one the answer came from. */
  readonly address: string | null;
}

const placeholderSerials = new Set(['N/A', 'NULL', 'NONE', 'UNKNOWN', 'DEFAULT', 'UNDEFINED']);

/** The longest that the vendor's own structure holds. */
const maxSerialLength = 128;

/** Upper case, trimmed; `null` for a placeholder, which would unite strangers. */
export function serialKeyOf(serial: string | null | undefined): string | null {
  if (serial === null || serial === undefined) return null;
  const key = serial.trim().toUpperCase();
  if (key.length < 5 || key.length > maxSerialLength) return null;
  if (placeholderSerials.has(key) || /^(.)\1*$/.test(key)) return null;
  return key;
}

const normalMac = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/;

/** Normalised, or `null` when it names no single card: zero, or the group bit set. */
export function macKeyOf(mac: string | null | undefined): string | null {
  if (mac === null || mac === undefined) return null;
  const key = normalMac.test(mac) ? mac : normalizeMac(mac);
  if (key === null || key === '00:00:00:00:00:00') return null;
  return '13579bdf'.includes(key.charAt(1)) ? null : key;
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** The same texts that `parseIpv4` takes, in one look: this runs for every answer. */
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** An address a device can be reached at; `0.0.0.0` means that it has none yet. */
export function addressKeyOf(address: string | null | undefined): string | null {
  if (address === null || address === undefined || address === '0.0.0.0') return null;
  return ipv4.test(address) ? address : null;
}

export function claimOf(sighting: Sighting): Claim {
  const { facts } = sighting;
  const serialKey = serialKeyOf(facts.serial);
  return {
    serial: serialKey === null ? null : (facts.serial ?? '').trim(),
    serialKey,
    mac: macKeyOf(facts.mac),
    sharedMac: null,
    address: addressKeyOf(facts.ipv4Address) ?? addressKeyOf(sighting.fromAddress),
  };
}

/** Who a device says it is, or is known to be. */
export interface Identity {
  readonly serial: string | null;
  readonly mac: string | null;
}

/**
 * Whether the device that tells `told` is the one with this serial; `null` when it tells nothing to go by.
 * Recorders leave the end `WCVU` of their serial out on some pages, so that end decides nothing.
 */
export function isExpectedDevice(
  told: Identity,
  { serial, macs }: { readonly serial: string | null; readonly macs: readonly string[] },
): boolean | null {
  const [theirs, ours] = [serialKeyOf(told.serial), serialKeyOf(serial)];
  if (theirs !== null && ours !== null) return isSameSerial(bare(theirs), bare(ours));
  const mac = macKeyOf(told.mac);
  // A device has several cards: one that is not known here speaks against nothing.
  return mac !== null && macs.includes(mac) ? true : null;
}

function bare(serialKey: string): string {
  return serialKey.replace(/WCVU$/, '');
}

/**
 * Whether two spellings name one serial, asked only when the MAC is the same: HTTP pages and old
 * firmware tell the last part of what SADP tells in full.
 */
export function isSameSerial(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long) return true;
  if (short.length < 8) return false;
  return long.endsWith(short) || shortSerialOf(long) === short;
}
