import { createSocket, type Socket } from 'node:dgram';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeNetwork, type NodeNetworkOptions } from '../../../main/adapters/node/network.ts';
import { silentLog } from '../../../main/ports/log.ts';
import type {
  AdapterInfo,
  Channel,
  ChannelOptions,
  ChannelStatus,
  Datagram,
  Network,
} from '../../../main/ports/network.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';
import { v4 } from './recorded-interfaces.ts';

const workerUrl = new URL('../../../main/adapters/node/udp-worker.ts', import.meta.url);
const group = '239.255.255.250';
const networks: Network[] = [];
const sockets: Socket[] = [];
let port = 0;

function bound(at: number, address: string, reuseAddr: boolean): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = createSocket({ type: 'udp4', reuseAddr });
    sockets.push(socket);
    socket.bind(at, address, () => resolve(socket));
  });
}

function closed(socket: Socket): Promise<void> {
  sockets.splice(sockets.indexOf(socket), 1);
  return new Promise((resolve) => socket.close(() => resolve()));
}

beforeEach(async () => {
  const probe = await bound(0, '0.0.0.0', false);
  port = probe.address().port;
  await closed(probe);
});

afterEach(async () => {
  await Promise.all(networks.splice(0).map((network) => network.close()));
  await Promise.all([...sockets].map(closed));
});

async function open(options: Partial<NodeNetworkOptions> = {}): Promise<Network> {
  const network = await createNodeNetwork({ log: silentLog, workerUrl, ...options });
  networks.push(network);
  return network;
}

/** What a channel hears and says, with waiting for the first that fits. */
class Ear {
  readonly datagrams: Datagram[] = [];
  readonly statuses: ChannelStatus[] = [];
  #check: () => void = () => undefined;

  options(adapterIds: readonly string[]): ChannelOptions {
    return {
      group,
      port,
      adapterIds,
      onDatagrams: (batch) => {
        this.datagrams.push(...batch);
        this.#check();
      },
      onStatus: (status) => {
        this.statuses.push(status);
        this.#check();
      },
    };
  }

  get texts(): string[] {
    return this.datagrams.map(({ data }) => new TextDecoder().decode(data));
  }

  until(isEnough: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#check = () => {
        if (isEnough()) resolve();
      };
      this.#check();
    });
  }
}

const lo = { lo: [v4('127.0.0.1', '255.0.0.0', '00:00:00:00:00:00', true)] };

function machine(list: () => NodeJS.Dict<ReturnType<typeof v4>[]>) {
  return {
    platform: 'linux',
    list,
    hardware: () => ({ isWireless: null, hasDevice: null }),
    exists: () => false,
  };
}

async function onLoopback(): Promise<{ network: Network; channel: Channel; ear: Ear }> {
  const ear = new Ear();
  const network = await open({ interfaces: machine(() => lo) });
  const channel = await network.openChannel(ear.options(['lo']));
  return { network, channel, ear };
}

describe('the socket reader', () => {
  it('takes valid datagrams after rubbish, an empty and an oversize one', async () => {
    const { channel, ear } = await onLoopback();
    const device = await bound(0, '127.0.0.1', false);
    device.send(
      Uint8Array.from({ length: 300 }, (_, at) => at % 256),
      port,
      '127.0.0.1',
    );
    device.send('', port, '127.0.0.1');
    device.send(new Uint8Array(40_000), port, '127.0.0.1');
    device.send('valid', port, '127.0.0.1');
    await ear.until(() => ear.texts.includes('valid'));
    expect(ear.datagrams.map(({ data }) => data.length)).toEqual([300, 0, 5]);
    expect(channel.status().oversize).toBe(1);
    expect(ear.datagrams[2]).toMatchObject({
      fromAddress: '127.0.0.1',
      fromPort: device.address().port,
      adapterId: 'lo',
    });
    expect(Math.abs(Date.now() - (ear.datagrams[2]?.receivedAt ?? 0))).toBeLessThan(10_000);
  });

  it('hears multicast on the joined socket, without an adapter', async () => {
    const { ear } = await onLoopback();
    const device = await bound(0, '127.0.0.1', false);
    device.setMulticastInterface('127.0.0.1');
    device.send('hello', port, group);
    await ear.until(() => ear.texts.includes('hello'));
    expect(ear.datagrams).toHaveLength(1);
    expect(ear.datagrams[0]?.adapterId).toBeNull();
  });

  // Only Linux has the rest of 127.0.0.0/8 without adding it.
  it.runIf(process.platform === 'linux')('sends from the port it listens on', async () => {
    const { channel } = await onLoopback();
    const device = await bound(port, '127.0.0.2', true);
    const heard = new Promise((resolve) => {
      device.once('message', (data, from) => resolve([`${data}`, from.address, from.port]));
    });
    const target = { kind: 'unicast', address: '127.0.0.2' } as const;
    expect(await channel.send('lo', target, new TextEncoder().encode('question'))).toBeNull();
    expect(await heard).toEqual(['question', '127.0.0.1', port]);
  });

  it('says nothing more after close', async () => {
    const { network, channel, ear } = await onLoopback();
    await channel.close();
    await channel.close();
    expect(channel.status().mode).toBe('closed');
    const again = new Ear();
    await network.openChannel(again.options(['lo']));
    const device = await bound(0, '127.0.0.1', false);
    device.send('late', port, '127.0.0.1');
    await again.until(() => again.texts.includes('late'));
    expect(ear.datagrams).toEqual([]);
    expect(await channel.send('lo', { kind: 'multicast' }, new Uint8Array(1))).toBe('gone');
  });
});

