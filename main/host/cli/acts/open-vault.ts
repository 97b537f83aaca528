import type { Api } from '../../../contract/api.ts';
import type { DeviceRef } from '../../../contract/job.ts';
import { ask, CliFailure, type Context, tell } from '../context.ts';
import { askHidden, canAsk } from './prompt.ts';
import { readPassphraseFile } from './secret-file.ts';

export interface Opening {
  /** The vault is asked for only when something is saved for one of them; `null`: in any case. */
  readonly devices: readonly DeviceRef[] | null;
  /** Somebody at the terminal may be asked; an empty answer goes on without the vault. */
  readonly mayAsk: boolean;
  /** A new password will be there to be kept, whatever is saved now. */
  readonly isNew?: boolean;
}

const mostTries = 3;

/**
 * Opens the vault for this command: with the file that was named, or by asking. `false` when there is
 * none, or when it stays locked.
 * @throws CliFailure when the passphrase of the file is wrong
 */
export async function openVault(context: Context, api: Api, opening: Opening): Promise<boolean> {
  const { exists, isLocked } = await ask(api, 'vault.status', {});
  if (!exists || !isLocked) return exists;
  const { passphraseFile } = context.options;
  if (passphraseFile !== undefined) {
    await ask(api, 'vault.unlock', { passphrase: readPassphraseFile(context, passphraseFile) });
    return true;
  }
  if (!opening.mayAsk || !canAsk(context)) return false;
  const isWanted = opening.isNew === true || (await isOfUse(api, opening.devices));
  return isWanted && (await askAndOpen(context, api));
}

async function isOfUse(api: Api, devices: Opening['devices']): Promise<boolean> {
  if (devices === null) return true;
  if (devices.length === 0) return false;
  const ids = devices.map(({ id }) => id);
  const { known } = await ask(api, 'vault.knows', { ids });
  return known.some(({ scope }) => scope !== null);
}

async function askAndOpen(context: Context, api: Api): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const passphrase = await askHidden(context, context.text.vault.askOrSkip);
    if (passphrase === '') return false;
    try {
      await ask(api, 'vault.unlock', { passphrase });
      return true;
    } catch (error) {
      const isWrong = error instanceof CliFailure && error.error.code === 'vault.not-opened';
      if (!isWrong || tries >= mostTries) throw error;
      tell(context, context.text.vault.wrong);
    }
  }
}
