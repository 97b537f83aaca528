const windowMs = 10_000;
const maxPerWindow = 20;
const maxKeys = 500;

interface Count {
  since: number;
  passed: number;
  suppressed: number;
}

/** Keeps one line that repeats itself a thousand times from filling the disk. */
export class RepeatFilter {
  readonly #counts = new Map<string, Count>();

  /** Whether this line may pass, and how many like it were held back since the last that passed. */
  check(key: string, now: number): { readonly isPassed: boolean; readonly suppressed: number } {
    const count = this.#counts.get(key);
    if (count === undefined || now - count.since >= windowMs || now < count.since) {
      this.#remember(key, { since: now, passed: 1, suppressed: 0 });
      return { isPassed: true, suppressed: count?.suppressed ?? 0 };
    }
    if (count.passed < maxPerWindow) {
      count.passed += 1;
      return { isPassed: true, suppressed: 0 };
    }
    count.suppressed += 1;
    return { isPassed: false, suppressed: 0 };
  }

  #remember(key: string, count: Count): void {
    this.#counts.delete(key);
    this.#counts.set(key, count);
    const oldest = this.#counts.keys().next();
    if (this.#counts.size > maxKeys && oldest.done !== true) this.#counts.delete(oldest.value);
  }
}
