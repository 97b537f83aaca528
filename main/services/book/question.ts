import type { BookEntry, BookQuestion, BookTest } from '../../contract/book.ts';
import { isSameSerial, macKeyOf, serialKeyOf } from '../../domain/identity.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Registry } from '../../domain/registry.ts';
import type { Sighting } from '../../domain/sighting.ts';
import { deviceRefOf } from '../jobs/values.ts';

/** Where devices are looked up by serial or MAC. */
export type Known = Pick<Registry, 'find' | 'record'>;
type Identity = { readonly serial: string | null; readonly mac: string | null };

/** Another record of the device that calls itself so: by serial, or by a MAC whose serial nobody read yet. */
export function holderOf(
  registry: Known,
  { serial, mac }: Identity,
  own: DeviceRecord['id'] | null,
): Readonly<DeviceRecord> | null {
  const key = serialKeyOf(serial);
  const byMac = recordOf(registry, macKeyOf(mac), own);
  const bySerial = recordOf(registry, key, own);
  if (bySerial !== null && key !== null && isOf(bySerial, key)) return bySerial;
  if (byMac === null) return null;
  const theirs = serialKeyOf(byMac.serial);
  return theirs === null || key === null || isSameSerial(theirs, key) ? byMac : null;
}

function recordOf(
  registry: Known,
  wanted: string | null,
  own: DeviceRecord['id'] | null,
): Readonly<DeviceRecord> | null {
  if (wanted === null) return null;
  const found = registry.find(wanted);
  const ids = found.kind === 'many' ? found.ids : found.kind === 'one' ? [found.id] : [];
  const [id] = ids.filter((each) => each !== own);
  return (id === undefined ? undefined : registry.record(id)) ?? null;
}

function isOf(record: Readonly<DeviceRecord>, key: string): boolean {
  const theirs = serialKeyOf(record.serial);
  return theirs !== null && isSameSerial(theirs, key);
}

/**
 * What a person has to say before what the last test read is believed. It follows from what is stored, so it
 * is the same question after a restart, and gone when it is settled.
 */
export function questionOf(registry: Known, record: Readonly<DeviceRecord>): BookQuestion | null {
  const test = record.book?.test ?? null;
  const identity = test?.identity ?? null;
  if (test === null || identity === null) return null;
  if (test.isSameDevice === false) return { kind: 'other-device', other: deviceRefOf(record) };
  const holder = holderOf(registry, identity, record.id);
  return holder === null ? null : { kind: 'same-serial', other: deviceRefOf(holder) };
}

/**
 * The test as a sighting, or `null` when it says nothing that is sure to be about this record: without its
 * serial whoever answers at an address may be another device by now.
 */
export function sightingOf(record: Readonly<DeviceRecord>, book: BookEntry): Sighting | null {
  const { test } = book;
  if (test === null || test.reach !== 'open') return null;
  const { identity } = test;
  const isAnonymous = record.serial === null && record.nics.length === 0;
  if (identity === null && !isAnonymous) return null;
  return {
    source: 'book',
    adapter: null,
    at: test.at,
    fromAddress: null,
    facts: { activated: test.activated, ...identityFacts(test) },
  };
}

function identityFacts({ identity, address }: BookTest): Sighting['facts'] {
  if (identity === null) return {};
  const { serial, model, mac, firmware } = identity;
  // An address alone would make it one with whatever else is met there.
  const isKnown = serialKeyOf(serial) !== null || macKeyOf(mac) !== null;
  return { serial, model, mac, firmware, ...(isKnown ? { ipv4Address: address } : {}) };
}
