import type { Clock, Timer } from '../../ports/clock.ts';

const tickMs = 1000;
/** Far below a tick, and enough to keep events of one tick in their order. */
const eventMs = 0.001;

/** Time spent listening, in milliseconds: counted by timers, so neither a jump nor a sleep is in it. */
export class CaseClock {
  readonly #clock: Clock;
  #order = 0;
  #timer: Timer | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The order of the event that is happening now; the next one's is larger. */
  next(): number {
    this.#order += eventMs;
    return this.#order;
  }

  start(onTick: () => void): void {
    this.#timer ??= this.#clock.every(tickMs, () => {
      this.#order += tickMs;
      onTick();
    });
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }
}
