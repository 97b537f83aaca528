import type { Api } from '../../../contract/api.ts';
import type { PreflightLine, Secrets } from '../../../contract/job.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { findDevices } from '../acts/find-devices.ts';
import { problemsText, strengthOf } from '../acts/password-strength.ts';
import { idsOfDevices, type RunFlags, runActs } from '../acts/run.ts';
import { checkSources } from '../acts/secrets.ts';
import { ask, type Context, failure, type Outcome, tell, withCore } from '../context.ts';

/**
 * Judges each password before it is sent: devices refuse some, and take others that nobody should choose.
 * @throws CliFailure `job.bad-password`
 */
export async function checkNew(
  context: Context,
  api: Api,
  { all, byDevice }: Secrets,
  userName?: string,
): Promise<void> {
  const given = [...(all === undefined ? [] : [all]), ...Object.values(byDevice ?? {})];
  for (const password of new Set(given)) {
    const check = await strengthOf(api, password, userName);
    if (!check.willAccept) {
      throw failure('job.bad-password', { problems: check.problems.join(', ') });
    }
    if (!check.isRecommended) {
      const problems = problemsText(context, check.problems);
      tell(context, interpolate(context.text.acts.secrets.weak, { problems }));
    }
  }
}

/** `activate` */
export async function activate(
  context: Context,
  wanted: readonly string[],
  flags: RunFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  return await withCore(context, 'manual', async ({ api }) => {
    const ids = idsOfDevices(await findDevices(context, api, wanted));
    return await runActs(context, api, {
      ...{ kind: 'activate', flags, ids, isNewPassword: true },
      isRun: ({ light }: PreflightLine) => light !== 'stop',
      start: async ({ ids: going, secrets }) => {
        await checkNew(context, api, secrets);
        return await ask(api, 'devices.activate', { ids: going, secrets });
      },
    });
  });
}
