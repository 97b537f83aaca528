import { createSocket, type Socket } from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../../main/ports/log.ts';
import { createFleet, type Fleet, type FleetOptions } from '../../../main/simulator/fleet.ts';
import { startTrainingSite, type TrainingSite } from '../../../main/simulator/sockets.ts';
import { request, text } from './helpers.ts';

const group = '239.255.255.250';
const lo = '127.0.0.1';
const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function socket(address: string, port: number): Promise<Socket> {
  const made = createSocket({ type: 'udp4', reuseAddr: true, recvBufferSize: 4_194_304 });
  return new Promise((resolve, reject) => {
    made.once('error', reject);
    made.bind({ address, port }, () => {
      closers.push(() => made.close());
      resolve(made);
    });
  });
}

/** A port nobody has now; the site binds it a moment later. */
async function freePort(): Promise<number> {
  const made = await socket(lo, 0);
  const { port } = made.address();
  made.close();
  closers.pop();
  return port;
}

interface World {
  readonly fleet: Fleet;
  readonly site: TrainingSite;
  readonly port: number;
  readonly wsPort: number;
  /** Joined to the group, as the core's receiver. */
  readonly joined: Socket;
  /** Asks and gets unicast answers. */
  readonly asker: Socket;
}

async function world(options: FleetOptions = { scenario: 'small-shop' }): Promise<World> {
  const [port, wsPort] = [await freePort(), await freePort()];
  const fleet = createFleet(options);
  const site = await startTrainingSite({
    fleet,
    bindAddress: lo,
    log: silentLog,
    sadpPort: port,
    wsDiscoveryPort: wsPort,
  });
  closers.push(() => site.close());
  const joined = await socket('0.0.0.0', port);
  joined.addMembership(group, lo);
  const asker = await socket(lo, 0);
  asker.setMulticastInterface(lo);
  return { fleet, site, port, wsPort, joined, asker };
}

/** Resolves when a datagram made the collection complete; the runner's own limit ends a wait in vain. */
function collect(
  from: Socket,
  isDone: (all: readonly string[]) => boolean,
): Promise<readonly string[]> {
  const all: string[] = [];
  return new Promise((resolve) => {
    from.on('message', (data) => {
      all.push(text(data));
      if (isDone(all)) resolve(all);
    });
  });
}

const answersIn = (all: readonly string[]): readonly string[] =>
  all.filter((one) => one.includes('<ProbeMatch>'));
const serialsIn = (all: readonly string[]): Set<string | undefined> =>
  new Set(answersIn(all).map((one) => /<DeviceSN>([^<]+)/.exec(one)?.[1]));

