import { createSocket, type Socket } from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../../main/ports/log.ts';
import type { Datagram } from '../../../main/ports/network.ts';
import { createFleet, type Fleet } from '../../../main/simulator/fleet.ts';
import { createMemoryNetwork } from '../../../main/simulator/net.ts';
import { startTrainingSite } from '../../../main/simulator/sockets.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';
import { keys, macOf, netBody, newUuid, updateBlock } from './client.ts';
import { bytes, element, text } from './helpers.ts';

const password = 'Abcd1234!';
const camera: DeviceSpec = {
  model: 'DS-2CD2143G2-I',
  password,
  address: '192.168.1.64',
  replyDelayMs: 30,
};
const only = (fleet: Fleet) => {
  const [device] = fleet.devices;
  if (device === undefined) throw new Error('no device was made');
  return device;
};

function commandText(fleet: Fleet, types: string, body: (uuid: string) => string): Uint8Array {
  const uuid = newUuid();
  return bytes(
    `<?xml version="1.0" encoding="utf-8"?><Probe><Uuid>${uuid}</Uuid><MAC>${macOf(only(fleet))}</MAC><Types>${types}</Types>${body(uuid)}</Probe>`,
  );
}

const updateText = (fleet: Fleet, changes: Parameters<typeof netBody>[0] = {}): Uint8Array => {
  const at = { fleet, device: only(fleet), now: 0 };
  return commandText(fleet, 'update', (uuid) => updateBlock(at, password, uuid) + netBody(changes));
};

async function memory(spec: DeviceSpec) {
  const clock = createFakeClock();
  const fleet = createFleet({ scenario: [spec], startedAt: clock.now() });
  const network = createMemoryNetwork({ clock, fleet });
  const got: Datagram[] = [];
  const channel = await network.openChannel({
    group: '239.255.255.250',
    port: 37020,
    adapterIds: ['eth0'],
    onDatagrams: (batch) => got.push(...batch),
    onStatus: () => undefined,
  });
  const send = (data: Uint8Array) => channel.send('eth0', { kind: 'multicast' }, data);
  const seen = () => got.map(({ data, fromAddress }) => [fromAddress, rootOf(text(data))]);
  return { clock, fleet, network, got, send, seen };
}

const rootOf = (xml: string): string | undefined => /<(ProbeMatch|Hello|Probe)>/.exec(xml)?.[1];

describe('in memory', () => {
  it('an edited device answers from the old address and greets from the new one', async () => {
    const { clock, fleet, send, seen } = await memory(camera);
    await send(updateText(fleet));
    await clock.advance(1_000);
    expect(seen()).toEqual([
      ['192.168.1.64', 'ProbeMatch'],
      ['192.168.1.77', 'Hello'],
    ]);
    expect(fleet.addressOwners('192.168.1.77')).toHaveLength(1);
    expect(fleet.addressOwners('192.168.1.64')).toHaveLength(0);
  });

  it('a late one does it by the clock', async () => {
    const { clock, fleet, send, seen } = await memory({ ...camera, acts: ['applies-late'] });
    await send(updateText(fleet));
    await clock.advance(19_000);
    expect(seen()).toEqual([['192.168.1.64', 'ProbeMatch']]);
    await clock.advance(2_000);
    expect(seen()[1]).toEqual(['192.168.1.77', 'Hello']);
  });

  it('an answer can come from another address, and later than anybody waits', async () => {
    const acts = ['late', { act: 'other-address', address: '192.168.1.9' }] as const;
    const { clock, fleet, send, seen } = await memory({ ...camera, acts });
    await send(commandText(fleet, 'lamp', () => '<Action>open</Action>'));
    await clock.advance(12_000);
    expect(seen()).toEqual([]);
    await clock.advance(100);
    expect(seen()).toEqual([['192.168.1.9', 'ProbeMatch']]);
  });

  it('a rogue answers before the device, with a string of its own', async () => {
    const { clock, fleet, network, got, send, seen } = await memory(camera);
    const rogue = fleet.addRogue({
      mac: only(fleet).mac,
      answers: 'exchangecode',
      address: '192.168.1.9',
    });
    await send(commandText(fleet, 'exchangecode', () => `<Code>${keys[1024].der}</Code>`));
    await clock.advance(1_000);
    expect(seen()).toEqual([
      ['192.168.1.9', 'ProbeMatch'],
      ['192.168.1.64', 'ProbeMatch'],
    ]);
    expect(new Set(got.map(({ data }) => element(text(data), 'Uuid'))).size).toBe(1);
    expect(new Set(got.map(({ data }) => element(text(data), 'Code'))).size).toBe(2);
    expect([rogue.exchangesAnswered, rogue.passwordsHeard]).toEqual([1, []]);
    await network.close();
  });

  it('a device without power does not finish what it had promised to do aloud', async () => {
    const { clock, fleet, send, seen } = await memory(camera);
    await send(updateText(fleet));
    await clock.advance(100);
    fleet.powerOff(only(fleet));
    await clock.advance(1_000);
    expect(seen()).toEqual([['192.168.1.64', 'ProbeMatch']]);
    expect(only(fleet).address).toBe('192.168.1.77');
  });
});

