import type { reportMethods } from '../contract/methods-reports.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { notYet } from './not-yet.ts';

export type ReportsHandlers = Pick<Handlers, keyof typeof reportMethods>;

export function createReportsHandlers(_core: Core): ReportsHandlers {
  return {
    'reports.make': notYet,
    'reports.open': notYet,
    'sites.exportFile': notYet,
    'sites.readFile': notYet,
    'sites.importFile': notYet,
    'support.make': notYet,
  };
}
