import { isLanAddress } from '../contract/ip.ts';
import type { CancelSignal } from '../ports/cancel.ts';
import type { Clock } from '../ports/clock.ts';
import type {
  AdapterInfo,
  Channel,
  ChannelOptions,
  HttpProbeReply,
  HttpProbeRequest,
  NetProblem,
  Network,
  NetworkFacts,
  SendTarget,
  TcpProbeResult,
} from '../ports/network.ts';
import type { SimDevice } from './device.ts';
import type { Fleet, FleetEvent } from './fleet.ts';
import { type ChannelWorld, MemoryChannel } from './net-channel.ts';
import { createRng } from './rng.ts';
import { adapterAddress } from './scenarios/site.ts';
import type { SimHttpReply } from './types.ts';
import { isOnLink, type Reach, usualReach } from './wire.ts';

export interface LineFaults {
  /** Share of datagrams lost, each way. */
  readonly lossPercent?: number;
  readonly duplicatePercent?: number;
  /** Up to this much is added to every reply's delay. */
  readonly jitterMs?: number;
  readonly seed?: number;
}

export interface MemoryNetworkOptions {
  readonly fleet: Fleet;
  readonly clock: Clock;
  /** One Ethernet adapter `eth0` with 192.168.1.10/24 when absent. */
  readonly adapters?: readonly AdapterInfo[];
  readonly faults?: LineFaults;
  /** Whether the adapter and the device share a wire; the device's `wires` decide when absent. */
  readonly reach?: Reach;
  /** What happens to unicast traffic for addresses outside the adapters' subnets; `no-route` when absent. */
  readonly offLink?: 'no-route' | 'silent' | 'routed';
}

/** One datagram the core sent, or tried to. */
export interface SentRecord {
  readonly at: number;
  readonly port: number;
  readonly adapterId: string;
  readonly target: SendTarget;
  readonly data: Uint8Array;
  readonly problem: NetProblem | null;
}

/** One TCP connection the core made, or tried to. */
export interface DialRecord {
  readonly at: number;
  readonly address: string;
  readonly port: number;
  /** `null` for a bare connection. */
  readonly path: string | null;
}

export interface InjectedDatagram {
  readonly data: Uint8Array;
  readonly fromAddress: string;
  readonly fromPort?: number;
  /** `null`: it comes on the joined socket. */
  readonly adapterId: string | null;
  /** Port of the channel it arrives at; 37020 when absent. */
  readonly port?: number;
}

/** The machine's network with a fleet behind it, in memory, moved by the given clock alone. */
export interface MemoryNetwork extends Network {
  /** Addresses of a name in the site's DNS; none for names it does not know. */
  resolve(name: string): Promise<readonly string[]>;
  /** Replaces the adapters, as when cables are pulled; listeners are told at once. */
  setAdapters(list: readonly AdapterInfo[]): void;
  /** Delivers a datagram no device sent: rubbish, another client, a flood. */
  inject(datagram: InjectedDatagram): void;
  readonly sent: readonly SentRecord[];
  readonly dialled: readonly DialRecord[];
  /** The next `count` sends fail so; 1 when absent. */
  failNext(problem: NetProblem, count?: number): void;
  /** The adapter joins nothing and sends nothing until the problem is `null`. */
  setAdapterProblem(id: string, problem: NetProblem | null, detail?: string): void;
  /** How the SADP port could be had. `ephemeral`: only unicast answers arrive. */
  setMode(mode: 'shared' | 'ephemeral' | 'closed', holder?: string | null): void;
  setFacts(patch: Partial<NetworkFacts>): void;
  setFaults(faults: LineFaults): void;
}

/** An adapter as tests need it: `memoryAdapter({ id: 'eth1', address: '10.0.0.5', prefix: 8 })`. */
export function memoryAdapter(
  part: Partial<Omit<AdapterInfo, 'addresses'>> & { id: string; address?: string; prefix?: number },
): AdapterInfo {
  const { id, address, prefix = 24, ...rest } = part;
  return {
    name: id,
    kind: 'ethernet',
    kindReason: null,
    mac: '02:00:5e:00:53:01',
    ...rest,
    id,
    addresses: address === undefined ? [] : [adapterAddress(address, prefix)],
  };
}

const answerMs = 2;

