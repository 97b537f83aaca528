import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { DiscoveryStatus } from '../../contract/network.ts';
import type { LocalSubnet } from '../../domain/outcome.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { AdapterInfo, NetProblem, Network, SendTarget } from '../../ports/network.ts';
import type { Random } from '../../ports/random.ts';
import { localSubnets } from '../lib/subnets.ts';
import { AdapterBook } from './adapter-book.ts';
import { requireAdapters } from './adapter-policy.ts';
import { ChannelKeeper } from './channel-keeper.ts';
import { type Heard, type HeardMessage, Listener } from './listener.ts';
import type { NoticeBoard } from './notice-board.ts';
import { OnvifFinder } from './onvif/onvif-finder.ts';
import { ProbeMemory } from './probe-memory.ts';
import { Prober } from './prober.ts';
import {
  onvifPeriodMs,
  reclaimPeriodMs,
  sadpGroup,
  sadpPort,
  searchJoinMs,
  searchPeriodMs,
  watchPeriodMs,
} from './timing.ts';
import { type FloodStats, Watch } from './watch.ts';

export interface DiscoveryOptions {
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly notices: NoticeBoard;
  readonly isDemo: boolean;
  readonly only?: readonly string[] | undefined;
  /** Adapter id to on/off from the settings. */
  readonly overrides: () => Readonly<Record<string, boolean>>;
  readonly see: (sighting: Sighting) => DeviceId | null;
  readonly flood: () => FloodStats | null;
  readonly onSubnets: (subnets: readonly LocalSubnet[]) => void;
  readonly onChange: () => void;
  /** A reply to a question that a sweep asked one address. */
  readonly onSweepReply: (address: string) => void;
}

/** What was heard of devices since the start, by the way it came. */
export interface HeardCounts {
  readonly sadp: number;
  readonly sweep: number;
}

/** Finds devices: asks on every chosen adapter, listens always, keeps the adapter policy. */
export class Discovery {
  readonly #options: DiscoveryOptions;
  readonly #memory: ProbeMemory;
  readonly #book = new AdapterBook();
  readonly #listener: Listener;
  readonly #prober: Prober;
  readonly #keeper: ChannelKeeper;
  readonly #onvif: OnvifFinder;
  readonly #watch: Watch;
  readonly #timers: Timer[] = [];
  readonly #ears = new Set<(heard: HeardMessage) => void>();
  readonly #unsubscribe: () => void;
  #subnets: readonly LocalSubnet[] = [];
  #heard = { sadp: 0, sweep: 0 };
  #probes = 0;
  #startedAt: number | null = null;
  #lastProbeAt: number | null = null;
  #lastReplyAt: number | null = null;
  #lastOnvifAt = Number.NEGATIVE_INFINITY;
  #lastReclaimAt = Number.NEGATIVE_INFINITY;
  #isContinuous = false;
  #isClosed = false;