describe('adapters that fail', () => {
  const bad = { ...lo, eth7: [v4('10.255.254.253', '255.255.255.0', '44:19:b6:01:02:03')] };

  it('go into the status and leave the others alone', async () => {
    const network = await open({ interfaces: machine(() => bad) });
    const ear = new Ear();
    const channel = await network.openChannel(ear.options(['eth7', 'lo', 'eth9']));
    const states = channel.status().adapters.map(({ id, isListening, problem }) => {
      return [id, isListening, problem];
    });
    expect(states[0]?.[0]).toBe('eth7');
    expect(states[0]?.[1]).toBe(false);
    expect(['bind-failed', 'join-failed']).toContain(states[0]?.[2]);
    expect(states.slice(1)).toEqual([
      ['lo', true, null],
      ['eth9', false, 'gone'],
    ]);
    expect(ear.statuses).toHaveLength(1);
    const device = await bound(0, '127.0.0.1', false);
    device.send('still here', port, '127.0.0.1');
    await ear.until(() => ear.texts.includes('still here'));
  });

  it('are not touched when they are not among the allowed', async () => {
    const network = await open({ interfaces: machine(() => bad), only: ['127.0.0.1'] });
    expect(network.adapters().map(({ id }) => id)).toEqual(['eth7', 'lo']);
    const channel = await network.openChannel(new Ear().options(['eth7', 'lo']));
    expect(channel.status().adapters.map(({ id }) => id)).toEqual(['lo']);
  });

  it('are tried again when they change', async () => {
    let listing: NodeJS.Dict<ReturnType<typeof v4>[]> = {};
    const clock = createFakeClock();
    const network = await open({ interfaces: machine(() => listing), clock });
    const ear = new Ear();
    const channel = await network.openChannel(ear.options(['lo']));
    expect(channel.status().adapters).toMatchObject([{ id: 'lo', problem: 'gone' }]);
    listing = lo;
    await clock.advance(2_000);
    await ear.until(() => channel.status().adapters[0]?.isListening === true);
    expect(ear.statuses.at(-1)?.adapters).toMatchObject([{ id: 'lo', problem: null }]);
  });
});

describe('the membership', () => {
  it('is renewed every minute without missing or doubling a datagram', async () => {
    const clock = createFakeClock();
    const network = await open({ interfaces: machine(() => lo), clock });
    const ear = new Ear();
    const channel = await network.openChannel(ear.options(['lo']));
    const device = await bound(0, '127.0.0.1', false);
    device.setMulticastInterface('127.0.0.1');
    for (let minute = 0; minute < 5; minute += 1) {
      await clock.advance(60_000);
      // Waits for the renewal under way.
      await channel.setAdapters(['lo']);
      device.send(`minute ${minute}`, port, group);
      await ear.until(() => ear.texts.includes(`minute ${minute}`));
    }
    expect(ear.texts).toEqual([0, 1, 2, 3, 4].map((minute) => `minute ${minute}`));
    expect(ear.statuses).toHaveLength(1);
  });
});

describe('a port that is taken', () => {
  it('is left for another, and taken back within five seconds of its release', async () => {
    const holder = await bound(port, '0.0.0.0', false);
    const clock = createFakeClock();
    const network = await open({ interfaces: machine(() => lo), clock });
    const ear = new Ear();
    const channel = await network.openChannel(ear.options(['lo']));
    expect(channel.status()).toMatchObject({
      mode: 'ephemeral',
      adapters: [{ isListening: true }],
    });
    await closed(holder);
    await clock.advance(5_000);
    await ear.until(() => ear.statuses.at(-1)?.mode === 'shared');
    const device = await bound(0, '127.0.0.1', false);
    device.send('back', port, '127.0.0.1');
    await ear.until(() => ear.texts.includes('back'));
  });
});

