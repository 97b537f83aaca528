import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelStatus } from '../../main/ports/network.ts';
import { Lab } from '../helpers/lab.ts';
import { type Scanner, startAgent, startDevices, startScanner, until } from './agents.ts';
import { describeLab } from './support.ts';

const noticedMs = 5_000;

function listening(status: ChannelStatus): string[] {
  return status.adapters.filter(({ isListening }) => isListening).map(({ id }) => id);
}

function problemOf(status: ChannelStatus, id: string): string | null | undefined {
  return status.adapters.find((adapter) => adapter.id === id)?.problem;
}

let lab: Lab;
let scanner: Scanner;

async function begin(options: ConstructorParameters<typeof Lab>[0] = {}): Promise<void> {
  lab = new Lab(options);
  scanner = await startScanner(lab);
}

afterEach(async () => {
  await scanner?.end();
  lab?.down();
});

/** A device behind each adapter answers, by multicast and so by the joined socket. */
async function expectReply(adapterId: 'a0' | 'b0', first: string): Promise<void> {
  const host = adapterId === 'a0' ? 'deva' : 'devb';
  const on = adapterId === 'a0' ? '10.77.0.1' : '172.20.0.1';
  const device = await startDevices(lab, host, { on, first, count: 1, via: 'multicast' });
  await scanner.do('reset');
  expect(await scanner.do('send', { adapterId })).toBeNull();
  const { value } = await until(
    () => scanner.do('received'),
    ({ count }) => count > 0,
    2_000,
  );
  expect(value.sources).toEqual([first]);
  expect(value.count).toBe(1);
  await device.end();
}

describeLab('adapters that change while we listen', () => {
  beforeEach(() => begin());

  it('notices one that is added', async () => {
    await scanner.do('open', { adapterIds: ['a0', 'eth9'] });
    expect(problemOf(await scanner.do('status'), 'eth9')).toBe('gone');
    lab.addAdapter({ name: 'eth9', address: '10.99.0.2/24' });
    const { value, tookMs } = await until(
      () => scanner.do('status'),
      (status) => listening(status).includes('eth9'),
      noticedMs,
    );
    expect(listening(value)).toEqual(['a0', 'eth9']);
    expect(tookMs).toBeLessThan(noticedMs);
  });

  it('notices one that vanishes, and the other goes on', async () => {
    lab.addAdapter({ name: 'eth9', address: '10.99.0.2/24' });
    await until(
      () => scanner.do('adapters'),
      (list) => list.some(({ id }) => id === 'eth9'),
      noticedMs,
    );
    await scanner.do('open', { adapterIds: ['a0', 'eth9'] });
    expect(listening(await scanner.do('status'))).toEqual(['a0', 'eth9']);
    lab.removeAdapter('eth9');
    const { value } = await until(
      () => scanner.do('status'),
      (status) => !listening(status).includes('eth9'),
      noticedMs,
    );
    expect(problemOf(value, 'eth9')).toBe('gone');
    expect(listening(value)).toEqual(['a0']);
    await expectReply('a0', '10.77.128.7');
  });

  it('follows an address that changes', async () => {
    await scanner.do('open', { adapterIds: ['a0', 'b0'] });
    lab.ip('scan', 'addr', 'del', '172.20.0.2/24', 'dev', 'b0');
    lab.ip('scan', 'addr', 'add', '172.20.0.3/24', 'brd', '+', 'dev', 'b0');
    const { tookMs } = await until(
      () => scanner.do('adapters'),
      (list) => list.some(({ addresses }) => addresses[0]?.address === '172.20.0.3'),
      noticedMs,
    );
    expect(tookMs).toBeLessThan(noticedMs);
    await expectReply('b0', '172.20.0.130');
    await expectReply('a0', '10.77.128.8');
  });

  it('names one that loses its address, and uses it again when it comes back', async () => {
    await scanner.do('open', { adapterIds: ['a0', 'b0'] });
    lab.ip('scan', 'addr', 'flush', 'dev', 'b0');
    const lost = await until(
      () => scanner.do('status'),
      (status) => problemOf(status, 'b0') !== null,
      noticedMs,
    );
    expect(problemOf(lost.value, 'b0')).toBe('no-ipv4');
    const silent = (await scanner.do('adapters')).find(({ id }) => id === 'b0');
    expect(silent?.addresses).toEqual([]);
    lab.ip('scan', 'addr', 'add', '172.20.0.2/24', 'brd', '+', 'dev', 'b0');
    const back = await until(
      () => scanner.do('status'),
      (status) => listening(status).includes('b0'),
      noticedMs,
    );
    expect(problemOf(back.value, 'b0')).toBeNull();
    await expectReply('b0', '172.20.0.131');
  });

  it('recovers one that was pulled and put back between two looks', async () => {
    await scanner.do('open', { adapterIds: ['a0', 'b0'] });
    lab.replug();
    const { value } = await until(
      () => scanner.do('send', { adapterId: 'b0' }),
      (problem) => problem === null,
      noticedMs,
    );
    expect(value).toBeNull();
    await expectReply('b0', '172.20.0.160');
    expect((await scanner.do('status')).adapters.map(({ problem }) => problem)).toEqual([
      null,
      null,
    ]);
  });

  it('hears nothing more by one that is switched off', async () => {
    await scanner.do('open', { adapterIds: ['a0', 'b0'] });
    const fleet = { on: '172.20.0.1', first: '172.20.0.140', count: 1, isHeld: true } as const;
    const device = await startDevices(lab, 'devb', { ...fleet, via: 'multicast' });
    await scanner.do('setAdapters', { adapterIds: ['a0'] });
    device.tell('go');
    await device.next();
    const silence = await until(
      () => scanner.do('received'),
      ({ count }) => count > 0,
      500,
    );
    expect(silence.value.count).toBe(0);
    await expectReply('a0', '10.77.128.9');
    expect(await scanner.do('send', { adapterId: 'b0' })).toBe('gone');
    await scanner.do('setAdapters', { adapterIds: ['a0', 'b0'] });
    await scanner.do('reset');
    device.tell('go');
    await device.next();
    const { value } = await until(
      () => scanner.do('received'),
      ({ count }) => count > 0,
      2_000,
    );
    expect(value.sources).toEqual(['172.20.0.140']);
  });
});

