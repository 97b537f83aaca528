import type { Clock } from '../ports/clock.ts';
import type {
  AdapterInfo,
  Channel,
  ChannelAdapterState,
  ChannelOptions,
  ChannelStatus,
  Datagram,
  NetProblem,
  SendTarget,
} from '../ports/network.ts';
import type { SimDevice } from './device.ts';
import type { Fleet } from './fleet.ts';
import type { LineFaults, SentRecord } from './net.ts';
import type { Rng } from './rng.ts';
import type { Arrival, ReceiveContext, SimReply } from './types.ts';
import { canAnswerDirectly, hearsSubnetBroadcast, isOnLink, type Reach } from './wire.ts';

/** What a channel needs to know of the network it belongs to. */
export interface ChannelWorld {
  readonly fleet: Fleet;
  readonly clock: Clock;
  readonly reach: Reach;
  readonly offLink: 'no-route' | 'silent' | 'routed';
  readonly adapters: readonly AdapterInfo[];
  readonly faults: LineFaults;
  readonly rng: Rng;
  readonly problems: ReadonlyMap<string, { problem: NetProblem; detail: string | null }>;
  readonly failures: NetProblem[];
  readonly channels: Set<MemoryChannel>;
  readonly mode: 'shared' | 'ephemeral' | 'closed';
  readonly holder: string | null;
  adapter(id: string): AdapterInfo | undefined;
  isLost(): boolean;
  record(entry: Omit<SentRecord, 'at'>): void;
}

const sadpPort = 37020;
/** Receivers hand over in batches; see `ChannelOptions.onDatagrams`. */
const batchMs = 20;
/** Same limit as the real receiver's buffer. */
const maxDatagramBytes = 65_507;

type Arriving = Omit<Datagram, 'receivedAt'>;

/** One multicast service in memory: sends reach the fleet, replies come back in batches by the clock. */
export class MemoryChannel implements Channel {
  readonly port: number;
  private readonly world: ChannelWorld;
  private readonly options: ChannelOptions;
  private ids: readonly string[];
  private isClosed = false;
  private oversize = 0;
  /** Time of a batch to what arrives in it, so that 2,000 replies need a few timers and not 2,000. */
  private readonly pending = new Map<number, Datagram[]>();

  constructor(world: ChannelWorld, options: ChannelOptions) {
    this.world = world;
    this.options = options;
    this.port = options.port;
    this.ids = options.adapterIds;
  }

  status(): ChannelStatus {
    return {
      mode: this.mode,
      holder: this.port === sadpPort ? this.world.holder : null,
      adapters: this.ids.map((id) => this.adapterState(id)),
      oversize: this.oversize,
    };
  }

  tellStatus(): void {
    if (!this.isClosed) this.options.onStatus(this.status());
  }

  setAdapters(ids: readonly string[]): Promise<void> {
    this.ids = ids;
    this.tellStatus();
    return Promise.resolve();
  }

  send(adapterId: string, target: SendTarget, data: Uint8Array): Promise<NetProblem | null> {
    const problem = this.sendProblem(adapterId, target);
    this.world.record({ port: this.port, adapterId, target, data: Uint8Array.from(data), problem });
    const adapter = this.world.adapter(adapterId);
    if (problem === null && adapter !== undefined && !this.world.isLost()) {
      this.carry(adapter, target, data);
    }
    return Promise.resolve(problem);
  }

  close(): Promise<void> {
    this.isClosed = true;
    this.pending.clear();
    this.world.channels.delete(this);
    return Promise.resolve();
  }

  /** A device came up: it multicasts its Hello to everybody who joined. */
  hearHello(device: SimDevice): void {
    const now = this.world.clock.now();
    const hello = this.port === sadpPort ? device.hello(now) : device.wsHello(now);
    if (hello !== null) this.multicastIn(device, hello);
  }

  /** Puts a datagram into the receive queue. */
  deliver(datagram: Arriving, delayMs: number): void {
    if (datagram.data.length > maxDatagramBytes) {
      this.oversize += 1;
      this.tellStatus();
      return;
    }
    const now = this.world.clock.now();
    const receivedAt = now + delayMs;
    const batchAt = now + batchMs * (Math.floor(delayMs / batchMs) + 1);
    const batch = this.pending.get(batchAt);
    if (batch !== undefined) {
      batch.push({ ...datagram, receivedAt });
      return;
    }
    this.pending.set(batchAt, [{ ...datagram, receivedAt }]);
    this.world.clock.after(batchAt - now, () => this.flush(batchAt));
  }

  private get mode(): ChannelStatus['mode'] {
    if (this.isClosed) return 'closed';
    return this.port === sadpPort ? this.world.mode : 'shared';
  }

  private adapterState(id: string): ChannelAdapterState {
    const found = this.problemOf(id);
    return {
      id,
      isListening: found === null && this.mode !== 'closed',
      problem: found?.problem ?? null,
      detail: found?.detail ?? null,
    };
  }

