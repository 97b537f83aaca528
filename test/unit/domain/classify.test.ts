import { describe, expect, test } from 'vitest';
import type { DeviceFacts, DeviceKind, Vendor } from '../../../main/contract/device.ts';
import { kindOfModel, kindOfType } from '../../../main/domain/classify.ts';
import { macPrefixCount, macPrefixHint } from '../../../main/domain/mac-prefixes.ts';
import type { SightingOptions } from './helpers.ts';
import { newRegistry, see, sight } from './helpers.ts';

const models: readonly (readonly [string, DeviceKind])[] = [
  ['DS-2CD2385G1-I', 'camera'],
  ['DS-2DE2A404IW-DE3', 'camera'],
  ['DS-2TD2617-3/PA', 'camera'],
  ['DS-2SE4C425MWG-E/26', 'camera'],
  ['DS-2XE6482F-IZHRS', 'camera'],
  ['iDS-2CD7A46G0/P-IZHS', 'camera'],
  ['iDS-TCM203-A', 'camera'],
  ['DS-I200', 'camera'],
  ['ECI-D14F2', 'camera'],
  ['IPC-B640H', 'camera'],
  ['DS-7616NI-K2/16P', 'recorder'],
  ['DS-8664NI-I8', 'recorder'],
  ['DS-9632NI-I8', 'recorder'],
  ['iDS-7208HQHI-M1/S', 'recorder'],
  ['iDS-9632NXI-I8', 'recorder'],
  ['DS-E04HGHI-B', 'recorder'],
  ['DS-M5504HNI', 'recorder'],
  ['DS-N204', 'recorder'],
  ['ERI-K104-P4', 'recorder'],
  ['NVR-104MH-D', 'recorder'],
  ['HWN-2108MH', 'recorder'],
  ['DS-KH6320-WTE1', 'intercom'],
  ['DS-KV8113-WME1', 'intercom'],
  ['DS-KD8003-IME1', 'intercom'],
  ['DS-KB8113-IME1', 'intercom'],
  ['DS-KIS604-S', 'intercom'],
  ['DS-K1T671TM-3XF', 'intercom'],
  ['DS-K1A340FWX', 'intercom'],
  ['DS-K2604T', 'panel'],
  ['DS-PWA64-L-WE', 'panel'],
  ['DS-PHA64-LP', 'panel'],
  ['DS-PM1-O1L-WE', 'unknown'],
  ['DS-19A08-01BNG', 'panel'],
  ['CS-C6N-A0-1C2WFR', 'camera'],
  ['CS-X5S-8P', 'recorder'],
  ['CS-DB1C-A0', 'intercom'],
  ['CS-A1S-32WG', 'panel'],
  // The families whose reset button the knowledge base tells of.
  ['DS-2CD2043G2-I', 'camera'],
  ['DS-2CD2347G2-LU', 'camera'],
  ['DS-2CD2143G2-I', 'camera'],
  ['DS-2CD2T47G2-L', 'camera'],
  ['DS-2CD2443G2-IW', 'camera'],
  ['DS-2CV2U21FD-IW', 'camera'],
  ['DS-7104NI-Q1', 'recorder'],
  ['DS-7204HGHI-K1', 'recorder'],
  ['DS-KB6403-WIP', 'intercom'],
  ['DS-PWA96-M-WE', 'panel'],
  ['DS-3E0505P-E', 'unknown'],
  ['Thermostat 3', 'unknown'],
  ['', 'unknown'],
];

describe('kind by model', () => {
  test.each(models)('%s is a %s', (model, kind) => {
    expect(kindOfModel({ model })).toBe(kind);
    expect(kindOfModel({ model: ` ${model.toLowerCase()} ` })).toBe(kind);
  });

  test('an unknown model with many network channels is a recorder', () => {
    expect(kindOfModel({ model: 'N48PBB', digitalChannels: 8 })).toBe('recorder');
    expect(kindOfModel({ digitalChannels: 1 })).toBe('unknown');
  });
});

function row(facts: Partial<DeviceFacts>, options: SightingOptions = {}) {
  const registry = newRegistry();
  const id = see(registry, sight({ ipv4Address: '10.0.0.9', ...facts }, options));
  const found = registry.row(id);
  if (found === undefined) throw new Error('no row');
  return found;
}

const hikMac = '44:19:b6:00:00:01';
const ezvizMac = '20:bb:bc:00:00:01';
const otherMac = '3c:ef:8c:00:00:01';

