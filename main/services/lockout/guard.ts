import type { Clock } from '../../ports/clock.ts';
import type { Crypto } from '../../ports/crypto.ts';
import type { Random } from '../../ports/random.ts';
import type { LockoutRow, LockoutStore } from '../../store/act-types.ts';
import {
  attemptsLeft,
  begin,
  finish,
  freshState,
  type GuardReason,
  judge,
  type Told,
  type TryOutcome,
  withTime,
} from './rules.ts';

export interface LockView {
  readonly attemptsLeft: number | null;
  readonly lockedUntil: number | null;
}

/** A password about to be tried on a device; holds no part of it but twelve bits. */
export interface Try {
  readonly key: string;
  readonly print: number | null;
}

export interface GuardOptions {
  readonly store: LockoutStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly crypto: Pick<Crypto, 'fingerprint'>;
  /** A device's tries or lock changed, here or in another process. */
  readonly onChange: (key: string, view: LockView) => void;
}

const saltBytes = 16;

/**
 * Keeps devices from being locked out. What it knows is read from the file each time, inside the same
 * transaction that opens a try: another process on this folder may have used one up meanwhile.
 */
export class LockoutGuard {
  readonly #options: GuardOptions;
  #seenRevision = 0;

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  /** What speaks against one more try; `null` when nothing does. */
  async check(
    key: string,
    password: string | null,
    isOverride: boolean,
  ): Promise<GuardReason | null> {
    if (isOverride) return null;
    const { store, clock } = this.#options;
    const row = store.get(key);
    if (row === null) return null;
    const hasWrong = password !== null && row.wrongPrint !== null;
    const print = hasWrong ? await this.#print(password, row.salt) : null;
    return judge(row, { print, now: clock.now() });
  }

  /** Slow, so it comes before the exchange; `begin` follows right before the send. */
  async prepare(key: string, password: string): Promise<Try> {
    const { store, random, clock } = this.#options;
    const { salt } = store.ensure(key, random.bytes(saltBytes), clock.now());
    return { key, print: await this.#print(password, salt) };
  }

  /**
   * Opens a try: from here on, and on the disk, it counts as one that may have cost something. `null`, or
   * the reason against it.
   */
  begin({ key, print }: Try, isOverride: boolean): GuardReason | null {
    const now = this.#options.clock.now();
    let reason: GuardReason | null = null;
    this.#change(key, (row) => {
      reason = isOverride ? null : judge(row, { print, now });
      return reason === null ? begin(row, now) : null;
    });
    return reason;
  }

  /** The end of a try that `begin` opened. */
  finish({ key, print }: Try, outcome: TryOutcome, told: Told): void {
    const now = this.#options.clock.now();
    this.#change(key, (row) => finish(row, outcome, { told, print, now }));
  }

  /** A device told of its lock without a password being tried. */
  noteLocked(key: string, told: Told): void {
    const { store, random, clock } = this.#options;
    const now = clock.now();
    store.ensure(key, random.bytes(saltBytes), now);
    this.#change(key, (row) => finish(begin(row, now), 'locked', { told, print: null, now }));
  }

  /** A new password was set, so what was counted for the old one is void. */
  forget(key: string): void {
    if (this.#options.store.get(key) !== null) this.#change(key, () => freshState);
  }

  view(key: string): LockView {
    const row = this.#options.store.get(key);
    return row === null ? { attemptsLeft: null, lockedUntil: null } : this.#viewOf(row);
  }

  /** Tells what other processes changed since the last call, and everything at the first. */
  poll(): void {
    for (const row of this.#options.store.changedSince(this.#seenRevision)) {
      this.#seenRevision = Math.max(this.#seenRevision, row.revision);
      this.#options.onChange(row.key, this.#viewOf(row));
    }
  }

  #change(key: string, change: Parameters<LockoutStore['change']>[2]): void {
    const row = this.#options.store.change(key, this.#options.clock.now(), change);
    this.#options.onChange(key, this.#viewOf(row));
  }

  #viewOf(row: LockoutRow): LockView {
    const state = withTime(row, this.#options.clock.now());
    return { attemptsLeft: attemptsLeft(state), lockedUntil: state.lockedUntil };
  }

  #print(password: string, salt: Uint8Array): Promise<number> {
    return this.#options.crypto.fingerprint(password, salt);
  }
}
