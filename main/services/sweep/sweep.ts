import type { DeviceId, Vendor } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { SweepStatus } from '../../contract/network.ts';
import type { LocalSubnet } from '../../domain/outcome.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { AdapterInfo, NetProblem, Network } from '../../ports/network.ts';
import type { Random } from '../../ports/random.ts';
import { type Canceller, createCanceller } from '../lib/canceller.ts';
import { runPool } from '../lib/pool.ts';
import { sleep } from '../lib/sleep.ts';
import { adaptersFor } from '../lib/subnets.ts';
import { createThrottle, type Throttle } from '../lib/throttle.ts';
import { type Identity, identify, probePorts, sightingOfHost } from './examine-host.ts';
import { planSweep } from './plan-sweep.ts';

export interface SweepOptions {
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Opens the SADP channel. @throws AppError `network.no-adapter` or `network.port-closed`. */
  readonly open: () => Promise<void>;
  readonly ask: (adapterId: string, address: string) => Promise<NetProblem | null>;
  readonly adapters: () => readonly AdapterInfo[];
  readonly subnets: () => readonly LocalSubnet[];
  readonly see: (sighting: Sighting) => DeviceId | null;
  readonly setReachable: (address: string, isReachable: boolean) => void;
  /** Whether a MAC belongs to the family's makers: a hint, never a proof. */
  readonly isFamilyMac: (mac: string) => boolean;
  readonly onChange: (status: SweepStatus) => void;
}

/** Hosts under way at once. */
const inFlight = 64;
const progressMs = 200;
/** A question is repeated once, and the answer awaited this long in all. */
const askAgainMs = 300;
const answerMs = 800;

interface Run {
  status: SweepStatus;
  readonly canceller: Canceller;
  readonly progress: Throttle;
  readonly route: string | null;
  readonly found: Set<string>;
  readonly others: Set<string>;
  /** Addresses that answered SADP, and who waits for one that did not yet. */
  readonly answered: Set<string>;
  readonly waiting: Map<string, () => void>;
}

/**
 * Searches a range address by address, for networks that lose multicast: a SADP question, three TCP
 * ports and an unauthenticated web request. It never sends a credential.
 */
export class Sweep {
  readonly #options: SweepOptions;
  #run: Run | null = null;

  constructor(options: SweepOptions) {
    this.#options = options;
  }

  /** The running sweep or the last one. */
  status(): SweepStatus | null {
    return this.#run?.status ?? null;
  }

  /** @throws AppError `input.bad-cidr|public-range|cidr-too-large`, `sweep.running`, `network.no-adapter`. */
  async start(text: string): Promise<SweepStatus> {
    const own = new Set(this.#options.subnets().map(({ address }) => address));
    const plan = planSweep(text, own);
    this.#requireIdle();
    await this.#open();
    const route = await this.#routeFor(plan.addresses);
    // Another start may have come in between.
    this.#requireIdle();
    const { clock, random } = this.#options;
    const run: Run = {
      status: {
        id: random.uuid().toLowerCase(),
        cidr: plan.cidr,
        state: 'running',
        total: plan.addresses.length,
        done: 0,
        found: 0,
        others: 0,
        startedAt: clock.now(),
        endedAt: null,
      },
      canceller: createCanceller(),
      progress: createThrottle(clock, progressMs, () => this.#options.onChange(run.status)),
      route,
      found: new Set(),
      others: new Set(),
      answered: new Set(),
      waiting: new Map(),
    };
    this.#run = run;
    this.#options.onChange(run.status);
    void this.#work(run, plan.addresses);
    return run.status;
  }

  /** @throws AppError `sweep.not-found` when none is running. */
  cancel(): SweepStatus {
    const run = this.#run;
    if (run === null || run.status.state !== 'running') throw new AppError('sweep.not-found', {});
    this.#end(run, 'cancelled');
    return run.status;
  }

  close(): void {
    if (this.#run?.status.state === 'running') this.#end(this.#run, 'cancelled');
  }

  /** A SADP answer to one of our questions came; the device is in the registry already. */
  noteReply(address: string): void {
    const run = this.#run;
    if (run === null) return;
    run.answered.add(address);
    this.#count(run, address, 'hikvision');
    run.waiting.get(address)?.();
  }

  async #work(run: Run, addresses: readonly string[]): Promise<void> {
    const isStopped = (): boolean => run.canceller.signal.aborted;
    try {
      await runPool(addresses, { limit: inFlight, isStopped }, async (address) => {
        await this.#examine(run, address);
        if (isStopped()) return;
        this.#update(run, { done: run.status.done + 1 });
      });
      this.#end(run, 'done');
    } catch (cause) {
      this.#options.log.error(() => 'the sweep stopped', { error: String(cause) });
      this.#end(run, 'failed');
    }
  }

  async #examine(run: Run, address: string): Promise<void> {
    const { network } = this.#options;
    const { signal } = run.canceller;
    const [local] = adaptersFor(address, this.#options.subnets());
    const [ports] = await Promise.all([
      probePorts(network, address, signal),
      this.#askSadp(run, address, local ?? run.route),
    ]);
    if (signal.aborted) return;
    if (ports.isAlive) this.#options.setReachable(address, true);
    if (run.answered.has(address) || ports.open.length === 0) return;
    const identity = await identify(network, address, { open: ports.open, signal });
    if (signal.aborted) return;
    const mac = local === undefined ? null : await network.neighbourMac(address);
    const judged = this.#judge(identity, mac);
    // A late SADP answer says more than ports do.
    if (run.answered.has(address)) return;
    this.#options.see(
      sightingOfHost({ address, open: ports.open, mac }, judged, {
        adapter: local ?? null,
        at: this.#options.clock.now(),
      }),
    );
    this.#count(run, address, judged.vendor);
  }

  /** Only an answer of the device proves the family; without one a maker's MAC leaves it open. */
  #judge(identity: Identity, mac: string | null): Identity {
    if (identity.vendor !== 'unknown') return identity;
    const isHinted = mac !== null && this.#options.isFamilyMac(mac);
    return { ...identity, vendor: isHinted ? 'unknown' : 'other' };
  }

