import type { NetworkInterfaceInfo } from 'node:os';

type Listing = NodeJS.Dict<NetworkInterfaceInfo[]>;

export function v4(address: string, netmask: string, mac: string, internal = false) {
  return { address, netmask, mac, internal, family: 'IPv4', cidr: null } as const;
}

export function v6(address: string, mac: string, internal = false) {
  const netmask = 'ffff:ffff:ffff:ffff::';
  return { address, netmask, mac, internal, family: 'IPv6', cidr: null, scopeid: 2 } as const;
}

const none = '00:00:00:00:00:00';

/** The shapes `os.networkInterfaces()` has on each system, with addresses of no one. */
export const linuxLaptop: Listing = {
  lo: [v4('127.0.0.1', '255.0.0.0', none, true), v6('::1', none, true)],
  enp0s31f6: [
    v4('192.168.1.10', '255.255.255.0', '54:e1:ad:10:20:30'),
    v4('192.168.1.10', '255.255.255.0', '54:e1:ad:10:20:30'),
    v4('10.0.0.10', '255.255.0.0', '54:e1:ad:10:20:30'),
    v6('fe80::1', '54:e1:ad:10:20:30'),
  ],
  wlp3s0: [v6('fe80::2', '54:e1:ad:10:20:31')],
  docker0: [v4('172.17.0.1', '255.255.0.0', '02:42:5d:01:02:03')],
  tun0: [v4('10.8.0.6', '255.255.255.255', none), v6('fe80::3', none)],
  wg0: [v6('fd00::7', none)],
};

export const macLaptop: Listing = {
  lo0: [v4('127.0.0.1', '255.0.0.0', none, true)],
  en0: [v4('192.168.7.31', '255.255.255.0', 'f0:18:98:11:22:33')],
  en5: [v4('169.254.33.7', '255.255.0.0', 'ac:de:48:00:11:22')],
  awdl0: [v6('fe80::4', '7a:11:22:33:44:55')],
  utun0: [v6('fe80::5', none)],
  bridge100: [v4('192.168.64.1', '255.255.255.0', 'f2:18:98:11:22:64')],
};

export const windowsLaptop: Listing = {
  Ethernet: [v4('192.168.1.20', '255.255.255.0', '98:fa:9b:01:02:03')],
  'Wi-Fi': [v4('192.168.7.20', '255.255.255.0', '98:fa:9b:01:02:04')],
  'vEthernet (WSL (Hyper-V firewall))': [v4('172.29.112.1', '255.255.240.0', '00:15:5d:9c:01:02')],
  'Ethernet 4': [v4('192.168.56.1', '255.255.255.0', '0a:00:27:00:00:11')],
  Ufficio: [v4('10.9.0.4', '255.255.255.255', none)],
  'Loopback Pseudo-Interface 1': [v4('127.0.0.1', '255.0.0.0', none, true)],
};
