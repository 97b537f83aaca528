import { describe } from 'vitest';
import { whyNoLab } from '../helpers/lab.ts';

/** A suite that is skipped where there can be no lab; `announce.ts` says why, or fails in CI. */
export const describeLab = describe.skipIf(whyNoLab() !== null);
