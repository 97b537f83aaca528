import { formatIpv4, isLanAddress, maskOfPrefix, parseIpv4 } from '../../contract/ip.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { AdapterInfo, Channel, NetProblem, SendTarget } from '../../ports/network.ts';
import type { Random } from '../../ports/random.ts';
import { encodeInquiry } from '../../protocol/sadp/encode.ts';
import { sleep } from '../lib/sleep.ts';
import type { ProbeMemory } from './probe-memory.ts';
import { fallbackAddresses, roundDelaysMs } from './timing.ts';

export interface ProberOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly memory: ProbeMemory;
  readonly channel: () => Channel | null;
  /** Counts a datagram the system took. */
  readonly onSent: () => void;
  /** After each round: `null` when at least one datagram left by the adapter, else the first problem. */
  readonly onRound: (adapterId: string, problem: NetProblem | null) => void;
}

const burst = 32;
const burstPauseMs = 20;

/** Asks "who is there" on every adapter: by multicast and, for networks that lose it, by broadcast. */
export class Prober {
  readonly #options: ProberOptions;
  #timers: Timer[] = [];
  #fallback = 0;

  constructor(options: ProberOptions) {
    this.#options = options;
  }

  /** Sends the first round and schedules the others. A search still under way is replaced. */
  async search(adapters: readonly AdapterInfo[]): Promise<void> {
    this.cancel();
    const [, ...later] = roundDelaysMs;
    this.#timers = later.map((delay) =>
      this.#options.clock.after(delay, () => this.#laterRound(adapters)),
    );
    await this.#round(adapters);
  }

  cancel(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#timers = [];
    this.#fallback += 1;
  }

  /**
   * Asks each address of the small local subnets directly. Used only while another program keeps the
   * shared port: then replies to the group do not reach us, but a device may answer a direct question.
   */
  async askEach(adapters: readonly AdapterInfo[]): Promise<void> {
    this.#fallback += 1;
    const run = this.#fallback;
    let sent = 0;
    for (const { adapter, address } of hostsOf(adapters)) {
      if (this.#fallback !== run) return;
      await this.#send(adapter, { kind: 'unicast', address });
      sent += 1;
      if (sent % burst === 0) await sleep(this.#options.clock, burstPauseMs);
    }
  }

  /** Asks one address. The reply is known by its Uuid and reported as a find of the sweep. */
  askForSweep(adapterId: string, address: string): Promise<NetProblem | null> {
    return this.#send(adapterId, { kind: 'unicast', address }, address);
  }

  #laterRound(adapters: readonly AdapterInfo[]): void {
    this.#round(adapters).catch((cause: unknown) => {
      this.#options.log.error(() => 'a round of questions failed', { error: String(cause) });
    });
  }

  async #round(adapters: readonly AdapterInfo[]): Promise<void> {
    await Promise.all(adapters.map((adapter) => this.#roundOn(adapter)));
  }

  async #roundOn(adapter: AdapterInfo): Promise<void> {
    const hasBroadcast = adapter.addresses.some(({ broadcast }) => broadcast !== null);
    const targets: SendTarget[] = [
      { kind: 'multicast' },
      ...(hasBroadcast ? [{ kind: 'subnet-broadcast' } as const] : []),
      { kind: 'limited-broadcast' },
    ];
    const problems = await Promise.all(targets.map((target) => this.#send(adapter.id, target)));
    const isSent = problems.some((problem) => problem === null);
    this.#options.onRound(adapter.id, isSent ? null : (problems[0] ?? 'send-failed'));
  }

  async #send(
    adapterId: string,
    target: SendTarget,
    sweepAddress: string | null = null,
  ): Promise<NetProblem | null> {
    const channel = this.#options.channel();
    if (channel === null) return 'bind-failed';
    const uuid = this.#options.random.uuid();
    this.#options.memory.remember(uuid, { adapterId, sweepAddress });
    // A channel that is being replaced may reject; the next round uses the new one.
    const problem = await channel
      .send(adapterId, target, encodeInquiry(uuid))
      .catch((): NetProblem => 'send-failed');
    if (problem === null) this.#options.onSent();
    return problem;
  }
}

function* hostsOf(
  adapters: readonly AdapterInfo[],
): Generator<{ readonly adapter: string; readonly address: string }> {
  for (const adapter of adapters) {
    for (const { address: own, prefix } of adapter.addresses) {
      const size = 2 ** (32 - prefix);
      const value = parseIpv4(own);
      if (value === null || size > fallbackAddresses || size < 4) continue;
      const base = (value & maskOfPrefix(prefix)) >>> 0;
      for (let host = base + 1; host < base + size - 1; host += 1) {
        const address = formatIpv4(host);
        if (host !== value && isLanAddress(address)) yield { adapter: adapter.id, address };
      }
    }
  }
}
