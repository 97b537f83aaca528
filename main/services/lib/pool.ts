/**
 * Runs a job for every item with at most `limit` under way. Stops taking new items once
 * `isStopped` tells so; jobs already begun are awaited. The first rejection is passed on.
 */
export async function runPool<T>(
  items: Iterable<T>,
  options: { readonly limit: number; readonly isStopped?: () => boolean },
  run: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    while (options.isStopped?.() !== true) {
      const next = iterator.next();
      if (next.done === true) return;
      await run(next.value);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.limit) }, worker));
}