  /** @throws AppError `network.adapter-not-found` when an adapter named for this run is missing. */
  constructor(options: DiscoveryOptions) {
    const { network, clock, random, log, see } = options;
    requireAdapters(options.only, network.adapters());
    this.#options = options;
    this.#memory = new ProbeMemory(clock);
    const subnets = () => this.#subnets;
    const memory = this.#memory;
    this.#listener = new Listener({
      ...{ clock, log, memory, subnets, see },
      onHeard: (heard) => this.#noteHeard(heard),
      onMessage: (heard) => {
        for (const ear of this.#ears) ear(heard);
      },
    });
    this.#keeper = new ChannelKeeper({
      network,
      log,
      group: sadpGroup,
      port: sadpPort,
      onDatagrams: (batch) => this.#listener.take(batch),
      onChange: () => this.#changed(),
    });
    this.#prober = new Prober({
      ...{ clock, random, log, memory },
      channel: () => this.#keeper.channel,
      onSent: () => this.#noteSent(),
      onRound: (id, problem) => this.#noteRound(id, problem),
    });
    this.#onvif = new OnvifFinder({ network, log, random, memory, subnets, see });
    this.#watch = new Watch({ network, clock, log, notices: options.notices });
    this.#unsubscribe = network.onAdaptersChanged((list) => this.#adaptersChanged(list));
    this.#updateBook(network.adapters());
  }

  /** Continuous mode: searches now and every 15 s, listens until `close`. */
  start(): void {
    this.#isContinuous = true;
    this.#timers.push(
      this.#options.clock.every(searchPeriodMs, () => this.#inBackground(this.#cycle())),
    );
    this.#inBackground(this.#cycle());
  }

  /**
   * A search by hand. Resolves when its first round is on the wire.
   * @throws AppError `network.no-adapter`, `network.port-closed` or `network.permission`.
   */
  async probe(): Promise<DiscoveryStatus> {
    await this.open();
    const now = this.#options.clock.now();
    const isJoined = this.#lastProbeAt !== null && now - this.#lastProbeAt < searchJoinMs;
    if (!isJoined) {
      await this.#keeper.reclaim(this.#usableIds());
      await this.#search({ isByHand: true });
    }
    this.#requireSent();
    return this.status();
  }

  /**
   * Makes sure that we can send and hear.
   * @throws AppError `network.no-adapter` or `network.port-closed`.
   */
  async open(): Promise<void> {
    await this.#ensureOpen();
    if (this.#book.usable().length === 0) throw new AppError('network.no-adapter', {});
    if (!this.#keeper.isOpen) throw new AppError('network.port-closed', { port: sadpPort });
  }

  /** Takes the settings' adapter choices again. */
  async applyOverrides(): Promise<DiscoveryStatus> {
    const isChanged = this.#updateBook(this.#options.network.adapters());
    if (this.#startedAt !== null) await this.#keeper.ensure(this.#usableIds());
    if (isChanged && this.#isContinuous) await this.#search({ isByHand: false });
    this.#changed();
    return this.status();
  }

  hasAdapter(id: string): boolean {
    return this.#book.has(id);
  }

  heard(): HeardCounts {
    return { ...this.#heard };
  }

  subnets(): readonly LocalSubnet[] {
    return this.#subnets;
  }

  usableAdapters(): readonly AdapterInfo[] {
    return this.#book.usable();
  }

  askForSweep(adapterId: string, address: string): Promise<NetProblem | null> {
    return this.#prober.askForSweep(adapterId, address);
  }

  /** Whether answers to the group reach this process. */
  hearsGroup(): boolean {
    return this.#keeper.status?.mode === 'shared';
  }

  /** Hears every decoded message besides the registry. Returns the function that ends it. */
  onMessage(listener: (heard: HeardMessage) => void): () => void {
    this.#ears.add(listener);
    return () => {
      this.#ears.delete(listener);
    };
  }

  /**
   * Sends one datagram of a command; the caller knows what is in it. The Uuid is remembered, so that the
   * reply tells its adapter.
   */
  async sendOn(
    adapterId: string,
    target: SendTarget,
    request: { readonly uuid: string; readonly data: Uint8Array },
  ): Promise<NetProblem | null> {
    const channel = this.#keeper.channel;
    if (channel === null) return 'bind-failed';
    this.#memory.remember(request.uuid, { adapterId, sweepAddress: null });
    return await channel
      .send(adapterId, target, request.data)
      .catch((): NetProblem => 'send-failed');
  }

  status(): DiscoveryStatus {
    const channel = this.#keeper.status;
    return {
      isRunning: this.#keeper.isOpen,
      port: {
        number: sadpPort,
        mode: channel?.mode ?? 'closed',
        holder: channel?.holder ?? null,
      },
      adapters: this.#book.views(channel),
      counters: {
        ...this.#counters(),
        dropped: this.#options.network.droppedDatagrams(),
        probes: this.#probes,
      },
      notices: this.#options.notices.list(),
      startedAt: this.#startedAt,
      lastProbeAt: this.#lastProbeAt,
      lastReplyAt: this.#lastReplyAt,
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unsubscribe();
    for (const timer of this.#timers) timer.cancel();
    this.#prober.cancel();
    await Promise.all([this.#keeper.close(), this.#onvif.close()]);
  }

  /** Datagrams above the size limit never reach the decoder; they are rejected all the same. */
  #counters() {
    const counters = this.#listener.counters();
    const oversize = this.#keeper.status?.oversize ?? 0;
    if (oversize === 0) return counters;
    counters.datagrams += oversize;
    counters.rejected += oversize;
    counters.rejectedBy['too-large'] = (counters.rejectedBy['too-large'] ?? 0) + oversize;
    return counters;
  }

  async #cycle(): Promise<void> {
    if (this.#isClosed) return;
    await this.#ensureOpen();
    const now = this.#options.clock.now();
    if (Math.abs(now - this.#lastReclaimAt) >= reclaimPeriodMs) {
      this.#lastReclaimAt = now;
      await this.#keeper.reclaim(this.#usableIds());
    }
    await this.#search({ isByHand: false });
  }

  async #ensureOpen(): Promise<void> {
    if (this.#isClosed) return;
    const isFirst = this.#startedAt === null;
    this.#startedAt ??= this.#options.clock.now();
    await this.#keeper.ensure(this.#usableIds());
    if (!isFirst) return;
    this.#lastReclaimAt = this.#options.clock.now();
    this.#timers.push(
      this.#options.clock.every(watchPeriodMs, () =>
        this.#watch.judgeCounters(this.#options.flood()),
      ),
    );
    // Not awaited: reading the firewall may take seconds and the first rows must not wait for it.
    this.#inBackground(this.#watch.judgeFacts(this.#book.enabled()));
  }

  async #search({ isByHand }: { readonly isByHand: boolean }): Promise<void> {
    if (this.#isClosed) return;
    const now = this.#options.clock.now();
    const adapters = this.#book.usable();
    if (adapters.length === 0) return;
    const isFirst = this.#lastProbeAt === null;
    this.#lastProbeAt = now;
    await this.#prober.search(adapters);
    if (isByHand || Math.abs(now - this.#lastOnvifAt) >= onvifPeriodMs) {
      this.#lastOnvifAt = now;
      this.#inBackground(this.#onvif.search(adapters));
    }
    if ((isFirst || isByHand) && this.#keeper.status?.mode === 'ephemeral') {
      this.#inBackground(this.#prober.askEach(adapters));
    }
    this.#changed();
  }

  #requireSent(): void {
    const on = this.status().adapters.filter((one) => one.enabled && one.addresses.length > 0);
    if (on.length > 0 && on.every((one) => one.problem === 'permission')) {
      const what = on.map(({ name }) => name).join(', ');
      throw new AppError('network.permission', { what });
    }
  }

  #adaptersChanged(list: readonly AdapterInfo[]): void {
    if (this.#isClosed) return;
    const isChanged = this.#updateBook(list);
    this.#changed();
    if (!isChanged || this.#startedAt === null) return;
    const search = async (): Promise<void> => {
      await this.#keeper.ensure(this.#usableIds());
      this.#inBackground(this.#watch.judgeFacts(this.#book.enabled()));
      if (this.#isContinuous) await this.#search({ isByHand: false });
    };
    this.#inBackground(search());
  }

  #updateBook(list: readonly AdapterInfo[]): boolean {
    const { only, isDemo, overrides } = this.#options;
    const isChanged = this.#book.update(list, { only, isDemo, overrides: overrides() });
    this.#subnets = localSubnets(this.#book.enabled());
    this.#options.onSubnets(this.#subnets);
    return isChanged;
  }

  #usableIds(): string[] {
    return this.#book.usable().map(({ id }) => id);
  }

  #noteSent(): void {
    this.#probes += 1;
  }

  #noteRound(id: string, problem: NetProblem | null): void {
    this.#book.noteSend(id, problem);
    this.#changed();
  }

  #noteHeard({ adapter, device, at, sweepAddress, isFromAsked }: Heard): void {
    if (sweepAddress === null) {
      this.#heard.sadp += 1;
      this.#lastReplyAt = at;
      this.#book.noteReply(adapter, device, at);
    } else {
      this.#heard.sweep += 1;
      if (isFromAsked) this.#options.onSweepReply(sweepAddress);
    }
    this.#options.onChange();
  }

  /** Nobody waits for it, so a fault ends in the log and not as an unhandled rejection. */
  #inBackground(work: Promise<void>): void {
    work.catch((cause: unknown) => {
      this.#options.log.error(() => 'a search failed', { error: String(cause) });
    });
  }

  #changed(): void {
    if (this.#isClosed) return;
    this.#watch.judgeStatus(this.status());
    this.#options.onChange();
  }
}
