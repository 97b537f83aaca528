/** A map that forgets its oldest entry when it is full, so that no stranger can make it grow. */
export class BoundedMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: K): V | undefined {
    return this.#entries.get(key);
  }

  /** Sets the entry and makes it the youngest. */
  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#limit) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  delete(key: K): boolean {
    return this.#entries.delete(key);
  }

  /** Takes out up to `count` values, oldest first. */
  take(count: number): V[] {
    const taken: V[] = [];
    for (const [key, value] of this.#entries) {
      if (taken.length >= count) break;
      taken.push(value);
      this.#entries.delete(key);
    }
    return taken;
  }

  /** Oldest first; stops as soon as `isOld` says no, so a sweep of an aged map is cheap. */
  dropWhile(isOld: (value: V, key: K) => boolean): void {
    for (const [key, value] of this.#entries) {
      if (!isOld(value, key)) return;
      this.#entries.delete(key);
    }
  }
}
