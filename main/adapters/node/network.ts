import { isInSubnet, parseIpv4 } from '../../contract/ip.ts';
import type { CancelSignal } from '../../ports/cancel.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type {
  AdapterInfo,
  Channel,
  ChannelOptions,
  HttpProbeReply,
  HttpProbeRequest,
  Network,
  NetworkFacts,
  TcpProbeResult,
} from '../../ports/network.ts';
import { UdpChannel } from './channel.ts';
import { realPlace, trainingPlace } from './channel-plan.ts';
import { systemClock } from './clock.ts';
import { readFacts, readRcvbufErrors } from './facts.ts';
import { probeHttp } from './http-probe.ts';
import {
  InterfaceMonitor,
  type InterfaceSource,
  parseWifiPorts,
  systemInterfaces,
} from './interfaces.ts';
import { isLoopbackAddress, LanGuard } from './lan-guard.ts';
import { Limiter } from './limiter.ts';
import { readNeighbourMac } from './neighbours.ts';
import { findPortHolder } from './port-holder.ts';
import { runCommand } from './run-command.ts';
import { probeTcp } from './tcp-probe.ts';
import { UdpClient } from './udp-client.ts';

/** A program started from the macOS Finder may have 256 files open, sockets included. */
const maxProbes = 128;
const hardwarePortsMs = 2_000;

export interface TrainingOptions {
  /** Shown as the only adapter there is. */
  readonly adapter: AdapterInfo;
  /** Loopback address that carries it. */
  readonly bindAddress: string;
  /** Where a made-up device address really listens; `null` when nobody lives there. */
  readonly dial: (
    address: string,
    port: number,
  ) => Promise<{ readonly host: string; readonly port: number } | null>;
  /** Where a service's port really is: two training sites on one computer must not hear each other. */
  readonly ports?: ReadonlyMap<number, number>;
}

export interface NodeNetworkOptions {
  readonly log: Log;
  /** The receiving thread: `udp-worker.js` beside the bundle, or `udp-worker.ts` in the sources. */
  readonly workerUrl: URL;
  /** Demo: a made-up adapter carried over loopback sockets; nothing but loopback is touched. */
  readonly training?: TrainingOptions;
  /** Adapter names or addresses; sockets are opened on no others, whoever asks. */
  readonly only?: readonly string[];
  /** For tests. */
  readonly clock?: Clock;
  /** For tests: what is read of the machine's adapters. */
  readonly interfaces?: InterfaceSource;
}

interface AdapterSource {
  readonly adapters: readonly AdapterInfo[];
  onChanged(listener: (adapters: readonly AdapterInfo[]) => void): () => void;
  close(): void;
}

/** The network of this machine. Never rejects for a missing or broken adapter. */
export async function createNodeNetwork(options: NodeNetworkOptions): Promise<Network> {
  const { training, log } = options;
  const clock = options.clock ?? systemClock;
  if (training !== undefined) {
    const fixed = { adapters: [training.adapter], onChanged: () => noop, close: noop };
    return new NodeNetwork(options, fixed, clock);
  }
  const wifiNames = await readWifiNames();
  const source = options.interfaces ?? systemInterfaces(() => wifiNames);
  return new NodeNetwork(options, new InterfaceMonitor({ source, clock, log }), clock);
}

function noop(): void {
  // Nothing to undo: the adapter of the training site never changes.
}

/** macOS calls every card `en0`, `en1`, …; only this list tells which of them is the Wi-Fi. */
async function readWifiNames(): Promise<ReadonlySet<string> | null> {
  if (process.platform !== 'darwin') return null;
  const tool = '/usr/sbin/networksetup';
  const text = await runCommand(tool, ['-listallhardwareports'], hardwarePortsMs);
  return text === null ? null : parseWifiPorts(text);
}

class NodeNetwork implements Network {
  readonly #options: NodeNetworkOptions;
  readonly #source: AdapterSource;
  readonly #clock: Clock;
  readonly #client: UdpClient;
  readonly #guard = new LanGuard();
  readonly #probes = new Limiter(maxProbes);
  readonly #channels = new Set<UdpChannel>();
  readonly #droppedBefore: number | null;
  readonly #ending = new AbortController();