  async #askSadp(run: Run, address: string, adapterId: string | null): Promise<void> {
    if (adapterId === null) return;
    const { clock } = this.#options;
    const answer = createCanceller();
    run.waiting.set(address, answer.cancel);
    const stop = (): void => answer.cancel();
    run.canceller.signal.addEventListener('abort', stop);
    try {
      await this.#options.ask(adapterId, address);
      await sleep(clock, askAgainMs, answer.signal);
      if (answer.signal.aborted) return;
      await this.#options.ask(adapterId, address);
      await sleep(clock, answerMs - askAgainMs, answer.signal);
    } finally {
      run.waiting.delete(address);
      run.canceller.signal.removeEventListener('abort', stop);
    }
  }

  #count(run: Run, address: string, vendor: Vendor): void {
    const isFamily = vendor !== 'other' && vendor !== 'unknown';
    if (isFamily) run.others.delete(address);
    (isFamily ? run.found : run.others).add(address);
    this.#update(run, { found: run.found.size, others: run.others.size });
  }

  #update(run: Run, patch: Partial<SweepStatus>): void {
    run.status = { ...run.status, ...patch };
    if (run.status.state === 'running') run.progress.request();
  }

  #end(run: Run, state: SweepStatus['state']): void {
    if (run.status.state !== 'running') return;
    run.status = { ...run.status, state, endedAt: this.#options.clock.now() };
    run.progress.stop();
    run.canceller.cancel();
    this.#options.onChange(run.status);
  }

  #requireIdle(): void {
    if (this.#run?.status.state === 'running') {
      throw new AppError('sweep.running', { cidr: this.#run.status.cidr });
    }
  }

  /** A closed SADP port takes away one of four signs, so the sweep goes on without it. */
  async #open(): Promise<void> {
    try {
      await this.#options.open();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'network.port-closed') throw error;
      this.#options.log.notice(() => 'sweep without SADP: the port is closed');
    }
  }

  /**
   * Where packets to an address outside our subnets leave; routed camera networks need it. Asked for
   * only then, because some systems take seconds to tell.
   */
  async #routeFor(addresses: readonly string[]): Promise<string | null> {
    const { network, adapters, subnets } = this.#options;
    const ends = [addresses[0], addresses.at(-1)].filter((one) => one !== undefined);
    if (ends.every((address) => adaptersFor(address, subnets()).length > 0)) return null;
    const ids = adapters().map(({ id }) => id);
    const { defaultRoutes } = await network.facts();
    return defaultRoutes?.find((id) => ids.includes(id)) ?? ids[0] ?? null;
  }
}
