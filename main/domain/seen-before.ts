import { roundGapMs } from './limits.ts';

/** 2^18 slots of 8 bytes: 2 MB, made only when a flood comes. */
const slotBits = 18;
const forgetAfterMs = 10 * 60_000;

/**
 * Remembers in fixed memory that an identity answered before, without listing it. A newcomer turned
 * away in a flood is let in when it answers a second time, in a later round; invented identities, each
 * used once, never are. Slots are overwritten by the newest, so a very dense flood only delays a device
 * by some rounds.
 */
export class SeenBefore {
  #marks: Uint32Array | null = null;
  #times: Float64Array | null = null;

  /** Whether the key was noted in an earlier round; notes it if it was not. */
  check(key: string, at: number): boolean {
    this.#marks ??= new Uint32Array(2 ** slotBits);
    this.#times ??= new Float64Array(2 ** slotBits);
    const [slot, mark] = hash(key);
    const since = at - (this.#times[slot] ?? 0);
    const isKnown = this.#marks[slot] === mark && since >= 0 && since < forgetAfterMs;
    if (isKnown) return since >= roundGapMs;
    this.#marks[slot] = mark;
    this.#times[slot] = at;
    return false;
  }
}

/** Slot and fingerprint: two FNV-1a sums with different seeds, each mixed once more. */
function hash(key: string): [slot: number, mark: number] {
  let a = 0x811c9dc5;
  let b = 0x2f0b4c47;
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
  b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  return [(a ^ (a >>> 12)) >>> (32 - slotBits), (b ^ (b >>> 16)) >>> 0];
}
