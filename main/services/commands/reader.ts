import type { Clock, Timer } from '../../ports/clock.ts';
import type { SendTarget } from '../../ports/network.ts';
import type { Random } from '../../ports/random.ts';
import { encodeInquiry } from '../../protocol/sadp/encode.ts';
import type { SadpMessage } from '../../protocol/sadp/messages.ts';
import type { HeardMessage } from '../discovery/listener.ts';
import type { Wire } from './wire.ts';

/** How often those who wait on one adapter are asked for. One question serves all of them. */
const askPeriodMs = 1000;
/** Several readers that begin at once share a question. */
const gatherMs = 50;
/** Some switches lose multicast: every third question goes out by broadcast too. */
const broadcastEvery = 3;

export interface ReadRequest {
  /** Adapters to ask on. */
  readonly adapters: readonly string[];
  /** Asked directly as well: a device that only a sweep reaches. */
  readonly addresses: readonly string[];
  readonly isWanted: (message: SadpMessage) => boolean;
  readonly accept: (message: SadpMessage) => boolean;
  readonly timeoutMs: number;
}

interface Reading {
  readonly request: ReadRequest;
  /** Questions asked since it began: an answer to an older one tells of an older time. */
  readonly uuids: Set<string>;
  readonly finish: (message: SadpMessage | null) => void;
}

interface Asker {
  count: number;
  dueAt: number;
  timer: Timer | null;
}

/** Reads devices back: asks "who is there" until the wanted device says what is waited for. */
export class Reader {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #wire: Wire;
  readonly #readings = new Set<Reading>();
  readonly #askers = new Map<string, Asker>();

  constructor(options: { readonly clock: Clock; readonly random: Random; readonly wire: Wire }) {
    this.#clock = options.clock;
    this.#random = options.random;
    this.#wire = options.wire;
  }

  read(request: ReadRequest): Promise<SadpMessage | null> {
    return new Promise((resolve) => {
      const finish = (message: SadpMessage | null): void => {
        timer.cancel();
        this.#readings.delete(reading);
        resolve(message);
      };
      const reading: Reading = { request, uuids: new Set(), finish };
      const timer = this.#clock.after(request.timeoutMs, () => finish(null));
      this.#readings.add(reading);
      for (const adapter of request.adapters) this.#wake(adapter);
    });
  }

  offer({ message }: HeardMessage): void {
    const { root, types, uuid } = message;
    if (root !== 'ProbeMatch' || types !== 'inquiry' || uuid === null) return;
    for (const reading of [...this.#readings]) {
      const { isWanted, accept } = reading.request;
      if (!reading.uuids.has(uuid) || !isWanted(message)) continue;
      if (accept(message)) reading.finish(message);
    }
  }

  /** Ends every reading. */
  close(): void {
    for (const reading of [...this.#readings]) reading.finish(null);
    for (const asker of this.#askers.values()) asker.timer?.cancel();
    this.#askers.clear();
  }

  #wake(adapter: string): void {
    const asker = this.#askers.get(adapter) ?? { count: 0, dueAt: 0, timer: null };
    this.#askers.set(adapter, asker);
    const wait = asker.dueAt - this.#clock.now();
    // Soon, even when the regular question is further off: somebody new waits.
    const isSoon = asker.timer !== null && wait >= 0 && wait <= gatherMs;
    if (!isSoon) this.#schedule(adapter, asker, gatherMs);
  }

  #schedule(adapter: string, asker: Asker, delayMs: number): void {
    asker.timer?.cancel();
    asker.dueAt = this.#clock.now() + delayMs;
    asker.timer = this.#clock.after(delayMs, () => this.#ask(adapter, asker));
  }

  #ask(adapter: string, asker: Asker): void {
    asker.timer = null;
    const readings = [...this.#readings].filter(({ request }) =>
      request.adapters.includes(adapter),
    );
    if (readings.length === 0) {
      this.#askers.delete(adapter);
      return;
    }
    this.#schedule(adapter, asker, askPeriodMs);
    const targets: SendTarget[] = [{ kind: 'multicast' }];
    if (asker.count % broadcastEvery === broadcastEvery - 1) {
      targets.push({ kind: 'limited-broadcast' });
    }
    asker.count += 1;
    const addresses = new Set(readings.flatMap(({ request }) => request.addresses));
    for (const address of addresses) targets.push({ kind: 'unicast', address });
    for (const target of targets) this.#send(adapter, target, readings);
  }

  #send(adapter: string, target: SendTarget, readings: readonly Reading[]): void {
    const uuid = this.#random.uuid().toUpperCase();
    for (const reading of readings) reading.uuids.add(uuid);
    // What cannot be sent is not answered, which is what the readers then report.
    void this.#wire.sendOn(adapter, target, { uuid, data: encodeInquiry(uuid) });
  }
}
