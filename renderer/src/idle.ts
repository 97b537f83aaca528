/** So much of a moment is taken where nobody tells how long it lasts. */
const guessedMs = 8;

/**
 * Runs when the page has nothing else to do; `leftMs` tells how long that may last. Safari, in which the web
 * host may be opened, has no idle callback: there it is soon.
 */
export function whenIdle(run: (leftMs: () => number) => void, timeoutMs?: number): () => void {
  if ('requestIdleCallback' in window) {
    const options = timeoutMs === undefined ? {} : { timeout: timeoutMs };
    const handle = requestIdleCallback((deadline) => run(() => deadline.timeRemaining()), options);
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(() => {
    const endAt = performance.now() + guessedMs;
    run(() => endAt - performance.now());
  });
  return () => clearTimeout(handle);
}
