import { AppError } from '../contract/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { PassphraseTries, PassphraseTriesStore } from '../store/credential-types.ts';

/** So many slips of the finger cost nothing. */
const freeSlips = 2;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

const none: PassphraseTries = { wrong: 0, waitMs: 0, fromAt: 0 };

function pauseAfter(wrong: number): number {
  const steps = wrong - freeSlips - 1;
  return steps < 0 ? 0 : Math.min(firstPauseMs * 2 ** steps, longestPauseMs);
}

/**
 * What is left of the pause. A clock that was set back before it began neither shortens nor lengthens it: it
 * counts from now. One that was set forward ends it, as it ends a device's lock, but in a process that knows of
 * the pause; another could not tell.
 */
function leftAt({ waitMs, fromAt }: PassphraseTries, now: number): number {
  const left = now < fromAt ? waitMs : fromAt + waitMs - now;
  return Math.max(0, Math.min(left, longestPauseMs));
}

function countWrong(wrong: number, now: number): PassphraseTries {
  return { wrong, waitMs: pauseAfter(wrong), fromAt: now };
}

export interface PassphrasePauseOptions {
  readonly store: PassphraseTriesStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** A try that began. */
interface Begun {
  /** Counted as a wrong one until it proves right. */
  readonly isCharged: boolean;
  readonly hadWrong: boolean;
}

/**
 * After a wrong passphrase the next one has to wait, each time longer, in whichever process of this data folder
 * it is typed. What really costs a guesser time is scrypt, since a copied file asks nobody. Right and wrong
 * ones are refused alike while it lasts.
 */
export class PassphrasePause {
  readonly #options: PassphrasePauseOptions;
  /** Until when the pause lasts that this process knows of, by a time that nobody sets. */
  #known = { wrong: 0, untilElapsed: 0 };

  constructor(options: PassphrasePauseOptions) {
    this.#options = options;
  }

  /** @throws AppError `vault.wait`, `store.*`; else what `open` throws */
  async guard(open: () => Promise<void>): Promise<void> {
    const begun = this.#begin();
    try {
      await open();
    } catch (error) {
      const isWrong = error instanceof AppError && error.code === 'vault.not-opened';
      if (isWrong) this.#note((tries) => this.#wrong(tries, begun));
      else if (begun.isCharged) this.#note(uncharged);
      throw error;
    }
    if (begun.hadWrong) this.forget();
  }

  /** A right passphrase, or another vault: nothing is held against the next try. */
  forget(): void {
    this.#note(({ wrong }) => (wrong === 0 ? null : none));
  }

  /**
   * Where the next wrong one costs a pause, the try is counted before it is made: a process that is killed
   * while it computes, or another one that asks at the same moment, must not get it for nothing.
   */
  #begin(): Begun {
    const { store, clock } = this.#options;
    const now = clock.now();
    let left = 0;
    let begun: Begun = { isCharged: false, hadWrong: false };
    store.change((tries) => {
      left = Math.max(leftAt(tries, now), this.#leftHere(tries));
      this.#keep(tries.wrong, left);
      // Noted anew, so that a clock that is set back later takes nothing of what has passed already.
      if (left > 0) return { ...tries, waitMs: left, fromAt: now };
      const { wrong } = tries;
      begun = { isCharged: wrong >= freeSlips, hadWrong: wrong > 0 };
      return begun.isCharged ? countWrong(wrong + 1, now) : null;
    });
    if (left > 0) throw new AppError('vault.wait', { seconds: Math.ceil(left / 1000) });
    return begun;
  }

  #wrong({ wrong }: PassphraseTries, { isCharged }: Begun): PassphraseTries {
    // Another try may have been right meanwhile; this one was wrong all the same.
    const count = isCharged ? Math.max(wrong, 1) : wrong + 1;
    const counted = countWrong(count, this.#options.clock.now());
    this.#keep(counted.wrong, counted.waitMs);
    return counted;
  }

  #keep(wrong: number, left: number): void {
    this.#known = { wrong, untilElapsed: this.#options.clock.elapsed() + left };
  }

  /** What was right elsewhere, or wrong again, is another count, and its pause is in the file. */
  #leftHere({ wrong }: PassphraseTries): number {
    const { wrong: known, untilElapsed } = this.#known;
    return wrong === known ? Math.max(0, untilElapsed - this.#options.clock.elapsed()) : 0;
  }

  /** What is only kept for the next try must not hide how this one ended. */
  #note(change: (tries: PassphraseTries) => PassphraseTries | null): void {
    try {
      this.#options.store.change(change);
    } catch (error) {
      this.#options.log.warn(() => 'a try of the passphrase could not be noted', {
        error: String(error),
      });
    }
  }
}

/** It was neither right nor wrong: the memory, the file or the keystore failed. */
function uncharged({ wrong, fromAt }: PassphraseTries): PassphraseTries | null {
  return wrong === 0 ? null : { wrong: wrong - 1, waitMs: 0, fromAt };
}