  constructor(options: NodeNetworkOptions, source: AdapterSource, clock: Clock) {
    this.#options = options;
    this.#source = source;
    this.#clock = clock;
    this.#client = new UdpClient(options.workerUrl, options.log);
    this.#droppedBefore = options.training === undefined ? readRcvbufErrors() : null;
    source.onChanged(() => {
      for (const channel of this.#channels) void channel.reconcile();
    });
  }

  adapters(): readonly AdapterInfo[] {
    return this.#source.adapters;
  }

  onAdaptersChanged(listener: (adapters: readonly AdapterInfo[]) => void): () => void {
    return this.#source.onChanged(listener);
  }

  async openChannel(options: ChannelOptions): Promise<Channel> {
    const { training, log, only } = this.#options;
    const port = training?.ports?.get(options.port) ?? options.port;
    const channel = new UdpChannel(
      { ...options, port },
      {
        client: this.#client,
        clock: this.#clock,
        log,
        guard: this.#guard,
        place: training === undefined ? realPlace : trainingPlace(training.bindAddress),
        adapters: () => this.adapters(),
        isAllowed: (adapter) => only === undefined || isNamed(adapter, only),
        portHolder: (port) => findPortHolder(port, runCommand),
        locate: async (address, port) => (await training?.dial(address, port)) ?? null,
        onClosed: (closed) => this.#channels.delete(closed),
      },
    );
    this.#channels.add(channel);
    await channel.reconcile();
    return channel;
  }

  async tcpProbe(
    address: string,
    port: number,
    timeoutMs: number,
    signal?: CancelSignal,
  ): Promise<TcpProbeResult> {
    if (!this.#guard.mayReach(address)) return 'no-route';
    const place = await this.#locate(address, port);
    if (place === null) return 'silent';
    const isOnLink = this.#isOnLink(address);
    return this.#untilClosed(signal, (cancel) =>
      probeTcp({ ...place, timeoutMs, signal: cancel, isOnLink }),
    );
  }

  async httpProbe(request: HttpProbeRequest): Promise<HttpProbeReply | null> {
    if (!this.#guard.mayReach(request.address)) return null;
    const place = await this.#locate(request.address, request.port);
    if (place === null) return null;
    return this.#untilClosed(request.signal, (signal) =>
      probeHttp({ ...request, signal }, place.host, place.port),
    );
  }

  async neighbourMac(address: string): Promise<string | null> {
    if (this.#options.training !== undefined || parseIpv4(address) === null) return null;
    return readNeighbourMac(address, runCommand);
  }

  async facts(): Promise<NetworkFacts> {
    if (this.#options.training !== undefined) return trainingFacts;
    const adapters = this.adapters();
    return readFacts({ adapters, droppedDatagrams: this.droppedDatagrams(), run: runCommand });
  }

  droppedDatagrams(): number | null {
    const { overflow } = this.#client;
    const now = this.#droppedBefore === null ? null : readRcvbufErrors();
    if (now === null || this.#droppedBefore === null) return overflow === 0 ? null : overflow;
    return Math.max(0, now - this.#droppedBefore) + overflow;
  }

  bytesOutsideLan(): number {
    return this.#guard.bytesOutside;
  }

  async close(): Promise<void> {
    this.#ending.abort();
    this.#source.close();
    await Promise.all([...this.#channels].map((channel) => channel.close()));
    await this.#client.close();
  }

  /** Runs one probe when it is its turn; the caller's signal and `close` both end it. */
  #untilClosed<T>(
    signal: CancelSignal | undefined,
    probe: (cancel: CancelSignal) => Promise<T>,
  ): Promise<T> {
    return this.#probes.run(async () => {
      const either = new AbortController();
      const abort = () => either.abort();
      const sources = [this.#ending.signal, ...(signal === undefined ? [] : [signal])];
      for (const source of sources) {
        if (source.aborted) abort();
        source.addEventListener('abort', abort);
      }
      try {
        return await probe(either.signal);
      } finally {
        for (const source of sources) source.removeEventListener('abort', abort);
      }
    });
  }

  async #locate(address: string, port: number): Promise<{ host: string; port: number } | null> {
    const { training } = this.#options;
    if (training === undefined) return { host: address, port };
    const place = await training.dial(address, port);
    // Whatever the demo answers, it must stay on this machine.
    return place !== null && isLoopbackAddress(place.host) ? place : null;
  }

  #isOnLink(address: string): boolean {
    const value = parseIpv4(address) ?? 0;
    return this.adapters().some(({ addresses }) =>
      addresses.some((own) => isInSubnet(value, parseIpv4(own.address) ?? 0, own.prefix)),
    );
  }
}

function isNamed(adapter: AdapterInfo, names: readonly string[]): boolean {
  return (
    names.includes(adapter.id) || adapter.addresses.some(({ address }) => names.includes(address))
  );
}

const trainingFacts: NetworkFacts = {
  platform: process.platform,
  rpFilter: null,
  defaultRoutes: null,
  droppedDatagrams: null,
  portHolder: null,
  firewall: null,
  evidence: ['training site: nothing of this machine was read'],
};
