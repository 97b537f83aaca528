import type { Random } from '../../main/ports/random.ts';

/** Well-formed v4 Uuids in a row; the same ones in each run. */
export function createFakeRandom(): Random {
  let count = 0;
  return {
    uuid() {
      count += 1;
      return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0').toUpperCase()}`;
    },
    bytes(length) {
      count += 1;
      return Uint8Array.from({ length }, (_, index) => (count * 31 + index * 7) % 256);
    },
  };
}
