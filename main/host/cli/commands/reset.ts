import { requireSerial } from '../acts/consent.ts';
import { findOne } from '../acts/find-devices.ts';
import {
  jobOutcome,
  overrideOf,
  preflight,
  preflightOutcome,
  type RunFlags,
  startAndFollow,
} from '../acts/run.ts';
import { checkSources, readSecrets } from '../acts/secrets.ts';
import { ask, type Context, type Outcome, withCore } from '../context.ts';

export interface RestoreFlags extends RunFlags {
  readonly confirmSerial?: string;
}

/** `reset restore-inactive`: the end of the serial is the consent, for this one device. */
export async function restoreInactive(
  context: Context,
  wanted: string,
  flags: RestoreFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  const override = overrideOf(context, flags);
  return await withCore(context, 'manual', async ({ api }) => {
    const { id } = await findOne(context, api, wanted);
    const isRun = ({ light }: { readonly light: string }) => light !== 'stop';
    const act = { kind: 'restore-inactive', ids: [id], isRun } as const;
    const { lines, going } = await preflight(context, api, act);
    const [line] = going;
    if (line === undefined) return preflightOutcome(context, 'restore-inactive', lines);
    const confirmSerial = await requireSerial(context, line.device, flags.confirmSerial);
    const secrets = await readSecrets(context, flags, { api, devices: [line.device] });
    const job = await startAndFollow(context, api, () =>
      ask(api, 'devices.restoreInactive', { id, confirmSerial, secrets, ...override }),
    );
    return jobOutcome(context, job);
  });
}
