export interface Timer {
  /** Idempotent. */
  cancel(): void;
}

/** Time as an argument, so that tests never sleep. */
export interface Clock {
  /** Epoch milliseconds; may jump when the operator sets the clock. */
  now(): number;
  after(delayMs: number, run: () => void): Timer;
  every(periodMs: number, run: () => void): Timer;
}
