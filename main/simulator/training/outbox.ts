/** What is sent later: by delay, many at a time, without holding up the process that also listens. */
export interface Outbox {
  /** Runs `send` after the delay, together with what else is due about then. */
  add(delayMs: number, send: () => void): void;
  /** Drops everything that was not sent yet. */
  close(): void;
}

/** Replies due within the same slot go out together; finer than a technician or a tool can tell. */
const slotMs = 5;
/** So many system calls in a row take well under a millisecond or two. */
const burst = 100;

export function createOutbox(): Outbox {
  const slots = new Map<number, (() => void)[]>();
  const timers = new Set<NodeJS.Timeout>();
  let isClosed = false;

  const drain = (queue: readonly (() => void)[], from: number): void => {
    if (isClosed) return;
    for (const send of queue.slice(from, from + burst)) send();
    if (from + burst < queue.length) setImmediate(() => drain(queue, from + burst));
  };

  const open = (slot: number, waitMs: number): (() => void)[] => {
    const queue: (() => void)[] = [];
    slots.set(slot, queue);
    const timer = setTimeout(() => {
      timers.delete(timer);
      slots.delete(slot);
      drain(queue, 0);
    }, waitMs);
    timers.add(timer);
    return queue;
  };

  return {
    add(delayMs, send) {
      if (isClosed) return;
      const now = performance.now();
      const slot = Math.ceil((now + delayMs) / slotMs);
      const queue = slots.get(slot) ?? open(slot, Math.max(0, slot * slotMs - now));
      queue.push(send);
    },
    close() {
      isClosed = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      slots.clear();
    },
  };
}