const group = '239.255.255.250';
const lo = '127.0.0.1';
const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function bound(address: string, port: number): Promise<Socket> {
  const made = createSocket({ type: 'udp4', reuseAddr: true });
  return new Promise((resolve, reject) => {
    made.once('error', reject);
    made.bind({ address, port }, () => {
      closers.push(() => made.close());
      resolve(made);
    });
  });
}

/** A site on loopback and what its group hears: sender and text. */
async function onSockets(spec: DeviceSpec) {
  const probe = await bound(lo, 0);
  const sadpPort = probe.address().port;
  const fleet = createFleet({ scenario: [spec], startedAt: Date.now() });
  const taken = await bound(lo, 0);
  const wsDiscoveryPort = taken.address().port;
  const options = { fleet, bindAddress: lo, log: silentLog, sadpPort, wsDiscoveryPort };
  const site = await startTrainingSite(options);
  closers.push(() => site.close());
  const joined = await bound('0.0.0.0', sadpPort);
  joined.addMembership(group, lo);
  const heard: [from: string, xml: string][] = [];
  joined.on('message', (data, from) => heard.push([from.address, text(data)]));
  const asker = await bound(lo, 0);
  asker.setMulticastInterface(lo);
  const send = (data: Uint8Array): void => asker.send(data, sadpPort, group);
  const answers = () => heard.filter(([, xml]) => rootOf(xml) !== 'Probe');
  return { fleet, site, send, answers, heard, sadpPort };
}

describe('on real sockets', () => {
  it('an edited device greets, and is dialled at its new address', async () => {
    const { fleet, site, send, answers, sadpPort } = await onSockets(camera);
    send(updateText(fleet));
    await expect
      .poll(() => answers().map(([, xml]) => rootOf(xml)))
      .toEqual(['ProbeMatch', 'Hello']);
    expect(element(answers()[1]?.[1] ?? '', 'IPv4Address')).toBe('192.168.1.77');
    expect(await site.dial('192.168.1.77', sadpPort)).not.toBeNull();
    expect(await site.dial('192.168.1.64', sadpPort)).toBeNull();
    expect(await site.dial('192.168.1.77', 80)).not.toBeNull();
  });

  it.skipIf(process.platform !== 'linux')('a rogue answers from its own address', async () => {
    const { fleet, send, answers } = await onSockets(camera);
    fleet.addRogue({ mac: only(fleet).mac, answers: 'exchangecode', address: '127.0.53.9' });
    send(commandText(fleet, 'exchangecode', () => `<Code>${keys[1024].der}</Code>`));
    await expect.poll(() => answers().map(([from]) => from)).toEqual(['127.0.53.9', lo]);
    expect(new Set(answers().map(([, xml]) => element(xml, 'Code'))).size).toBe(2);
  });

  it('an echoed command does not go round for ever', async () => {
    const { fleet, send, heard } = await onSockets({ ...camera, acts: ['echo'] });
    send(commandText(fleet, 'lamp', () => '<Action>open</Action>'));
    await expect.poll(() => heard.length).toBe(2);
    await expect.poll(() => only(fleet).commandsHeard.length).toBe(2);
    expect(only(fleet).commandsHeard[1]?.isReplay).toBe(true);
    send(commandText(fleet, 'exchangecode', () => `<Code>${keys[1024].der}</Code>`));
    await expect.poll(() => heard.length).toBe(4);
  });
});