  private problemOf(id: string): { problem: NetProblem; detail: string | null } | null {
    const adapter = this.world.adapter(id);
    if (adapter === undefined) return { problem: 'gone', detail: null };
    if (adapter.addresses.length === 0) return { problem: 'no-ipv4', detail: null };
    return this.world.problems.get(id) ?? null;
  }

  private sendProblem(adapterId: string, target: SendTarget): NetProblem | null {
    if (this.mode === 'closed') return 'bind-failed';
    if (!this.ids.includes(adapterId)) return 'gone';
    const own = this.problemOf(adapterId);
    if (own !== null) return own.problem;
    const failure = this.world.failures.shift();
    if (failure !== undefined) return failure;
    const adapter = this.world.adapter(adapterId);
    const isUnicast = target.kind === 'unicast' && adapter !== undefined;
    const isOff = isUnicast && !isOnLink(adapter, target.address);
    return isOff && this.world.offLink === 'no-route' ? 'no-route' : null;
  }

  private carry(adapter: AdapterInfo, target: SendTarget, data: Uint8Array): void {
    const own = adapter.addresses[0]?.address ?? '0.0.0.0';
    const context: ReceiveContext = {
      to: arrivalOf(target),
      fromAddress: own,
      now: this.world.clock.now(),
    };
    if (this.port === sadpPort) this.tellRogues(data, context);
    for (const device of this.hearers(adapter, target)) {
      for (const reply of this.ask(device, data, context)) {
        if (reply.via === 'multicast') this.multicastIn(device, reply);
        else this.unicastIn(adapter, device, reply);
      }
    }
  }

  /** They hear what everybody hears, and their answers reach everybody. */
  private tellRogues(data: Uint8Array, { to, now }: ReceiveContext): void {
    if (to === 'unicast' || this.mode !== 'shared') return;
    for (const rogue of this.world.fleet.rogues) {
      for (const reply of rogue.receive(data, now)) {
        const from = { fromAddress: rogue.address, fromPort: this.port, adapterId: null };
        this.deliver({ data: reply.data, ...from }, reply.delayMs);
      }
    }
  }

  private ask(device: SimDevice, data: Uint8Array, context: ReceiveContext): readonly SimReply[] {
    return this.port === sadpPort
      ? device.receive(data, context)
      : device.receiveWsDiscovery(data, context);
  }

  private hearers(adapter: AdapterInfo, target: SendTarget): readonly SimDevice[] {
    const { fleet, reach } = this.world;
    const onWire = (device: SimDevice): boolean => reach(adapter.id, device);
    if (target.kind === 'unicast') {
      const isNear = isOnLink(adapter, target.address) || this.world.offLink === 'routed';
      return isNear ? fleet.addressOwners(target.address).filter(onWire).slice(0, 1) : [];
    }
    if (target.kind === 'subnet-broadcast') {
      return fleet.devices.filter((d) => onWire(d) && hearsSubnetBroadcast(adapter, d));
    }
    return fleet.devices.filter(onWire);
  }

  /** Every joined adapter on the device's wire brings a copy to the joined socket. */
  private multicastIn(device: SimDevice, reply: SimReply): void {
    if (this.mode !== 'shared') return;
    for (const id of this.ids) {
      if (this.problemOf(id) === null && this.world.reach(id, device)) {
        this.arrive(device, reply, null);
      }
    }
  }

  /** An answer to one address needs a way back: same subnet by the device's mask, or a routed site. */
  private unicastIn(adapter: AdapterInfo, device: SimDevice, reply: SimReply): void {
    const isHome = adapter.addresses.some((own) => canAnswerDirectly(device, own.address));
    if (isHome || this.world.offLink === 'routed') this.arrive(device, reply, adapter.id);
  }

  private arrive(device: SimDevice, reply: SimReply, adapterId: string | null): void {
    const { faults, rng } = this.world;
    if (this.world.isLost()) return;
    const jitter = faults.jitterMs === undefined ? 0 : rng.int(0, faults.jitterMs);
    const datagram: Arriving = {
      data: reply.data,
      fromAddress: reply.fromAddress ?? device.address,
      fromPort: this.port,
      adapterId,
    };
    const delayMs = reply.delayMs + jitter;
    this.deliver(datagram, delayMs);
    if (rng.chance(faults.duplicatePercent ?? 0)) this.deliver(datagram, delayMs + 1);
  }

  private flush(batchAt: number): void {
    const batch = this.pending.get(batchAt);
    this.pending.delete(batchAt);
    if (batch !== undefined && !this.isClosed) this.options.onDatagrams(batch);
  }
}

function arrivalOf(target: SendTarget): Arrival {
  if (target.kind === 'unicast' || target.kind === 'multicast') return target.kind;
  return 'broadcast';
}
