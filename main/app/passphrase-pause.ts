import { AppError } from '../contract/errors.ts';
import type { Clock } from '../ports/clock.ts';

/** So many slips of the finger cost nothing. */
const freeSlips = 2;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/**
 * After a wrong passphrase the next one has to wait, each time longer. For this process only: what really
 * costs a guesser time is scrypt, since a copied file asks nobody. Right and wrong ones are refused alike
 * while it lasts.
 */
export class PassphrasePause {
  readonly #clock: Clock;
  #wrong = 0;
  #until = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws AppError `vault.wait`; else what `open` throws */
  async guard(open: () => Promise<void>): Promise<void> {
    const leftMs = Math.min(this.#until - this.#clock.now(), longestPauseMs);
    if (leftMs > 0) throw new AppError('vault.wait', { seconds: Math.ceil(leftMs / 1000) });
    try {
      await open();
      this.#wrong = 0;
    } catch (error) {
      if (error instanceof AppError && error.code === 'vault.not-opened') this.#noteWrong();
      throw error;
    }
  }

  #noteWrong(): void {
    this.#wrong += 1;
    const steps = this.#wrong - freeSlips - 1;
    if (steps < 0) return;
    this.#until = this.#clock.now() + Math.min(firstPauseMs * 2 ** steps, longestPauseMs);
  }
}
