import type { Action } from '../devices/action.ts';

/** What this feature adds to the one table of actions. */
export const caseActions: readonly Action[] = [];
