import type { ChooserState } from '../contract/recovery.ts';

export type KeptAnswer = ChooserState['answers'][number];

/** What people answered about a device. Every write is on the disk when the call returns. */
export interface ChooserStore {
  /** Of several names of one device the first that has an answer counts. Oldest answer first. */
  list(keys: readonly string[]): KeptAnswer[];
  put(key: string, answer: KeptAnswer): void;
  /** Under all its names. `false`: there was none. */
  remove(keys: readonly string[], question: KeptAnswer['question']): boolean;
}