describeLab('adapters of other programs', () => {
  it('knows them by name', async () => {
    await begin({
      extraAdapters: [
        { name: 'docker0', address: '172.17.0.1/16' },
        { name: 'tun0', address: '10.8.0.2/24' },
        { name: 'br-0a1b2c3d4e5f', address: '172.18.0.1/16' },
        { name: 'wlan0', address: '192.168.7.2/24' },
      ],
    });
    const adapters = await scanner.do('adapters');
    const kinds = adapters.map(({ id, kind, kindReason }) => [id, kind, kindReason]);
    expect(kinds.filter(([id]) => !String(id).startsWith('p-'))).toEqual([
      ['a0', 'unknown', null],
      ['b0', 'unknown', null],
      ['br-0a1b2c3d4e5f', 'virtual', 'name:br-0a1b2c3d4e5f'],
      ['docker0', 'virtual', 'name:docker0'],
      ['lo', 'loopback', 'name:lo'],
      ['tun0', 'vpn', 'name:tun0'],
      ['wlan0', 'wifi', null],
    ]);
  });

  it('goes on when the join of one adapter fails', async () => {
    await begin({ extraAdapters: [{ name: 'eth9', address: '10.99.0.2/24' }] });
    // The kernel refuses one more membership than this, and the first adapter takes the only one.
    lab.exec('scan', 'sysctl', '-qw', 'net.ipv4.igmp_max_memberships=1');
    await scanner.do('open', { adapterIds: ['a0', 'eth9'] });
    const status = await scanner.do('status');
    expect(listening(status)).toEqual(['a0']);
    expect(problemOf(status, 'eth9')).toBe('join-failed');
    expect(status.adapters[1]?.detail).toContain('ENOBUFS');
    await expectReply('a0', '10.77.128.10');
    lab.exec('scan', 'sysctl', '-qw', 'net.ipv4.igmp_max_memberships=20');
    const { value } = await until(
      () => scanner.do('status'),
      (next) => listening(next).includes('eth9'),
      7_000,
    );
    expect(problemOf(value, 'eth9')).toBeNull();
  });
});