const usualFacts: NetworkFacts = {
  platform: 'linux',
  rpFilter: null,
  defaultRoutes: null,
  droppedDatagrams: null,
  portHolder: null,
  firewall: null,
  evidence: [],
};

/** Adapters, channels and their state; the part of the network that is about datagrams. */
class Lines implements ChannelWorld {
  readonly fleet: Fleet;
  readonly clock: Clock;
  readonly reach: Reach;
  readonly offLink: 'no-route' | 'silent' | 'routed';
  adapters: readonly AdapterInfo[];
  faults: LineFaults;
  readonly rng;
  readonly sent: SentRecord[] = [];
  readonly dialled: DialRecord[] = [];
  readonly problems = new Map<string, { problem: NetProblem; detail: string | null }>();
  readonly failures: NetProblem[] = [];
  readonly channels = new Set<MemoryChannel>();
  mode: 'shared' | 'ephemeral' | 'closed' = 'shared';
  holder: string | null = null;
  bytesOutside = 0;

  constructor(options: MemoryNetworkOptions) {
    this.fleet = options.fleet;
    this.clock = options.clock;
    this.reach = options.reach ?? usualReach;
    this.offLink = options.offLink ?? 'no-route';
    this.adapters = options.adapters ?? [memoryAdapter({ id: 'eth0', address: '192.168.1.10' })];
    this.faults = options.faults ?? {};
    this.rng = createRng(this.faults.seed ?? 1);
  }

  adapter(id: string): AdapterInfo | undefined {
    return this.adapters.find((adapter) => adapter.id === id);
  }

  isLost(): boolean {
    return this.rng.chance(this.faults.lossPercent ?? 0);
  }

  record(entry: Omit<SentRecord, 'at'>): void {
    this.sent.push({ ...entry, at: this.clock.now() });
    const { target } = entry;
    if (target.kind === 'unicast') this.countOutside(target.address, entry.data.length);
  }

  countOutside(address: string, bytes: number): void {
    if (!isLanAddress(address)) this.bytesOutside += bytes;
  }

  tellChannels(): void {
    for (const channel of this.channels) channel.tellStatus();
  }

  /** Devices that a packet to this address from this machine ends at: one, the winner of the ARP race. */
  ownerOf(address: string): SimDevice | undefined {
    const routes = this.adapters.filter(
      (adapter) => isOnLink(adapter, address) || this.offLink === 'routed',
    );
    return this.fleet
      .addressOwners(address)
      .find((device) => routes.some((adapter) => this.reach(adapter.id, device)));
  }

  hasRoute(address: string): boolean {
    return (
      this.offLink !== 'no-route' || this.adapters.some((adapter) => isOnLink(adapter, address))
    );
  }

  private settleAt(at: number): void {
    const waitMs = Math.max(0, at - this.clock.now());
    // A clock that was set back meanwhile must not leave a device booting for ever.
    this.clock.after(waitMs, () => this.fleet.settle(Math.max(at, this.clock.now())));
  }

  /** A booting device is up by itself when its time has come, and says Hello. */
  follow(event: FleetEvent): void {
    if (event.kind === 'booting') this.settleAt(event.dueAt);
    if (event.kind === 'later') this.settleAt(event.at);
    if (event.kind === 'up' || event.kind === 'greets') {
      for (const channel of this.channels) channel.hearHello(event.device);
    }
  }
}

/** Waits on the clock, or less when cancelled. */
function wait(clock: Clock, delayMs: number, signal?: CancelSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      timer.cancel();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = clock.after(delayMs, end);
    signal?.addEventListener('abort', end);
    if (signal?.aborted === true) end();
  });
}

async function probeTcp(
  lines: Lines,
  target: { address: string; port: number; timeoutMs: number },
  signal?: CancelSignal,
): Promise<TcpProbeResult> {
  const { address, port, timeoutMs } = target;
  lines.dialled.push({ at: lines.clock.now(), address, port, path: null });
  lines.countOutside(address, 60);
  if (!lines.hasRoute(address)) return 'no-route';
  const device = lines.ownerOf(address);
  await wait(lines.clock, device === undefined ? timeoutMs : answerMs, signal);
  if (device === undefined || signal?.aborted === true) return 'silent';
  return device.openPorts.includes(port) ? 'open' : 'refused';
}

/** Bytes cut to a limit may end inside a character; a receiver shows a replacement mark there. */
function cut(body: string, maxBytes: number): string {
  const bytes = new TextEncoder().encode(body);
  return bytes.length <= maxBytes ? body : new TextDecoder().decode(bytes.subarray(0, maxBytes));
}

