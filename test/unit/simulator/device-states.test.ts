import { describe, expect, it } from 'vitest';
import type { SimDevice } from '../../../main/simulator/device.ts';
import { createFleet, type Fleet } from '../../../main/simulator/fleet.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { element, multicast, request, text } from './helpers.ts';

function one(spec: DeviceSpec): { fleet: Fleet; it: SimDevice; now: number } {
  const fleet = createFleet({ scenario: [{ bootMs: 60_000, deviceClock: 0, ...spec }] });
  return { fleet, it: fleet.find(spec.model), now: fleet.startedAt };
}

const reply = (from: SimDevice): string => text(from.receive(request(), multicast)[0]?.data);

describe('a device', () => {
  it('is silent while it boots, and back with a new boot time', () => {
    const { fleet, it, now } = one({ model: 'DS-2CD2385G1-I' });
    const before = element(reply(it), 'BootTime');
    fleet.reboot(it, now);
    expect(reply(it)).toBe('');
    expect(it.httpGet('/')).toBeNull();
    expect(it.openPorts).toEqual([]);
    fleet.settle(now + 59_999);
    expect(it.isUp).toBe(false);
    fleet.settle(now + 60_000);
    expect(element(reply(it), 'BootTime')).toBe('2026-01-01 00:01:00');
    expect(before).not.toBe('2026-01-01 00:01:00');
  });

  it('says Hello without a Uuid, with all it tells', () => {
    const { it, now } = one({ model: 'DS-2CD2143G2-I' });
    const hello = text(it.hello(now)?.data);
    expect(hello).toContain('<Hello>\n<Types>hello</Types>\n<DeviceType>');
    expect(hello).not.toContain('Uuid');
    expect(hello.replace(/Hello|hello/g, '').length).toBeGreaterThan(1000);
    it.powerOff();
    expect(it.hello(now)).toBeNull();
  });

  it('without a battery boots into 1970, a little differently each time', () => {
    const { fleet, it, now } = one({ model: 'DS-2CD2385G1-I', deviceClock: 'lost' });
    const times = [element(reply(it), 'BootTime')];
    for (const at of [now, now + 100_000]) {
      fleet.reboot(it, at);
      fleet.settle(at + 60_000);
      times.push(element(reply(it), 'BootTime'));
    }
    expect(new Set(times).size).toBe(3);
    for (const time of times) expect(time).toMatch(/^1970-0[123]-/);
  });

  it('comes out of a factory reset inactive at its factory address', () => {
    const { fleet, it, now } = one({
      model: 'DS-2CD2345FWD-I',
      address: '10.0.0.7',
      httpPort: 8080,
      sadp: 'off',
      cloud: 'bound',
    });
    fleet.factoryReset(it, now);
    expect(it.isUp).toBe(false);
    fleet.settle(now + 60_000);
    const xml = reply(it);
    expect(element(xml, 'Activated')).toBe('false');
    expect(element(xml, 'IPv4Address')).toBe('192.168.1.64');
    expect(element(xml, 'HttpPort')).toBe('80');
    expect(element(xml, 'HCPlatformEnable')).toBe('flase');
    expect(element(xml, 'BootTime')).toBe('2026-01-01 00:01:00');
  });

  it('of a line that ships with DHCP takes a lease instead, if there is one', () => {
    const spec = { model: 'DS-2CD2087G2H-LIU', address: '192.168.7.30' };
    const { fleet, it, now } = one(spec);
    fleet.factoryReset(it, now);
    expect(it.address).toMatch(/^192\.168\.7\.\d+$/);
    expect(it.address).not.toBe('192.168.7.30');
    expect(it.state.net.isDhcp).toBe(true);
    const alone = createFleet({ scenario: [spec], hasDhcpServer: false });
    const other = alone.find(spec.model);
    alone.factoryReset(other, now);
    expect(other.address).toBe('192.168.1.64');
  });

  it('keeps its password era, its foreignness and its age through a reset', () => {
    const old = one({ model: 'DS-2CD2432F-IW' });
    old.fleet.factoryReset(old.it, 0);
    expect(old.it.state.isActivated).toBe(true);
    const ancient = one({ model: 'DS-2CD812P-IR', sadp: 'link-layer' });
    ancient.fleet.factoryReset(ancient.it, 0);
    ancient.fleet.settle(60_000);
    expect(ancient.it.address).toBe('192.0.0.64');
    expect(ancient.it.isUp).toBe(true);
    expect(reply(ancient.it)).toBe('');
  });

  it('with its discovery off, or too old for it, answers TCP and HTTP only', () => {
    for (const spec of [
      { model: 'DS-2CD2345FWD-I', sadp: 'off' },
      { model: 'DS-2CD812P-IR', sadp: 'link-layer' },
    ] as const) {
      const { it } = one(spec);
      expect(reply(it)).toBe('');
      expect(it.isDiscoverable).toBe(false);
      expect(it.openPorts).toContain(8000);
      expect(it.httpGet('/')?.status).toBe(200);
    }
  });

  it('vanishes and returns', () => {
    const { fleet, it, now } = one({ model: 'DS-2CD2385G1-I' });
    const events: string[] = [];
    const forget = fleet.onEvent((event) => events.push(event.kind));
    fleet.powerOff(it);
    fleet.settle(now + 900_000);
    expect(it.isUp).toBe(false);
    fleet.powerOn(it, now + 900_000);
    fleet.settle(now + 960_000);
    forget();
    fleet.powerOff(it);
    expect(events).toEqual(['off', 'booting', 'up']);
  });
});

describe('a fleet', () => {
  it('knows who claims an address, the one that is up first', () => {
    const fleet = createFleet({ scenario: 'small-shop' });
    const [first, second] = fleet.addressOwners('192.168.1.64');
    expect([first?.model, second?.model]).toEqual(['DS-2CD2143G2-I', 'DS-2CD2345FWD-I']);
    if (first !== undefined) fleet.powerOff(first);
    expect(fleet.addressOwners('192.168.1.64')).toEqual([second]);
  });

  it('takes a new device and lets one go', () => {
    const fleet = createFleet({ scenario: 'small-shop' });
    const added = fleet.add({ model: 'DS-KV6113-WPE1', address: '192.168.1.200' });
    expect(fleet.find(added.mac.toUpperCase().replaceAll(':', '-'))).toBe(added);
    expect(fleet.find(added.serial)).toBe(added);
    fleet.remove(added);
    expect(fleet.devices).toHaveLength(6);
    expect(added.isUp).toBe(false);
  });

  it('gives another lease that nobody has', () => {
    const fleet = createFleet({ scenario: 'small-shop' });
    const camera = fleet.find('CS-C3W-A0-3H4WFRL');
    fleet.renewLease(camera);
    expect(camera.address).not.toBe('192.168.1.131');
    expect(fleet.addressOwners(camera.address)).toEqual([camera]);
  });

  it('refuses what it cannot make', () => {
    expect(() => createFleet({ scenario: [{ model: 'DS-NOTHING' }] })).toThrow(
      /no model "DS-NOTHING"/,
    );
    expect(() => createFleet({ scenario: 'campus', devices: 0 })).toThrow(RangeError);
    expect(() => createFleet({ scenario: 'campus', devices: 2.5 })).toThrow(RangeError);
    expect(() => createFleet({ scenario: [{ model: 'I81EM', mac: 'xy' }] })).toThrow(
      /is not a MAC/,
    );
    expect(() => createFleet({ scenario: 'hotel' }).find('DS-2CD2385G1-I')).toThrow(RangeError);
  });
});
