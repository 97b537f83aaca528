export interface Timer {
  /** Idempotent. */
  cancel(): void;
}

/** Time as an argument, so that tests never sleep. */
export interface Clock {
  /** Epoch milliseconds; may jump when the operator sets the clock. */
  now(): number;
  /**
   * Milliseconds since some moment of this process, for how long something took: setting the clock does not
   * move it. The time that a laptop slept may be missing in it.
   */
  elapsed(): number;
  after(delayMs: number, run: () => void): Timer;
  every(periodMs: number, run: () => void): Timer;
}
