import type { FloodReport, RegistryLimits } from './outcome.ts';
import type { Entry } from './roster.ts';
import { SeenBefore } from './seen-before.ts';

/** One sender that speaks for more identities than this is taken for the source of a flood. */
const heavySender = 64;
/** A sender with fewer unconfirmed identities than this gets room from a heavy one. */
const fairShare = 4;
const floodEndsAfterMs = 60_000;
const maxAdaptersCounted = 32;

export type Admission =
  | { readonly kind: 'in'; readonly isReturning: boolean }
  | { readonly kind: 'swap'; readonly victim: Entry; readonly isReturning: boolean }
  | { readonly kind: 'refuse' };

export interface Newcomer {
  /** Serial or MAC, for the memory of those turned away. */
  readonly key: string;
  /** Address it answered from. */
  readonly sender: string;
  readonly adapter: string | null;
  readonly at: number;
  /** Records there are. */
  readonly total: number;
}

interface Flood {
  since: number;
  lastAt: number;
  refused: number;
  example: string;
  readonly adapters: Map<string | null, number>;
}

/**
 * The waiting room for devices that answered only once. While there is room everybody gets in. When it
 * is full, a newcomer gets in if it answered in an earlier round too, or if its sender speaks for few
 * and another one for very many (which then loses its oldest). Confirmed devices are never touched.
 */
export class Probation {
  readonly #limits: RegistryLimits;
  readonly #all = new Set<Entry>();
  readonly #loaded = new Set<Entry>();
  readonly #bySender = new Map<string, Set<Entry>>();
  readonly #senderOf = new Map<Entry, string>();
  readonly #heavy = new Set<string>();
  readonly #seenBefore = new SeenBefore();
  #flood: Flood | null = null;

  constructor(limits: RegistryLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#all.size + this.#loaded.size;
  }

  /** From an earlier session: evicted last. */
  addLoaded(entry: Entry): void {
    this.#loaded.add(entry);
  }

  add(entry: Entry, sender: string): void {
    const group = this.#bySender.get(sender) ?? new Set();
    group.add(entry);
    this.#bySender.set(sender, group);
    this.#senderOf.set(entry, sender);
    this.#all.add(entry);
    if (group.size > heavySender) this.#heavy.add(sender);
  }

  /** Confirmed, united or evicted: no longer waiting. */
  remove(entry: Entry): void {
    this.#loaded.delete(entry);
    const sender = this.#senderOf.get(entry);
    if (sender === undefined) return;
    this.#all.delete(entry);
    this.#senderOf.delete(entry);
    const group = this.#bySender.get(sender);
    group?.delete(entry);
    if (group === undefined || group.size <= heavySender) this.#heavy.delete(sender);
    if (group?.size === 0) this.#bySender.delete(sender);
  }

  admit(who: Newcomer): Admission {
    const { maxDevices, maxUnconfirmed } = this.#limits;
    const isFull = who.total >= maxDevices;
    if (!isFull && this.size < maxUnconfirmed) return { kind: 'in', isReturning: false };
    const isReturning = this.#seenBefore.check(who.key, who.at);
    if (isReturning && !isFull) return { kind: 'in', isReturning };
    this.#note(who);
    const victim = isReturning ? this.#anyVictim() : this.#fairVictim(who.sender);
    return victim === null ? { kind: 'refuse' } : { kind: 'swap', victim, isReturning };
  }

  #anyVictim(): Entry | null {
    return this.#heavyVictim() ?? first(this.#all) ?? first(this.#loaded);
  }

  #fairVictim(sender: string): Entry | null {
    const own = this.#bySender.get(sender)?.size ?? 0;
    return own < fairShare ? this.#heavyVictim() : null;
  }

  #heavyVictim(): Entry | null {
    const sender = first(this.#heavy);
    return sender === null ? null : first(this.#bySender.get(sender) ?? []);
  }

  #note(who: Newcomer): void {
    if (this.#flood === null || who.at - this.#flood.lastAt > floodEndsAfterMs) {
      const example = who.sender === '' ? who.key : `${who.key} (${who.sender})`;
      const fresh = { since: who.at, lastAt: who.at, refused: 0, adapters: new Map(), example };
      this.#flood = fresh;
    }
    const flood = this.#flood;
    flood.refused += 1;
    flood.lastAt = who.at;
    const count = flood.adapters.get(who.adapter);
    if (count !== undefined || flood.adapters.size < maxAdaptersCounted) {
      flood.adapters.set(who.adapter, (count ?? 0) + 1);
    }
  }

  /** Forgets a flood that has been over for a while. */
  tick(now: number): void {
    if (this.#flood !== null && now - this.#flood.lastAt > floodEndsAfterMs) this.#flood = null;
  }

  report(): FloodReport | null {
    if (this.#flood === null) return null;
    const { since, lastAt, refused, adapters, example } = this.#flood;
    const seconds = Math.max(1, (lastAt - since) / 1000);
    const [top] = [...adapters].sort((a, b) => b[1] - a[1]);
    return {
      since,
      refused,
      perSecond: Math.round(refused / seconds),
      adapter: top?.[0] ?? null,
      example,
    };
  }
}

function first<T>(items: Iterable<T>): T | null {
  for (const item of items) return item;
  return null;
}
