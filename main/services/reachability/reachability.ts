import { isLanAddress } from '../../contract/ip.ts';
import type { LocalSubnet } from '../../domain/outcome.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Network } from '../../ports/network.ts';
import { BoundedMap } from '../lib/bounded-map.ts';
import { type Canceller, createCanceller } from '../lib/canceller.ts';
import { runPool } from '../lib/pool.ts';
import { adaptersFor } from '../lib/subnets.ts';

export interface ReachTarget {
  readonly address: string;
  readonly commandPort: number | null;
  readonly httpPort: number | null;
}

export interface ReachabilityOptions {
  readonly network: Network;
  readonly clock: Clock;
  readonly log: Log;
  readonly subnets: () => readonly LocalSubnet[];
  readonly setReachable: (address: string, isReachable: boolean) => void;
}

/** Not more often per address. */
export const reachPeriodMs = 60_000;
const tickMs = 1000;
const inFlight = 16;
const perTick = 128;
const timeoutMs = 1500;
const maxRemembered = 20_000;
const defaultCommandPort = 8000;
const defaultHttpPort = 80;

/**
 * Whether a device in a local subnet can be talked to: one TCP connection, opened and closed without
 * a byte. A refusal counts as reachable, because a host that refuses is there.
 */
export class Reachability {
  readonly #options: ReachabilityOptions;
  readonly #checkedAt = new BoundedMap<string, number>(maxRemembered);
  readonly #due = new BoundedMap<string, ReachTarget>(maxRemembered);
  readonly #canceller: Canceller = createCanceller();
  #timer: Timer | null = null;
  #isBusy = false;

  constructor(options: ReachabilityOptions) {
    this.#options = options;
  }

  /** A device was just heard: its address is checked soon, unless that was done within the minute. */
  note(target: ReachTarget): void {
    const { address } = target;
    if (!this.#isDue(address) || !isLanAddress(address)) return;
    if (adaptersFor(address, this.#options.subnets()).length === 0) return;
    this.#due.set(address, target);
    this.#timer ??= this.#options.clock.every(tickMs, () => void this.#tick());
  }

  /** The sweep has just proved it. */
  noteReached(address: string): void {
    this.#checkedAt.set(address, this.#options.clock.now());
    this.#due.delete(address);
  }

  close(): void {
    this.#timer?.cancel();
    this.#canceller.cancel();
  }

  async #tick(): Promise<void> {
    if (this.#isBusy || this.#due.size === 0) return;
    this.#isBusy = true;
    try {
      const batch = this.#due.take(perTick);
      const isStopped = (): boolean => this.#canceller.signal.aborted;
      await runPool(batch, { limit: inFlight, isStopped }, (target) => this.#check(target));
    } catch (cause) {
      this.#options.log.warn(() => 'reachability check failed', { error: String(cause) });
    } finally {
      this.#isBusy = false;
    }
  }

  async #check(target: ReachTarget): Promise<void> {
    const { network, clock } = this.#options;
    this.#checkedAt.set(target.address, clock.now());
    const ports = [target.commandPort || defaultCommandPort, target.httpPort || defaultHttpPort];
    for (const port of ports) {
      const { signal } = this.#canceller;
      const result = await network.tcpProbe(target.address, port, timeoutMs, signal);
      if (signal.aborted) return;
      if (result === 'open' || result === 'refused') {
        this.#options.setReachable(target.address, true);
        return;
      }
    }
    this.#options.setReachable(target.address, false);
  }

  #isDue(address: string): boolean {
    const at = this.#checkedAt.get(address);
    return at === undefined || Math.abs(this.#options.clock.now() - at) >= reachPeriodMs;
  }
}
