import type { Clock, Timer } from '../ports/clock.ts';

/**
 * Locks after a time without use. A laptop that slept runs no timers, so each use looks at the clock too;
 * a clock that was set back can delay the lock by one period at most.
 */
export class AutoLock {
  readonly #clock: Clock;
  readonly #lock: () => void;
  #idleMs: number | null;
  #usedAt = 0;
  #holds = 0;
  #isRunning = false;
  #timer: Timer | null = null;

  constructor(clock: Clock, idleMs: number | null, lock: () => void) {
    this.#clock = clock;
    this.#idleMs = idleMs;
    this.#lock = lock;
  }

  get idleMs(): number | null {
    return this.#idleMs;
  }

  setIdle(idleMs: number | null): void {
    this.#idleMs = idleMs;
    if (this.#isRunning) this.start();
  }

  /** The vault was opened. */
  start(): void {
    this.stop();
    this.#isRunning = true;
    this.#usedAt = this.#clock.now();
    if (this.#idleMs === null) return;
    this.#arm(this.#idleMs);
  }

  stop(): void {
    this.#isRunning = false;
    this.#timer?.cancel();
    this.#timer = null;
  }

  /** Locks when the time is over. Does not count as use. */
  check(): void {
    if (this.#isRunning && this.#isOver(this.#clock.now())) this.#lock();
  }

  /** Before each use: the time counts from here, unless it is over already. */
  use(): void {
    this.check();
    this.#usedAt = this.#clock.now();
  }

  /** Work in progress keeps it open until the returned function is called. */
  hold(): () => void {
    let isHeld = true;
    this.#holds += 1;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holds -= 1;
      this.#usedAt = this.#clock.now();
    };
  }

  #isOver(now: number): boolean {
    return this.#idleMs !== null && this.#holds === 0 && now - this.#usedAt >= this.#idleMs;
  }

  #arm(delayMs: number): void {
    this.#timer = this.#clock.after(delayMs, () => this.#look());
  }

  #look(): void {
    const now = this.#clock.now();
    const idleMs = this.#idleMs;
    if (idleMs === null) return;
    if (this.#isOver(now)) this.#lock();
    else if (this.#holds > 0) this.#arm(idleMs);
    else this.#arm(Math.min(idleMs, idleMs - (now - this.#usedAt)));
  }
}
