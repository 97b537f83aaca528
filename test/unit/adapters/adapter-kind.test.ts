import { describe, expect, it } from 'vitest';
import { type AdapterTraits, kindOf } from '../../../main/adapters/node/adapter-kind.ts';

function kind(platform: string, name: string, rest: Partial<AdapterTraits> = {}) {
  return kindOf({
    platform,
    name,
    mac: '44:19:b6:01:02:03',
    isInternal: false,
    longestPrefix: 24,
    isWireless: null,
    hasDevice: null,
    ...rest,
  });
}

describe('kind by name', () => {
  it.each([
    ['linux', 'eth0', 'ethernet'],
    ['linux', 'enp0s31f6', 'ethernet'],
    ['linux', 'eno1', 'ethernet'],
    ['linux', 'ens33', 'ethernet'],
    ['linux', 'enx0c37961b2c3d', 'ethernet'],
    ['linux', 'br0', 'ethernet'],
    ['linux', 'vmbr0', 'ethernet'],
    ['linux', 'bond0', 'ethernet'],
    ['linux', 'eth0.100', 'ethernet'],
    ['linux', 'usb0', 'ethernet'],
    ['linux', 'wlan0', 'wifi'],
    ['linux', 'wlp3s0', 'wifi'],
    ['linux', 'wlx00c0caabcdef', 'wifi'],
    ['linux', 'docker0', 'virtual'],
    ['linux', 'br-0a1b2c3d4e5f', 'virtual'],
    ['linux', 'veth1a2b3c4', 'virtual'],
    ['linux', 'virbr0', 'virtual'],
    ['linux', 'virbr0-nic', 'virtual'],
    ['linux', 'vboxnet0', 'virtual'],
    ['linux', 'vmnet8', 'virtual'],
    ['linux', 'lxdbr0', 'virtual'],
    ['linux', 'podman0', 'virtual'],
    ['linux', 'cni0', 'virtual'],
    ['linux', 'flannel.1', 'virtual'],
    ['linux', 'cali1234abcd', 'virtual'],
    ['linux', 'tapb1c2d3e4-f5', 'virtual'],
    ['linux', 'ifb0', 'virtual'],
    ['linux', 'tun0', 'vpn'],
    ['linux', 'tap0', 'vpn'],
    ['linux', 'wg0', 'vpn'],
    ['linux', 'wg-office', 'vpn'],
    ['linux', 'ppp0', 'vpn'],
    ['linux', 'tailscale0', 'vpn'],
    ['linux', 'ztabcdef12', 'vpn'],
    ['linux', 'nordlynx', 'vpn'],
    ['linux', 'wwan0', 'vpn'],
    ['linux', 'a0', 'unknown'],
    ['linux', 'cameras', 'unknown'],
    ['darwin', 'en0', 'ethernet'],
    ['darwin', 'en7', 'ethernet'],
    ['darwin', 'bridge0', 'ethernet'],
    ['darwin', 'bridge100', 'virtual'],
    ['darwin', 'awdl0', 'virtual'],
    ['darwin', 'llw0', 'virtual'],
    ['darwin', 'vmenet0', 'virtual'],
    ['darwin', 'utun4', 'vpn'],
    ['darwin', 'ppp0', 'vpn'],
    ['darwin', 'feth1234', 'vpn'],
    ['win32', 'Ethernet', 'ethernet'],
    ['win32', 'Ethernet 3', 'ethernet'],
    ['win32', 'Connessione alla rete locale (LAN)', 'ethernet'],
    ['win32', 'Conexión de área local', 'ethernet'],
    ['win32', 'Local Area Connection', 'ethernet'],
    ['win32', 'vEthernet (External Switch)', 'ethernet'],
    ['win32', 'Wi-Fi', 'wifi'],
    ['win32', 'Wi-Fi 2', 'wifi'],
    ['win32', 'WLAN', 'wifi'],
    ['win32', 'Wireless Network Connection', 'wifi'],
    ['win32', 'Connessione rete senza fili', 'wifi'],
    ['win32', 'Conexión de red inalámbrica', 'wifi'],
    ['win32', 'vEthernet (WSL)', 'virtual'],
    ['win32', 'vEthernet (WSL (Hyper-V firewall))', 'virtual'],
    ['win32', 'vEthernet (Default Switch)', 'virtual'],
    ['win32', 'vEthernet (nat)', 'virtual'],
    ['win32', 'VirtualBox Host-Only Network', 'virtual'],
    ['win32', 'VMware Network Adapter VMnet8', 'virtual'],
    ['win32', 'Npcap Loopback Adapter', 'virtual'],
    ['win32', 'Bluetooth Network Connection', 'virtual'],
    ['win32', 'Local Area Connection* 2', 'virtual'],
    ['win32', 'Connessione alla rete locale (LAN)* 10', 'virtual'],
    ['win32', 'Tailscale', 'vpn'],
    ['win32', 'ZeroTier One [8056c2e21c000001]', 'vpn'],
    ['win32', 'OpenVPN TAP-Windows6', 'vpn'],
    ['win32', 'NordLynx', 'vpn'],
    ['win32', 'Ufficio VPN', 'vpn'],
    ['win32', 'Cellular', 'vpn'],
  ])('%s %s is %s', (platform, name, expected) => {
    const verdict = kind(platform, name);
    expect(verdict.kind).toBe(expected);
    const isPlain = ['ethernet', 'wifi', 'unknown'].includes(expected);
    expect(verdict.reason).toBe(isPlain ? null : `name:${name}`);
  });
});

