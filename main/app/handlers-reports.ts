import type { reportMethods } from '../contract/methods-reports.ts';
import { audited } from './audited.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';

export type ReportsHandlers = Pick<Handlers, keyof typeof reportMethods>;

/** What leaves this computer on paper or as a file is written down, and what comes in. */
export function createReportsHandlers(core: Core): ReportsHandlers {
  const { siteFiles, reports, support } = core.papers;
  const note = audited(core);
  return {
    'reports.make': (input) => {
      const { kind, format, locale } = input;
      const site = core.sites.currentName;
      return note('reports.make', () => reports.make(input), { kind, format, locale, site });
    },
    'reports.open': (input) => reports.open(input),
    'sites.exportFile': (input) =>
      note('sites.exportFile', () => siteFiles.export(input), {
        site: core.sites.currentName,
        passwords: input.leaveOutPasswords ? 'left-out' : 'included',
      }),
    'sites.readFile': (input) => siteFiles.read(input),
    'sites.importFile': (input) =>
      note('sites.importFile', () => siteFiles.import(input), { into: input.into }),
    'support.make': (input) =>
      note('support.make', () => support.make(input), { devices: input.ids?.length ?? 0 }),
  };
}