describeLab('a program that keeps the port for itself', () => {
  beforeEach(() => begin());

  it('is named, worked around, and forgotten when it ends', async () => {
    const holder = await startAgent(lab, 'scan', 'holder', '37020');
    const opened = await scanner.do('open', { adapterIds: ['a0', 'b0'] });
    expect(opened.mode).toBe('ephemeral');
    const { value } = await until(
      () => scanner.do('status'),
      (status) => status.holder !== null,
      3_000,
    );
    // `ip netns exec` becomes the program, so its id is the child's.
    expect(value.holder).toBe(`node holder.ts (${holder.pid})`);
    expect(listening(value)).toEqual(['a0', 'b0']);
    expect((await scanner.do('facts')).portHolder).toBe(value.holder);

    const fleet = { on: '10.77.0.1', first: '10.77.128.20', count: 5, via: 'unicast' } as const;
    const devices = await startDevices(lab, 'deva', fleet);
    await scanner.do('send', { adapterId: 'a0' });
    const heard = await until(
      () => scanner.do('received'),
      ({ unique }) => unique >= 5,
      2_000,
    );
    expect(heard.value).toMatchObject({ count: 5, unique: 5, byAdapter: { a0: 5 } });
    await devices.end();

    await holder.end();
    const freed = await until(
      () => scanner.do('status'),
      ({ mode }) => mode === 'shared',
      7_000,
    );
    expect(freed.value).toMatchObject({ mode: 'shared', holder: null });
    expect((await scanner.do('facts')).portHolder).toBeNull();
    await expectReply('b0', '172.20.0.150');
  });

  it('shares the port with another that shares it', async () => {
    const other = await startScanner(lab);
    await other.do('open', { adapterIds: ['a0'] });
    expect((await scanner.do('open', { adapterIds: ['a0'] })).mode).toBe('shared');
    await expectReply('a0', '10.77.128.30');
    expect((await other.do('received')).sources).toContain('10.77.128.30');
    await other.end();
  });
});

describeLab('a switch that forgets its members', () => {
  it('is told of them again', async () => {
    await begin({ isSnooping: true });
    // Two seconds instead of 260; the scanner's minute is two seconds in the agent.
    for (const setting of ['mcast_membership_interval', 'mcast_last_member_interval']) {
      lab.ip('sw', 'link', 'set', 'brA', 'type', 'bridge', setting, '300');
    }
    await scanner.do('open', { adapterIds: ['a0'] });
    const { statuses } = await scanner.do('history');
    expect(statuses).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    const groups = lab.exec('sw', 'bridge', 'mdb', 'show', 'dev', 'brA');
    expect(groups).toContain('port v-scan-a0 grp 239.255.255.250');
    await expectReply('a0', '10.77.128.50');
  });
});

describeLab('connections', () => {
  beforeEach(() => begin());

  it('tells open, refused, silent and no way apart, and reads the MAC of a neighbour', async () => {
    const device = await startAgent(lab, 'deva', 'listener', '10.77.128.40');
    const probe = (address: string) => scanner.do('tcp', { address, port: 8000, ms: 1_000 });
    expect(await probe('10.77.128.40')).toBe('open');
    expect(await probe('10.77.128.41')).toBe('refused');
    expect(await probe('10.77.5.5')).toBe('silent');
    expect(await probe('192.168.1.64')).toBe('no-route');
    const { address } = JSON.parse(lab.ip('deva', '-j', 'link', 'show', 'a0'))[0];
    expect(await scanner.do('mac', { address: '10.77.128.40' })).toBe(address);
    expect(await scanner.do('mac', { address: '10.77.5.5' })).toBeNull();
    expect(await scanner.do('outside')).toBe(0);
    await device.end();
  });
});