describe('a receiving thread that does not work', () => {
  it('closes the channel instead of hanging', async () => {
    const broken = new URL('data:text/javascript,process.exit(1)');
    const network = await open({ interfaces: machine(() => lo), workerUrl: broken });
    const channel = await network.openChannel(new Ear().options(['lo']));
    expect(channel.status()).toMatchObject({
      mode: 'closed',
      adapters: [{ isListening: false, problem: 'bind-failed' }],
    });
  });
});

describe('the training site', () => {
  const address = { netmask: '255.255.255.0', prefix: 24, broadcast: '192.168.1.255' };
  const adapter: AdapterInfo = {
    id: 'training',
    name: 'Training site',
    kind: 'ethernet',
    kindReason: null,
    mac: null,
    addresses: [{ address: '192.168.1.10', ...address }],
  };

  async function training(homes: Readonly<Record<string, number>> = {}): Promise<Network> {
    return open({
      training: {
        adapter,
        bindAddress: '127.0.0.1',
        dial: async (wanted, at) => {
          const home = homes[`${wanted}:${at}`];
          return home === undefined ? null : { host: '127.0.0.1', port: home };
        },
      },
    });
  }

  it('shows one adapter and carries multicast both ways over loopback', async () => {
    const network = await training();
    expect(network.adapters()).toEqual([adapter]);
    const device = await bound(port, '0.0.0.0', true);
    device.addMembership(group, '127.0.0.1');
    device.setMulticastInterface('127.0.0.1');
    device.on('message', (data) => {
      if (data.toString() === 'who') device.send('me', port, group);
    });
    const ear = new Ear();
    const channel = await network.openChannel(ear.options(['training']));
    expect(channel.status().adapters).toMatchObject([{ isListening: true, problem: null }]);
    const who = new TextEncoder().encode('who');
    expect(await channel.send('training', { kind: 'multicast' }, who)).toBeNull();
    await ear.until(() => ear.texts.includes('me'));
    expect(ear.datagrams.every(({ fromAddress }) => fromAddress === '127.0.0.1')).toBe(true);
  });

  it('sends unicast where the made-up device lives, and nowhere else', async () => {
    const device = await bound(0, '127.0.0.1', false);
    const heard = new Promise((resolve) => device.once('message', (data) => resolve(`${data}`)));
    const network = await training({ [`192.168.1.64:${port}`]: device.address().port });
    const channel = await network.openChannel(new Ear().options(['training']));
    const data = new TextEncoder().encode('you');
    const send = (to: string) => channel.send('training', { kind: 'unicast', address: to }, data);
    expect(await send('192.168.1.65')).toBeNull();
    expect(await send('203.0.113.5')).toBe('no-route');
    expect(await send('192.168.1.64')).toBeNull();
    expect(await heard).toBe('you');
  });

  it('dials instead of connecting, and reads nothing of this machine', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const place = server.address();
    const home = typeof place === 'object' && place !== null ? place.port : 0;
    const network = await training({ '192.168.1.64:8000': home });
    expect(await network.tcpProbe('192.168.1.64', 8000, 1_000)).toBe('open');
    expect(await network.tcpProbe('192.168.1.65', 8000, 1_000)).toBe('silent');
    expect(await network.neighbourMac('192.168.1.64')).toBeNull();
    const facts = await network.facts();
    expect(facts).toMatchObject({ rpFilter: null, portHolder: null, defaultRoutes: null });
    expect(network.droppedDatagrams()).toBeNull();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('the fence around the LAN', () => {
  it('refuses every address outside and sends nothing there', async () => {
    const { network, channel } = await onLoopback();
    expect(await network.tcpProbe('203.0.113.5', 80, 1_000)).toBe('no-route');
    expect(await network.tcpProbe('camera.example', 80, 1_000)).toBe('no-route');
    const rest = { port: 80, isTls: false, path: '/', timeoutMs: 1_000, maxBytes: 10 };
    expect(await network.httpProbe({ address: '203.0.113.5', ...rest })).toBeNull();
    const target = { kind: 'unicast', address: '203.0.113.5' } as const;
    expect(await channel.send('lo', target, new Uint8Array(3))).toBe('no-route');
    expect(network.bytesOutsideLan()).toBe(0);
  });

  it('ends probes under way when it closes', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const place = server.address();
    const home = typeof place === 'object' && place !== null ? place.port : 0;
    const { network } = await onLoopback();
    const rest = { isTls: false, path: '/', timeoutMs: 60_000, maxBytes: 10 };
    const pending = network.httpProbe({ address: '127.0.0.1', port: home, ...rest });
    await network.close();
    expect(await pending).toBeNull();
    await new Promise((resolve) => server.close(resolve));
  });

  it('tells what it reads of this machine without failing', async () => {
    const { network } = await onLoopback();
    const facts = await network.facts();
    expect(facts.platform).toBe(process.platform);
    expect(facts.evidence.length).toBeGreaterThan(0);
  });
});
