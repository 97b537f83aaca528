import { describe } from 'vitest';
import { whyNoLab } from '../helpers/lab.ts';

const isSkipped = whyNoLab() !== null;

/** A suite that is skipped where there can be no lab; `announce.ts` says why, or fails in CI. */
export function describeLab(name: string, run: () => void): void {
  describe.skipIf(isSkipped)(name, run);
}
