import type { Clock, Timer } from '../../ports/clock.ts';
import type { SadpMessage } from '../../protocol/sadp/messages.ts';
import type { HeardMessage } from '../discovery/listener.ts';

/** What the one right answer to a request looks like. */
export interface Expectation {
  readonly uuid: string;
  readonly types: string;
  /** Normalised. */
  readonly mac: string;
  /** Whether an answer may come from this address. */
  readonly isOwn: (address: string) => boolean;
  /** An answer from elsewhere ends the wait at once, because a secret would be made for its sender. */
  readonly isStrict: boolean;
  /** How long, after the first answer, another one may show that somebody else answers too. */
  readonly graceMs: number;
}

export type Waited =
  | { readonly kind: 'reply'; readonly message: SadpMessage; readonly fromAddress: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'conflict'; readonly detail: string }
  | { readonly kind: 'foreign-sender'; readonly detail: string };

interface Match {
  readonly message: SadpMessage;
  readonly fromAddress: string;
  readonly content: string;
}

/**
 * One request that waits. It is there before the datagram leaves; the time begins when it has left.
 * A message counts when root, Uuid and Types are right and the MAC, if told, is the device's; a mere
 * echo has no `Result` and is no answer.
 */
export class Waiting {
  readonly #clock: Clock;
  readonly #expected: Expectation;
  readonly #settled: Promise<Waited>;
  #settle: (result: Waited) => void = () => undefined;
  #own: Match | null = null;
  #foreign: Match | null = null;
  #timer: Timer | null = null;
  #isInGrace = false;
  #isOver = false;

  constructor(clock: Clock, expected: Expectation) {
    this.#clock = clock;
    this.#expected = expected;
    this.#settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** The datagram has left: from now on silence has an end. */
  arm(timeoutMs: number): Promise<Waited> {
    if (!this.#isOver && !this.#isInGrace) {
      this.#timer = this.#clock.after(timeoutMs, () => this.#end(this.#outcome()));
    }
    return this.#settled;
  }

  /** Nothing counts any more. */
  cancel(): void {
    this.#end({ kind: 'silent' });
  }

  offer({ message, fromAddress }: HeardMessage): void {
    if (this.#isOver || !this.#fits(message)) return;
    const match = { message, fromAddress, content: contentOf(message) };
    const isOwn = this.#expected.isOwn(fromAddress);
    const first = isOwn ? this.#own : this.#foreign;
    const differs = first !== null && first.content !== match.content;
    if (isOwn) this.#own ??= match;
    else this.#foreign ??= match;
    if (differs || this.#isContradicted()) {
      this.#end({ kind: 'conflict', detail: this.#senders(fromAddress) });
      return;
    }
    if (isOwn || this.#expected.isStrict) this.#beginGrace();
  }

  #fits(message: SadpMessage): boolean {
    const { uuid, types, mac } = this.#expected;
    if (message.root !== 'ProbeMatch' || message.uuid !== uuid || message.types !== types) {
      return false;
    }
    if (message.result === null || message.result === '') return false;
    // A MAC that is told but cannot be read is not the device's.
    return message.rawMac === null || message.mac === mac;
  }

  /** The device and somebody else answered; to one that carries a key, even the same words are too many. */
  #isContradicted(): boolean {
    if (this.#own === null || this.#foreign === null) return false;
    return this.#expected.isStrict || this.#own.content !== this.#foreign.content;
  }

  #beginGrace(): void {
    if (this.#isInGrace) return;
    this.#isInGrace = true;
    this.#timer?.cancel();
    this.#timer = this.#clock.after(this.#expected.graceMs, () => this.#end(this.#outcome()));
  }

  #outcome(): Waited {
    if (this.#own !== null) {
      const { message, fromAddress } = this.#own;
      return { kind: 'reply', message, fromAddress };
    }
    if (this.#foreign === null) return { kind: 'silent' };
    return { kind: 'foreign-sender', detail: `answered from ${this.#foreign.fromAddress}` };
  }

  #senders(latest: string): string {
    const all = [this.#own?.fromAddress, this.#foreign?.fromAddress, latest];
    const distinct = [...new Set(all.filter((address) => address !== undefined))];
    return `different answers to one request, from ${distinct.join(' and ')}`;
  }

  #end(result: Waited): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#timer?.cancel();
    this.#settle(result);
  }
}

/** The same datagram twice is one answer; anything that differs in it makes two. */
function contentOf({ result, extra, fields }: SadpMessage): string {
  const { mac: _mac, ...told } = fields;
  const sorted = [...extra].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([result, sorted, Object.entries(told).sort()]);
}

/** All requests that wait, by Uuid. Every decoded message is offered to it. */
export class Waiter {
  readonly #clock: Clock;
  readonly #waiting = new Map<string, Waiting>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#waiting.size;
  }

  /** Must stand before the send. Whoever expects ends it with `forget`. */
  expect(expected: Expectation): Waiting {
    const waiting = new Waiting(this.#clock, expected);
    this.#waiting.set(expected.uuid, waiting);
    return waiting;
  }

  forget(uuid: string): void {
    this.#waiting.get(uuid)?.cancel();
    this.#waiting.delete(uuid);
  }

  offer(heard: HeardMessage): void {
    const { uuid } = heard.message;
    if (uuid !== null) this.#waiting.get(uuid)?.offer(heard);
  }
}
