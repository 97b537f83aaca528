import type { DeviceFacts } from '../../main/contract/device.ts';
import { Registry } from '../../main/domain/registry.ts';
import type { Sighting } from '../../main/domain/sighting.ts';

const start = Date.UTC(2025, 0, 1);

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, '0');
}

export function macOf(index: number): string {
  const digits = `a41437${hex(index, 6)}`;
  return digits.replace(/(..)(?!$)/g, '$1:');
}

/** As many keys as a camera of 2020 tells (fixture of a DS-2CD2385G1-I: about 40). */
function factsOf(index: number): Partial<DeviceFacts> {
  return {
    serial: `DS-2CD2385G1-I20200414AAWRE${String(index).padStart(8, '0')}`,
    model: 'DS-2CD2385G1-I',
    deviceType: 141_945,
    mac: macOf(index),
    ipv4Address: `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
    ipv4Mask: '255.0.0.0',
    ipv4Gateway: '10.255.255.254',
    dhcpEnabled: false,
    dhcpSupported: true,
    ipv6Address: '::',
    ipv6Gateway: '::',
    ipv6Prefix: 64,
    ipv6Supported: true,
    ipv6Modifiable: true,
    commandPort: 8000,
    httpPort: 80,
    httpsPort: 443,
    sdkOverTlsPort: 8443,
    analogChannels: 1,
    digitalChannels: 0,
    disks: 0,
    firmware: 'V5.6.2build 190701',
    dsp: 'V7.3 build 190626',
    bootTime: '2024-01-15T02:44:11',
    activated: true,
    encrypt: true,
    resetAbility: false,
    passwordReset: true,
    passwordResetSecondMode: true,
    lockReporting: null,
    guid: true,
    securityQuestions: true,
    restoreInactive: false,
    mailbox: true,
    cloudSupported: true,
    cloudEnabled: false,
    unbindSupported: true,
    salt: 'ab'.repeat(32),
    sadpVersion: '3.0',
    detailOemCode: 1,
    isOem: false,
    oemInfo: 'N/A',
    isEzviz: false,
  };
}

export interface BenchFleet {
  readonly registry: Registry;
  /** Another round of the same answers, 15 s later each time. */
  readonly round: () => Sighting[];
}

export function newBenchRegistry(): Registry {
  let count = 0;
  return new Registry({
    newId: () => {
      count += 1;
      return `device-${count}`;
    },
  });
}

export function makeFleet(devices: number): BenchFleet {
  let at = start;
  const told = Array.from({ length: devices }, (_, index) => factsOf(index));
  const round = (): Sighting[] => {
    at += 15_000;
    return told.map((facts) => ({
      source: 'sadp',
      adapter: 'eth0',
      at,
      fromAddress: facts.ipv4Address ?? null,
      facts: { ...facts },
      extra: new Map([['NewElement', 'x']]),
      generation: '3.0',
    }));
  };
  return { registry: newBenchRegistry(), round };
}

/** Invented devices, each heard once, all from one sender. */
export function* inventedSightings(count: number, from = 0): Generator<Sighting> {
  for (let index = from; index < from + count; index += 1) {
    const facts = factsOf(index + 1_000_000);
    yield { source: 'sadp', adapter: 'eth0', at: start + index, fromAddress: '10.9.9.9', facts };
  }
}
