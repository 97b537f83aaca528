import { undecided } from '../acts/consent.ts';
import { findDevices } from '../acts/find-devices.ts';
import { refOf } from '../acts/named.ts';
import { canAsk } from '../acts/prompt.ts';
import { idsOfDevices, type RunFlags, runActs } from '../acts/run.ts';
import { checkSources, readSecrets, type SecretFlags } from '../acts/secrets.ts';
import { ask, badInput, type Context, type Outcome, withCore } from '../context.ts';
import { checkNew } from './activate.ts';

export interface PasswordFlags extends RunFlags {
  readonly user: string;
  readonly newPasswordFile?: string;
  readonly newPasswordStdin?: boolean;
}

/** The new passwords come by the same ways as those in use, and by one of their own each. */
function newSource(context: Context, flags: PasswordFlags): SecretFlags {
  const { newPasswordFile, newPasswordStdin, passwordStdin } = flags;
  if (newPasswordStdin === true && passwordStdin === true) {
    throw badInput(context.text.acts.secrets.stdinTaken);
  }
  const source: SecretFlags = {
    ...(newPasswordFile === undefined ? {} : { passwordFile: newPasswordFile }),
    ...(newPasswordStdin === undefined ? {} : { passwordStdin: newPasswordStdin }),
  };
  checkSources(context, source);
  const isGiven = Object.keys(source).length > 0;
  // Known before anything is looked for: no vault has a password that is yet to be.
  if (!isGiven && !canAsk(context)) throw undecided(context.text.changes.newNeeded);
  return source;
}

/** `password`: the ones in use by file, standard input, vault or prompt; the new ones likewise, typed twice. */
export async function password(
  context: Context,
  wanted: readonly string[],
  flags: PasswordFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  const source = newSource(context, flags);
  const userName = flags.user;
  return await withCore(context, 'manual', async ({ api }) => {
    const devices = (await findDevices(context, api, wanted)).map(refOf);
    return await runActs(context, api, {
      ...{ kind: 'password', flags, ids: devices.map(({ id }) => id) },
      isRun: ({ light }) => light !== 'stop',
      start: async ({ ids, secrets, override }) => {
        const going = devices.filter(({ id }) => ids.includes(id));
        const newSecrets = await readSecrets(context, source, { api, devices: going, isNew: true });
        await checkNew(context, api, newSecrets, userName);
        const input = { ids, userName, secrets, newSecrets, ...override };
        return await ask(api, 'devices.setPassword', input);
      },
    });
  });
}

/** `reboot` */
export async function reboot(
  context: Context,
  wanted: readonly string[],
  flags: RunFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  return await withCore(context, 'manual', async ({ api }) => {
    const ids = idsOfDevices(await findDevices(context, api, wanted));
    return await runActs(context, api, {
      ...{ kind: 'reboot', flags, ids },
      isRun: ({ light }) => light !== 'stop',
      start: ({ ids: going, secrets, override }) =>
        ask(api, 'devices.reboot', { ids: going, secrets, ...override }),
    });
  });
}
