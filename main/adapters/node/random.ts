import { randomBytes, randomUUID } from 'node:crypto';
import type { Random } from '../../ports/random.ts';

/** Randomness of the operating system. */
export const systemRandom: Random = {
  uuid: () => randomUUID().toUpperCase(),
  bytes: (length) => new Uint8Array(randomBytes(length)),
};