function joinHeaders(list: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of list) {
    const key = name.toLowerCase();
    const before = headers.get(key);
    headers.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return headers;
}

/** Waits for a device that takes its time; `false` when the caller does not. */
async function isInTime(
  { clock }: Lines,
  { delayMs = 0 }: SimHttpReply,
  { timeoutMs, signal }: HttpProbeRequest,
): Promise<boolean> {
  const leftMs = Math.max(0, timeoutMs - answerMs);
  if (delayMs > 0) await wait(clock, Math.min(delayMs, leftMs), signal);
  return delayMs <= leftMs && signal?.aborted !== true;
}

async function probeHttp(lines: Lines, request: HttpProbeRequest): Promise<HttpProbeReply | null> {
  const { address, port, path, signal } = request;
  lines.dialled.push({ at: lines.clock.now(), address, port, path });
  lines.countOutside(address, 60 + path.length);
  const device = lines.ownerOf(address);
  const isSilent = device === undefined && lines.hasRoute(address);
  await wait(lines.clock, isSilent ? request.timeoutMs : answerMs, signal);
  if (device === undefined || signal?.aborted === true) return null;
  const { http, https } = device.state.ports;
  const isServed = port === (request.isTls ? https : http) && device.openPorts.includes(port);
  const get = { method: 'GET', path, headers: [], body: '' };
  const reply = isServed ? device.http(get, lines.clock.now()) : null;
  if (reply === null) return null;
  if (!(await isInTime(lines, reply, request))) return null;
  return {
    status: reply.status,
    headers: joinHeaders(reply.headers),
    body: cut(reply.body, request.maxBytes),
  };
}

/** The simulated counterpart of `adapters/node`. */
export function createMemoryNetwork(options: MemoryNetworkOptions): MemoryNetwork {
  const lines = new Lines(options);
  const watchers = new Set<(adapters: readonly AdapterInfo[]) => void>();
  const forget = options.fleet.onEvent((event) => lines.follow(event));
  let facts = usualFacts;
  return {
    adapters: () => lines.adapters,
    onAdaptersChanged(listener) {
      watchers.add(listener);
      return () => {
        watchers.delete(listener);
      };
    },
    openChannel(channelOptions: ChannelOptions): Promise<Channel> {
      const channel = new MemoryChannel(lines, channelOptions);
      lines.channels.add(channel);
      channel.tellStatus();
      return Promise.resolve(channel);
    },
    tcpProbe: (address, port, timeoutMs, signal) =>
      probeTcp(lines, { address, port, timeoutMs }, signal),
    httpProbe: (request) => probeHttp(lines, request),
    neighbourMac: (address) => {
      const isNear = lines.adapters.some((adapter) => isOnLink(adapter, address));
      return Promise.resolve((isNear ? lines.ownerOf(address)?.mac : null) ?? null);
    },
    facts: () => Promise.resolve(facts),
    droppedDatagrams: () => facts.droppedDatagrams,
    bytesOutsideLan: () => lines.bytesOutside,
    async close() {
      forget();
      await Promise.all([...lines.channels].map((channel) => channel.close()));
    },
    resolve: (name) => options.fleet.resolve(name),
    setAdapters(list) {
      lines.adapters = list;
      lines.tellChannels();
      for (const listener of watchers) listener(list);
    },
    inject({ port = 37020, ...datagram }) {
      for (const channel of lines.channels) {
        if (channel.port === port) channel.deliver({ fromPort: port, ...datagram }, 0);
      }
    },
    sent: lines.sent,
    dialled: lines.dialled,
    failNext(problem, count = 1) {
      for (let left = count; left > 0; left -= 1) lines.failures.push(problem);
    },
    setAdapterProblem(id, problem, detail) {
      if (problem === null) lines.problems.delete(id);
      else lines.problems.set(id, { problem, detail: detail ?? null });
      lines.tellChannels();
    },
    setMode(mode, holder = null) {
      lines.mode = mode;
      lines.holder = holder;
      facts = { ...facts, portHolder: holder };
      lines.tellChannels();
    },
    setFacts(patch) {
      facts = { ...facts, ...patch };
    },
    setFaults(faults) {
      lines.faults = faults;
    },
  };
}
