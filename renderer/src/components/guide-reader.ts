import { createValueStore } from '../state/value-store.ts';

/** `keys` is a page of ours, not a guide of the knowledge base. */
export const keysGuide = 'keys';

/** The guide that lies over whatever is open, so that a half-filled form is still there afterwards. */
export const guideReader = createValueStore<string | null>(null);

export function readGuide(id: string): void {
  guideReader.set(id);
}
