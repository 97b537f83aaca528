/** Waits, or stops waiting when the signal comes. */
export function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

/** A bell: `wait` ends at the next `ring`, at once when it rang since, or with the signal. */
export function createBell(signal: AbortSignal): { ring(): void; wait(): Promise<void> } {
  let hasRung = false;
  let wake: (() => void) | null = null;
  const ring = () => {
    hasRung = true;
    wake?.();
  };
  signal.addEventListener('abort', ring);
  return {
    ring,
    async wait() {
      if (!hasRung && !signal.aborted) {
        await new Promise<void>((done) => {
          wake = done;
        });
      }
      wake = null;
      hasRung = false;
    },
  };
}
