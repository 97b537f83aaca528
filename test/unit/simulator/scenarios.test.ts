import { describe, expect, it } from 'vitest';
import { parseIpv4 } from '../../../main/contract/ip.ts';
import { decodeSadp } from '../../../main/protocol/sadp/decode.ts';
import { createFleet, type Fleet, scenarioNames } from '../../../main/simulator/fleet.ts';
import { spellMac } from '../../../main/simulator/quirks.ts';
import { element, multicast, request, text } from './helpers.ts';

const replies = (fleet: Fleet): Uint8Array[] =>
  fleet.devices.flatMap((device) =>
    device.receive(request(), multicast).map((reply) => reply.data),
  );

describe.each(scenarioNames)('%s', (scenario) => {
  it('is the same from the same seed, byte by byte, and another from another', () => {
    const first = replies(createFleet({ scenario, seed: 7 }));
    expect(replies(createFleet({ scenario, seed: 7 }))).toEqual(first);
    expect(replies(createFleet({ scenario, seed: 8 }))).not.toEqual(first);
  });

  it('has no serial or MAC twice, and only addresses', () => {
    const { devices } = createFleet({ scenario });
    expect(new Set(devices.map((device) => device.serial)).size).toBe(devices.length);
    expect(new Set(devices.map((device) => device.mac)).size).toBe(devices.length);
    for (const device of devices) expect(parseIpv4(device.address)).not.toBeNull();
  });

  it.each([1, 3, 150, 2500])('can have %i devices', (devices) => {
    const fleet = createFleet({ scenario, devices });
    expect(fleet.devices).toHaveLength(devices);
    const addresses = fleet.devices.map((device) => device.address);
    const crowd = addresses.filter((address) => address === '192.168.1.64').length;
    expect(new Set(addresses).size).toBe(devices - Math.max(0, crowd - 1));
  });

  it('takes its seed from a source of chance when none is given', () => {
    const random = { uuid: () => '', bytes: () => Uint8Array.of(0, 0, 1, 2) };
    expect(replies(createFleet({ scenario, random }))).toEqual(
      replies(createFleet({ scenario, seed: 258 })),
    );
  });
});

/** What the devices say when they are asked whether they can be unbound, and how often. */
function unbindCounts({ devices }: Fleet): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const device of devices.filter((one) => one.identity.model.kind !== 'foreign')) {
    const body = `<MAC>${spellMac(device.mac, device.identity.quirks)}</MAC>`;
    const [reply] = device.receive(request('getUnbindStatus', { body }), multicast);
    const word = element(text(reply?.data), 'Result') ?? 'silent';
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

describe('what the scenarios hold', () => {
  it('small shop: six, one inactive, two at the factory address, a recorder, EZVIZ and OEM', () => {
    const { devices, adapterAddresses } = createFleet({ scenario: 'small-shop' });
    expect(devices).toHaveLength(6);
    expect(devices.filter((device) => !device.state.isActivated)).toHaveLength(1);
    expect(devices.filter((device) => device.address === '192.168.1.64')).toHaveLength(2);
    expect(devices.filter((device) => device.identity.model.kind === 'recorder')).toHaveLength(1);
    expect(devices.every((device) => device.isDiscoverable)).toBe(true);
    expect(devices.every((device) => device.address.startsWith('192.168.1.'))).toBe(true);
    expect(adapterAddresses).toEqual([
      { address: '192.168.1.10', netmask: '255.255.255.0', prefix: 24, broadcast: '192.168.1.255' },
    ]);
  });

  it('hotel: sixty, of which 56 answer SADP, two only a sweep, two are of other makers', () => {
    const { devices } = createFleet({ scenario: 'hotel' });
    expect(devices).toHaveLength(60);
    expect(devices.filter((device) => device.isDiscoverable)).toHaveLength(56);
    expect(devices.filter((device) => device.identity.model.kind === 'foreign')).toHaveLength(2);
    const elsewhere = devices.filter((device) => !/^192\.168\.[12]\./.test(device.address));
    expect(elsewhere.map((device) => device.address)).toEqual(['10.9.9.64']);
    const clouds = new Set(devices.map((device) => device.state.cloud));
    expect([...clouds].sort()).toEqual(['bound', 'off', 'on', 'unknown', 'unsupported']);
    expect(devices.some((device) => device.identity.hiddenCameras > 0)).toBe(true);
  });

  it('crowd: eight new cameras at one address', () => {
    const { devices } = createFleet({ scenario: 'crowd' });
    expect(devices.map((device) => device.address)).toEqual(Array(8).fill('192.168.1.64'));
    expect(devices.some((device) => device.state.isActivated)).toBe(false);
  });

  it('unbind-thirty: exactly what its name promises', () => {
    const fleet = createFleet({ scenario: 'unbind-thirty' });
    const counts = unbindCounts(fleet);
    expect(counts).toEqual({
      success: 20,
      notBind: 4,
      offlineHCPlatform: 3,
      silent: 2,
      locked: 1,
    });
    const told = fleet.devices.filter((device) =>
      text(device.receive(request(), multicast)[0]?.data).includes('<supportEzvizUnbind>true<'),
    );
    expect(told).toHaveLength(28);
  });

  it('hotel: every answer that somebody who unbinds must understand', () => {
    const counts = unbindCounts(createFleet({ scenario: 'hotel' }));
    for (const word of [
      'success',
      'notBind',
      'unenableHCPlatform',
      'offlineHCPlatform',
      'failed',
      'notActivated',
      'locked',
      'silent',
    ]) {
      expect(counts[word], word).toBeGreaterThan(0);
    }
  });

  it('campus: two thousand with everything in it', () => {
    const { devices } = createFleet({ scenario: 'campus' });
    expect(devices).toHaveLength(2000);
    const kinds = new Set(devices.map((device) => device.identity.model.kind));
    expect([...kinds].sort()).toEqual(['camera', 'foreign', 'intercom', 'panel', 'recorder']);
    expect(devices.filter((device) => !device.isDiscoverable).length).toBeGreaterThan(20);
  });
});

describe('the client reads what the devices write', () => {
  it.each(scenarioNames)('in the %s', (scenario) => {
    const { devices } = createFleet({ scenario });
    for (const device of devices.filter(
      (one) => one.isDiscoverable && one.spec.faults === undefined,
    )) {
      const [reply] = device.receive(request(), multicast);
      const result = decodeSadp(reply?.data ?? new Uint8Array());
      expect(result, device.model).toMatchObject({
        ok: true,
        message: {
          root: 'ProbeMatch',
          mac: device.mac,
          fields: { serial: device.serial, ipv4Address: device.address },
        },
      });
    }
  });
});