describe('kind by what else is known', () => {
  it('takes an internal adapter for loopback whatever its name', () => {
    expect(kind('linux', 'eth0', { isInternal: true }).kind).toBe('loopback');
  });

  it('recognises the host side of VirtualBox and VMware by MAC under an innocent name', () => {
    expect(kind('win32', 'Ethernet 2', { mac: '0a:00:27:00:00:0d' })).toEqual({
      kind: 'virtual',
      reason: 'mac:0a:00:27 (VirtualBox)',
    });
    expect(kind('win32', 'Ethernet 4', { mac: '00:50:56:c0:00:08' }).kind).toBe('virtual');
  });

  it.each([
    ['VirtualBox', '08:00:27:11:22:33'],
    ['VMware', '00:0c:29:11:22:33'],
    ['Hyper-V', '00:15:5d:11:22:33'],
    ['KVM', '52:54:00:11:22:33'],
  ])('keeps the card of a guest of %s: it is the way to the LAN', (_name, mac) => {
    expect(kind('linux', 'eth0', { mac }).kind).toBe('ethernet');
    expect(kind('win32', 'Ethernet', { mac }).kind).toBe('ethernet');
  });

  it('takes a Docker MAC for virtual, but not against a plain name', () => {
    expect(kind('linux', 'dmz', { mac: '02:42:ac:11:00:01' }).kind).toBe('virtual');
    expect(kind('linux', 'eth0', { mac: '02:42:ac:11:00:02' }).kind).toBe('ethernet');
  });

  it('lets a telling name outweigh the hardware', () => {
    expect(kind('linux', 'veth0', { hasDevice: true }).kind).toBe('virtual');
    expect(kind('linux', 'wg0', { isWireless: true }).kind).toBe('vpn');
  });

  it('uses what sysfs and the hardware list say of names without meaning', () => {
    expect(kind('linux', 'cameras', { hasDevice: true }).kind).toBe('ethernet');
    expect(kind('linux', 'cameras', { hasDevice: true, isWireless: true }).kind).toBe('wifi');
    expect(kind('darwin', 'en0', { isWireless: true }).kind).toBe('wifi');
  });

  it('takes a host route without a MAC for a dial-up VPN', () => {
    expect(kind('win32', 'Ufficio', { mac: null, longestPrefix: 32 })).toEqual({
      kind: 'vpn',
      reason: 'no-mac',
    });
    expect(kind('linux', 'cameras', { longestPrefix: 32 }).kind).toBe('unknown');
  });
});
