import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import {
  InterfaceMonitor,
  type InterfaceSource,
  parseWifiPorts,
  readAdapters,
} from '../../../main/adapters/node/interfaces.ts';
import { silentLog } from '../../../main/ports/log.ts';
import type { AdapterInfo } from '../../../main/ports/network.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';
import { linuxLaptop, macLaptop, v4, v6, windowsLaptop } from './recorded-interfaces.ts';

type Listing = NodeJS.Dict<NetworkInterfaceInfo[]>;

function source(platform: string, listing: Listing, rest: Partial<InterfaceSource> = {}) {
  return {
    platform,
    list: () => listing,
    hardware: () => ({ isWireless: null, hasDevice: null }),
    exists: () => false,
    ...rest,
  };
}

function brief(adapters: readonly AdapterInfo[]): string[] {
  return adapters.map(({ id, kind, addresses }) =>
    [id, kind, ...addresses.map(({ address, prefix }) => `${address}/${prefix}`)].join(' '),
  );
}

describe('readAdapters', () => {
  it('reads a Linux laptop: duplicates once, several addresses, Wi-Fi without IPv4', () => {
    expect(brief(readAdapters(source('linux', linuxLaptop)))).toEqual([
      'docker0 virtual 172.17.0.1/16',
      'enp0s31f6 ethernet 192.168.1.10/24 10.0.0.10/16',
      'lo loopback 127.0.0.1/8',
      'tun0 vpn 10.8.0.6/32',
      'wlp3s0 wifi',
    ]);
  });

  it('reads a Mac, where only the hardware list tells the Wi-Fi', () => {
    const hardware = (name: string) => ({ isWireless: name === 'en0', hasDevice: null });
    expect(brief(readAdapters(source('darwin', macLaptop, { hardware })))).toEqual([
      'bridge100 virtual 192.168.64.1/24',
      'en0 wifi 192.168.7.31/24',
      'en5 ethernet 169.254.33.7/16',
      'lo0 loopback 127.0.0.1/8',
    ]);
  });

  it('reads a Windows laptop', () => {
    expect(brief(readAdapters(source('win32', windowsLaptop)))).toEqual([
      'Ethernet ethernet 192.168.1.20/24',
      'Ethernet 4 virtual 192.168.56.1/24',
      'Loopback Pseudo-Interface 1 loopback 127.0.0.1/8',
      'Ufficio vpn 10.9.0.4/32',
      'Wi-Fi wifi 192.168.7.20/24',
      'vEthernet (WSL (Hyper-V firewall)) virtual 172.29.112.1/20',
    ]);
  });

  it.each([
    ['255.255.255.0', '192.168.1.255'],
    ['255.255.255.252', '192.168.1.11'],
    ['255.255.255.254', null],
    ['255.255.255.255', null],
  ])('gives a /mask of %s the broadcast %s', (netmask, broadcast) => {
    const listing = { eth0: [v4('192.168.1.10', netmask, '44:19:b6:01:02:03')] };
    expect(readAdapters(source('linux', listing))[0]?.addresses[0]?.broadcast).toBe(broadcast);
  });

  it('drops an address with a mask that is none, and 0.0.0.0', () => {
    const mac = '44:19:b6:01:02:03';
    const listing = {
      eth0: [v4('192.168.1.10', '255.0.255.0', mac), v4('0.0.0.0', '0.0.0.0', mac)],
    };
    expect(brief(readAdapters(source('linux', listing)))).toEqual(['eth0 ethernet']);
  });

  it('keeps an adapter that was known and only lost its address', () => {
    const before = readAdapters(source('linux', linuxLaptop));
    const unlisted = { ...linuxLaptop };
    delete unlisted['enp0s31f6'];
    const still = source('linux', unlisted, { exists: (name) => name === 'enp0s31f6' });
    const after = readAdapters(still, before).find(({ id }) => id === 'enp0s31f6');
    expect(after).toMatchObject({ mac: '54:e1:ad:10:20:30', kind: 'ethernet', addresses: [] });
    const gone = readAdapters(source('linux', unlisted), before);
    expect(gone.some(({ id }) => id === 'enp0s31f6')).toBe(false);
  });
});

describe('InterfaceMonitor', () => {
  function watched(first: Listing) {
    let listing: Listing = first;
    let isBroken = false;
    const list = () => {
      if (isBroken) throw new Error('EPERM');
      return listing;
    };
    const clock = createFakeClock();
    const monitor = new InterfaceMonitor({
      source: source('linux', {}, { list }),
      clock,
      log: silentLog,
    });
    const told: string[][] = [];
    monitor.onChanged((adapters) => told.push(brief(adapters)));
    return {
      monitor,
      clock,
      told,
      set: (next: Listing) => {
        listing = next;
      },
      breakIt: (value: boolean) => {
        isBroken = value;
      },
    };
  }
  const mac = '44:19:b6:01:02:03';
  const one = { eth0: [v4('192.168.1.10', '255.255.255.0', mac)] };

  it('tells of a new address, a new adapter and a lost one, each within two seconds', async () => {
    const { clock, told, set } = watched(one);
    await clock.advance(2_000);
    expect(told).toEqual([]);
    set({ eth0: [v4('192.168.1.11', '255.255.255.0', mac)] });
    await clock.advance(2_000);
    set({ eth0: [v6('fe80::1', mac)], eth1: [v4('10.0.0.2', '255.0.0.0', mac)] });
    await clock.advance(2_000);
    set({});
    await clock.advance(2_000);
    expect(told).toEqual([
      ['eth0 ethernet 192.168.1.11/24'],
      ['eth0 ethernet', 'eth1 ethernet 10.0.0.2/8'],
      [],
    ]);
  });

  it('survives a reading that fails and keeps what it knew', async () => {
    const { monitor, clock, told, breakIt, set } = watched(one);
    breakIt(true);
    await clock.advance(2_000);
    expect(brief(monitor.adapters)).toEqual(['eth0 ethernet 192.168.1.10/24']);
    breakIt(false);
    set({});
    await clock.advance(2_000);
    expect(told).toEqual([[]]);
  });

  it('is quiet after close', async () => {
    const { monitor, clock, told, set } = watched(one);
    monitor.close();
    set({});
    await clock.advance(10_000);
    expect(told).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});

it('reads the Wi-Fi ports of a Mac', () => {
  const output = `
Hardware Port: Ethernet Adapter (en4)
Device: en4
Ethernet Address: 1e:00:ea:11:22:33

Hardware Port: Wi-Fi
Device: en0
Ethernet Address: f0:18:98:11:22:33

Hardware Port: Thunderbolt Bridge
Device: bridge0
Ethernet Address: 36:2a:11:22:33:44
`;
  expect([...parseWifiPorts(output)]).toEqual(['en0']);
});
