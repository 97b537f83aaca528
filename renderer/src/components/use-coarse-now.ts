import { useSyncExternalStore } from 'react';

const stepMs = 5000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: number | null = null;

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) now = Date.now();
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, stepMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    window.clearInterval(timer);
    timer = null;
  };
}

/**
 * The present time to five seconds, from one timer for the whole page: a table of ages must not cost
 * a timer and a render a second for each row.
 */
export function useCoarseNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