describe('kind by the type a device tells over HTTP', () => {
  test.each<[string, DeviceKind]>([
    ['IPCamera', 'camera'],
    ['IPDome', 'camera'],
    ['NVR', 'recorder'],
    ['DVR', 'recorder'],
    ['HybridNVR', 'recorder'],
    ['ACS', 'intercom'],
    ['Video Intercom', 'intercom'],
    ['SecurityControlPanel', 'panel'],
    ['Toaster', 'unknown'],
    ['', 'unknown'],
  ])('%s is a %s', (type, kind) => {
    expect(kindOfType(type)).toBe(kind);
  });
});

describe('vendor', () => {
  test.each<[string, Partial<DeviceFacts>, Vendor]>([
    ['a plain SADP answer', { serial: 'S12345', mac: otherMac }, 'hikvision'],
    ['isEzviz', { serial: 'S12345', isEzviz: true }, 'ezviz'],
    ['a CS- model', { serial: 'S12345', model: 'cs-C6N' }, 'ezviz'],
    ['isOem', { serial: 'S12345', isOem: true }, 'oem'],
    ['a brand in oemInfo', { serial: 'S12345', oemInfo: 'ANNKE' }, 'oem'],
    ['no brand in oemInfo', { serial: 'S12345', oemInfo: 'N/A' }, 'hikvision'],
    ['its own name in oemInfo', { serial: 'S12345', oemInfo: 'Hikvision' }, 'hikvision'],
  ])('SADP: %s', (_, facts, vendor) => {
    expect(row(facts).vendor).toBe(vendor);
  });

  test.each<[string, Partial<DeviceFacts>, Vendor | undefined, Vendor]>([
    ['a Hikvision prefix is a hint', { mac: hikMac }, undefined, 'hikvision'],
    ['an EZVIZ prefix is a hint', { mac: ezvizMac }, 'unknown', 'ezviz'],
    ['a foreign prefix says nothing', { mac: otherMac }, undefined, 'unknown'],
    ['a contrary fingerprint beats the prefix', { mac: hikMac }, 'other', 'other'],
    ['the fingerprint of the family', { mac: otherMac }, 'hikvision', 'hikvision'],
    ['the model alone', { model: 'DS-2CD2032-I' }, undefined, 'hikvision'],
  ])('sweep: %s', (_, facts, fingerprint, vendor) => {
    const verdict = fingerprint === undefined ? {} : { vendor: fingerprint };
    expect(row(facts, { source: 'sweep', ...verdict }).vendor).toBe(vendor);
  });

  test.each<[string, Partial<DeviceFacts>, Vendor]>([
    ['HIKVISION', { manufacturer: 'HIKVISION' }, 'hikvision'],
    ['EZVIZ', { manufacturer: 'EZVIZ Inc.' }, 'ezviz'],
    ['another name', { manufacturer: 'Dahua', mac: otherMac }, 'other'],
    ['another name on a Hikvision card', { manufacturer: 'ANNKE', mac: hikMac }, 'oem'],
    ['no name', { manufacturer: ' ' }, 'unknown'],
  ])('ONVIF: manufacturer %s', (_, facts, vendor) => {
    expect(row(facts, { source: 'onvif' }).vendor).toBe(vendor);
  });

  test('of two fingerprints the one that recognised something counts', () => {
    const registry = newRegistry();
    const facts = { mac: otherMac, ipv4Address: '10.0.0.9' };
    const id = see(registry, sight(facts, { source: 'sweep', vendor: 'other' }));
    expect(registry.row(id)?.vendor).toBe('other');
    see(registry, sight(facts, { source: 'onvif', vendor: 'hikvision' }));
    expect(registry.row(id)?.vendor).toBe('hikvision');
  });

  test('what is not of the family has no guessed kind', () => {
    const facts = { model: 'DS-2CD2032-I', mac: otherMac };
    expect(row(facts, { source: 'sweep', vendor: 'other' })).toMatchObject({
      vendor: 'other',
      kind: 'unknown',
    });
  });
});

describe('MAC prefixes', () => {
  test('the table holds 82 prefixes, each once', () => {
    expect(macPrefixCount).toBe(82);
  });

  test('a MAC is looked up by its first half', () => {
    expect(macPrefixHint('fc:9f:fd:01:02:03')).toBe('hikvision');
    expect(macPrefixHint('ec:97:e0:01:02:03')).toBe('ezviz');
    expect(macPrefixHint('00:11:22:33:44:55')).toBeNull();
    expect(macPrefixHint(null)).toBeNull();
  });
});
