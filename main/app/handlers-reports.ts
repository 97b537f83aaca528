import type { reportMethods } from '../contract/methods-reports.ts';
import { audited } from './audited.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { notYet } from './not-yet.ts';

export type ReportsHandlers = Pick<Handlers, keyof typeof reportMethods>;

/** What leaves this computer on paper or as a file is written down, and what comes in. */
export function createReportsHandlers(core: Core): ReportsHandlers {
  const { siteFiles } = core.papers;
  const note = audited(core);
  return {
    'reports.make': notYet,
    'reports.open': notYet,
    'sites.exportFile': (input) =>
      note('sites.exportFile', () => siteFiles.export(input), {
        site: core.sites.currentName,
        passwords: input.leaveOutPasswords ? 'left-out' : 'included',
      }),
    'sites.readFile': (input) => siteFiles.read(input),
    'sites.importFile': (input) =>
      note('sites.importFile', () => siteFiles.import(input), { into: input.into }),
    'support.make': notYet,
  };
}
