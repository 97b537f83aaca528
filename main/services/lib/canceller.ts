import type { CancelSignal } from '../../ports/cancel.ts';

export interface Canceller {
  readonly signal: CancelSignal;
  cancel(): void;
}

/** A cancel signal without a platform behind it. */
export function createCanceller(): Canceller {
  const listeners = new Set<() => void>();
  let isAborted = false;
  return {
    signal: {
      get aborted() {
        return isAborted;
      },
      addEventListener: (_type, listener) => {
        listeners.add(listener);
      },
      removeEventListener: (_type, listener) => {
        listeners.delete(listener);
      },
    },
    cancel() {
      if (isAborted) return;
      isAborted = true;
      for (const listener of [...listeners]) listener();
      listeners.clear();
    },
  };
}
