import { describe, expect, it } from 'vitest';
import {
  claimAddresses,
  memberState,
  newMember,
  shotsFor,
} from '../../../main/adapters/node/channel-plan.ts';
import { toNetProblem, toSystemError } from '../../../main/adapters/node/errno.ts';
import type { AdapterInfo } from '../../../main/ports/network.ts';

const first = { address: '10.0.0.2', netmask: '', prefix: 16, broadcast: '10.0.255.255' };
const second = { address: '192.168.1.250', netmask: '', prefix: 24, broadcast: '192.168.1.255' };
const host = { address: '10.9.0.4', netmask: '', prefix: 32, broadcast: null };

function adapter(id: string, addresses: AdapterInfo['addresses']): AdapterInfo {
  return { id, name: id, kind: 'ethernet', kindReason: null, mac: null, addresses };
}

describe('shotsFor', () => {
  const group = '239.255.255.250';

  it('sends groups and broadcasts from every address of the adapter', () => {
    const both = [first, second, host];
    expect(shotsFor({ kind: 'multicast' }, group, both).map(({ from, to }) => [from, to])).toEqual([
      ['10.0.0.2', group],
      ['192.168.1.250', group],
      ['10.9.0.4', group],
    ]);
    expect(shotsFor({ kind: 'limited-broadcast' }, group, [second])).toEqual([
      { from: '192.168.1.250', to: '255.255.255.255', isOnLink: false },
    ]);
  });

  it('sends a subnet broadcast only where the subnet has one', () => {
    expect(shotsFor({ kind: 'subnet-broadcast' }, group, [first, host])).toEqual([
      { from: '10.0.0.2', to: '10.0.255.255', isOnLink: true },
    ]);
  });

  it('sends unicast from the address in the same subnet, else from the first', () => {
    const from = (address: string) =>
      shotsFor({ kind: 'unicast', address }, group, [first, second])[0]?.from;
    expect(from('192.168.1.64')).toBe('192.168.1.250');
    expect(from('172.16.0.1')).toBe('10.0.0.2');
    expect(shotsFor({ kind: 'unicast', address: '10.0.0.1' }, group, [])).toEqual([]);
  });
});

describe('claimAddresses', () => {
  it('gives an address that two adapters have to the first', () => {
    const claims = claimAddresses(
      ['eth0', 'eth1', 'eth2'],
      [adapter('eth1', [first, second]), adapter('eth0', [first])],
    );
    expect(claims.get('eth0')).toEqual({ usable: [first], taken: null });
    expect(claims.get('eth1')).toEqual({
      usable: [second],
      taken: '10.0.0.2 is also on eth0',
    });
    expect(claims.get('eth2')).toBeNull();
  });
});

describe('memberState', () => {
  it('listens with a socket of its own and, where the port is shared, as a member', () => {
    const member = newMember('eth0');
    expect(memberState(member, 'shared').isListening).toBe(false);
    member.own.set('10.0.0.2', { socket: 1, port: 37_020 });
    expect(memberState(member, 'shared').isListening).toBe(false);
    expect(memberState(member, 'ephemeral').isListening).toBe(true);
    member.isJoined = true;
    expect(memberState(member, 'shared').isListening).toBe(true);
    member.sendProblem = 'send-failed';
    expect(memberState(member, 'shared').problem).toBe('send-failed');
    member.problem = 'join-failed';
    expect(memberState(member, 'shared').problem).toBe('join-failed');
  });
});

describe('toNetProblem', () => {
  it.each([
    ['bind', 'EADDRNOTAVAIL', 'linux', 'bind-failed'],
    ['bind', 'EADDRINUSE', 'linux', 'bind-failed'],
    ['bind', 'EACCES', 'win32', 'permission'],
    ['join', 'ENODEV', 'linux', 'join-failed'],
    ['join', 'ENOBUFS', 'linux', 'join-failed'],
    ['join', 'EPERM', 'darwin', 'permission'],
    ['send-group', 'EHOSTUNREACH', 'darwin', 'permission'],
    ['send-unicast', 'EHOSTUNREACH', 'darwin', 'no-route'],
    ['send-group', 'EHOSTUNREACH', 'linux', 'no-route'],
    ['send-group', 'ENETUNREACH', 'win32', 'no-route'],
    ['send-group', 'EADDRNOTAVAIL', 'linux', 'gone'],
    ['send-group', 'ENOBUFS', 'linux', 'send-failed'],
    ['send-unicast', 'EMSGSIZE', 'linux', 'send-failed'],
  ] as const)('maps %s %s on %s to %s', (operation, code, platform, expected) => {
    expect(toNetProblem(operation, { code, message: '' }, platform)).toBe(expected);
  });

  it('takes anything thrown', () => {
    expect(toSystemError(Object.assign(new Error('x'), { code: 'EX' }))).toEqual({
      code: 'EX',
      message: 'x',
    });
    expect(toSystemError(new Error('x')).code).toBe('UNKNOWN');
    expect(toSystemError('text').message).toBe('text');
  });
});
