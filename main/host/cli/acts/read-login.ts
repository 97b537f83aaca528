import type { Api } from '../../../contract/api.ts';
import type { DeviceRef, Secrets } from '../../../contract/job.ts';
import type { Context } from '../context.ts';
import { openVault } from './open-vault.ts';
import type { RunFlags } from './run.ts';
import { readSecrets } from './secrets.ts';

/**
 * The password of a command that only reads: the one that was given, else whatever the vault has. Nobody is
 * asked for one, since such a command is worth something without it too.
 */
export async function readLogin(
  context: Context,
  flags: RunFlags,
  wanted: { readonly api: Api; readonly devices: readonly DeviceRef[] },
): Promise<{ readonly secrets?: Secrets }> {
  const isGiven = flags.passwordFile !== undefined || flags.passwordStdin === true;
  if (isGiven) return { secrets: await readSecrets(context, flags, wanted) };
  await openVault(context, wanted.api, { devices: wanted.devices, mayAsk: true });
  return {};
}
