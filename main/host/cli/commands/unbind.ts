import type { PreflightLine } from '../../../contract/job.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { requireConsent, undecided } from '../acts/consent.ts';
import { findDevices, findOne } from '../acts/find-devices.ts';
import { needJob, resumeJob } from '../acts/job-ref.ts';
import { linesText } from '../acts/job-text.ts';
import {
  idsOfDevices,
  jobOutcome,
  overrideOf,
  preflight,
  preflightOutcome,
  type RunFlags,
  runActs,
  startAndFollow,
} from '../acts/run.ts';
import { type CodeFlags, checkSources, readCode } from '../acts/secrets.ts';
import { ask, badInput, type Context, type Outcome, tell, withCore } from '../context.ts';

export interface UnbindFlags extends RunFlags {
  readonly check?: boolean;
  readonly resume?: string;
  readonly includeUnknown?: boolean;
  /** Commander's `--no-wait`. */
  readonly wait: boolean;
}

/** Whether the device takes part: ready, waiting for Internet, or unknown and wanted. */
function takesPart(flags: UnbindFlags): (line: PreflightLine) => boolean {
  return ({ light, verdict }) => {
    if (light === 'stop') return false;
    if (verdict === 'needs-internet') return flags.wait;
    return verdict === 'unknown' ? flags.includeUnknown === true : true;
  };
}

/** `unbind` */
export async function unbind(
  context: Context,
  wanted: readonly string[],
  flags: UnbindFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  overrideOf(context, flags);
  const words = context.text.acts.jobs;
  const { resume } = flags;
  if (resume !== undefined && wanted.length > 0) throw badInput(words.resumeAlone);
  if (resume === undefined && wanted.length === 0) throw badInput(words.needsDevices);
  return await withCore(context, 'manual', async ({ api }) => {
    if (resume !== undefined) {
      const { id, kind } = await needJob(context, api, resume);
      if (kind !== 'unbind') throw badInput(interpolate(words.notUnbind, { id }));
      return await resumeJob(context, api, { id, flags, isWaiting: flags.wait });
    }
    const ids = idsOfDevices(await findDevices(context, api, wanted));
    const isRun = takesPart(flags);
    if (flags.check === true) {
      const { lines } = await preflight(context, api, { kind: 'unbind', ids, isRun });
      return preflightOutcome(context, 'unbind', lines);
    }
    const options = {
      includeUnknown: flags.includeUnknown === true,
      waitForInternet: flags.wait,
    };
    return await runActs(context, api, {
      ...{ kind: 'unbind', flags, ids, isRun, isWaiting: flags.wait },
      start: ({ override, ...given }) =>
        ask(api, 'devices.unbind', { ...given, ...options, ...override }),
    });
  });
}

/** `unbind-panel`: one panel, with the code its vendor gave for it. */
export async function unbindPanel(
  context: Context,
  wanted: string,
  flags: CodeFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  return await withCore(context, 'manual', async ({ api }) => {
    const { id } = await findOne(context, api, wanted);
    const isRun = ({ light }: PreflightLine) => light !== 'stop';
    const act = { kind: 'unbind-panel', ids: [id], isRun } as const;
    const { lines, going } = await preflight(context, api, act);
    if (going.length === 0) return preflightOutcome(context, 'unbind-panel', lines);
    tell(context, '{{table}}\n', { table: linesText(context, lines, Date.now()) });
    const devices = going.map(({ device }) => device);
    await requireConsent(context, { kind: 'unbind-panel', devices });
    const { code: question, codeNeeded } = context.text.acts.secrets;
    const code = await readCode(context, flags, question);
    if (code === null || code === '') throw undecided(codeNeeded);
    const job = await startAndFollow(context, api, () =>
      ask(api, 'devices.unbindPanel', { id, code }),
    );
    return jobOutcome(context, job);
  });
}
