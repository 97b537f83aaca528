import type { Api } from '../../../contract/api.ts';
import type { PreflightLine, Secrets } from '../../../contract/job.ts';
import { texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { findDevices } from '../acts/find-devices.ts';
import { idsOfDevices, type RunFlags, runActs } from '../acts/run.ts';
import { checkSources } from '../acts/secrets.ts';
import { ask, type Context, failure, type Outcome, tell, withCore } from '../context.ts';

function words(context: Context, problems: readonly string[]): string {
  const known: Readonly<Record<string, string>> = texts[context.locale].passwordProblems;
  return problems.map((problem) => known[problem] ?? problem).join(', ');
}

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
    const check = await ask(api, 'passwords.check', {
      password,
      ...(userName === undefined ? {} : { userName }),
    });
    if (!check.willAccept) {
      throw failure('job.bad-password', { problems: check.problems.join(', ') });
    }
    if (!check.isRecommended) {
      const problems = words(context, check.problems);
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