describe('the training site on loopback', () => {
  it('answers multicast to everybody and, where the device does, to the asker too', async () => {
    const { fleet, port, joined, asker } = await world();
    const heard = collect(joined, (all) => answersIn(all).length === 6);
    const own = collect(asker, (all) => all.length === 2);
    asker.send(request(), port, group);
    expect(serialsIn(await heard)).toEqual(new Set(fleet.devices.map((device) => device.serial)));
    const both = fleet.devices.filter((device) => device.spec.answers === 'both');
    expect(serialsIn(await own)).toEqual(new Set(both.map((device) => device.serial)));
  });

  it('lets two thousand answer one inquiry', async () => {
    const scenario = Array.from({ length: 2000 }, () => ({ model: 'DS-2CD2385G1-I' }));
    const { port, joined, asker } = await world({ scenario });
    const heard = collect(joined, (all) => answersIn(all).length >= 1990);
    asker.send(request(), port, group);
    expect(serialsIn(await heard).size).toBeGreaterThanOrEqual(1990);
  });

  it('does not answer its own answers', async () => {
    const { port, joined, asker } = await world();
    const first = collect(joined, (all) => answersIn(all).length === 6);
    asker.send(request(), port, group);
    await first;
    const second = collect(joined, (all) => answersIn(all).length === 6);
    asker.send(request('inquiry', { uuid: '23A2C5C8-1F5F-4E26-8B1C-0242AC120002' }), port, group);
    const later = await second;
    expect(answersIn(later).every((one) => one.includes('<Uuid>23A2'))).toBe(true);
  });

  it('carries Hello of a device that came up', async () => {
    const { fleet, joined } = await world({
      scenario: [{ model: 'I81EM', bootMs: 20, replyDelayMs: 0 }],
    });
    const heard = collect(joined, (all) => all.some((one) => one.includes('<Hello>')));
    fleet.reboot(fleet.find('I81EM'), Date.now());
    expect((await heard).at(-1)).toContain('<DeviceDescription>I81EM<');
  });

  it('answers WS-Discovery to the asker', async () => {
    const { wsPort, asker } = await world({
      scenario: [{ model: 'DS-2CD5026EFWD-A' }, { model: 'DS-2CD2385G1-I' }],
    });
    const heard = collect(asker, (all) => all.length === 1);
    asker.send(
      '<e:Envelope xmlns:e="x"><e:Header><MessageID>urn:uuid:1</MessageID></e:Header><e:Body><Probe/></e:Body></e:Envelope>',
      wsPort,
      group,
    );
    expect((await heard)[0]).toContain('hardware/DS-2CD5026EFWD-A');
  });

  it('lets one device be asked alone', async () => {
    const { fleet, site, port, joined, asker } = await world();
    const all: string[] = [];
    joined.on('message', (data) => all.push(text(data)));
    const own = collect(asker, (got) => got.length === 1);
    const door = await site.dial('192.168.1.101', port);
    asker.send(request(), door?.port ?? 0, door?.host);
    const asked = fleet.find('DS-2CD2385G1-I');
    expect(serialsIn(await own)).toEqual(new Set([asked.serial]));
    await expect.poll(() => serialsIn(all)).toEqual(new Set([asked.serial]));
    expect(await site.dial('192.168.1.222', port)).toBeNull();
  });

  it('opens a listener for the port that is dialled, and only for one that is open', async () => {
    const { fleet, site } = await world();
    const place = await site.dial('192.168.1.101', 80);
    expect(place?.host).toBe(lo);
    expect(await site.dial('192.168.1.101', 80)).toEqual(place);
    expect(await site.dial('192.168.1.101', 81)).toBeNull();
    expect(await site.dial('192.168.1.222', 80)).toBeNull();
    const page = await fetch(`http://${lo}:${place?.port}/SDK/activateStatus`);
    expect(page.headers.get('server')).toBe('App-webs/');
    expect(await page.text()).toContain('<Activated>true</Activated>');
    const refused = await fetch(`http://${lo}:${place?.port}/ISAPI/System/deviceInfo`);
    expect(refused.status).toBe(401);
    fleet.powerOff(fleet.find('DS-2CD2385G1-I'));
    expect(await site.dial('192.168.1.101', 80)).toBeNull();
    await expect(fetch(`http://${lo}:${place?.port}/`)).rejects.toThrow();
  });

  // Other systems do not have the rest of 127.0.0.0/8 without being told.
  it.skipIf(process.platform !== 'linux')('can listen on the devices’ own addresses', async () => {
    const httpPort = await freePort();
    const model = 'DS-2CD2345FWD-I';
    const fleet = createFleet({
      scenario: [{ model, address: '127.0.53.1', httpPort, commandPort: httpPort + 1, bootMs: 1 }],
    });
    const [sadpPort, wsDiscoveryPort] = [await freePort(), await freePort()];
    const options = { fleet, bindAddress: lo, log: silentLog, sadpPort, wsDiscoveryPort };
    const site = await startTrainingSite({ ...options, httpAt: 'device-address' });
    closers.push(() => site.close());
    const get = (address: string): Promise<Response> => fetch(`http://${address}:${httpPort}/`);
    expect((await get('127.0.53.1')).status).toBe(200);
    expect(await site.dial('127.0.53.1', httpPort)).toEqual({ host: '127.0.53.1', port: httpPort });
    fleet.readdress(fleet.find(model), { address: '127.0.53.2' });
    await expect.poll(async () => (await get('127.0.53.2')).status).toBe(200);
    await expect(get('127.0.53.1')).rejects.toThrow();
  });

  it('shows the adapter of its scenario', async () => {
    const { site } = await world({ scenario: 'hotel' });
    expect(site.adapter).toMatchObject({ id: 'training', name: 'Training site', kind: 'ethernet' });
    expect(site.adapter.addresses.map((one) => one.address)).toEqual([
      '192.168.1.10',
      '192.168.2.10',
    ]);
  });

  it('says in plain codes why it cannot start', async () => {
    const fleet = createFleet({ scenario: 'small-shop' });
    const taken = createSocket({ type: 'udp4', reuseAddr: false });
    await new Promise<void>((resolve) => taken.bind({ address: '0.0.0.0', port: 0 }, resolve));
    closers.push(() => taken.close());
    const sadpPort = taken.address().port;
    const start = (patch: { bindAddress: string; sadpPort: number }) =>
      startTrainingSite({ fleet, log: silentLog, ...patch });
    await expect(start({ bindAddress: lo, sadpPort })).rejects.toMatchObject({
      code: 'network.port-closed',
      params: { port: sadpPort },
    });
    const other = await freePort();
    await expect(start({ bindAddress: '203.0.113.7', sadpPort: other })).rejects.toMatchObject({
      code: 'network.adapter-not-found',
    });
  });
});
