import type { Core } from '../../../main/app/core.ts';
import type { DeviceId } from '../../../main/contract/device.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { type ActRig, createActRig } from '../../helpers/act-rig.ts';
import { createFakeRandom } from '../../helpers/fake-random.ts';
import { vaultConfig } from '../../helpers/test-boxes.ts';

export const filePassphrase = 'four loud tractors';
export const vaultPassphrase = 'seven blue ladders';

/** One technician's laptop: a core over a store of its own, at a site with these devices. */
export function laptop(name: string, devices: readonly DeviceSpec[] = []): Promise<ActRig> {
  const random = createFakeRandom();
  const own = Buffer.from(name.padEnd(4)).toString('hex').slice(0, 8);
  return createActRig({
    devices,
    config: {
      ...vaultConfig,
      // Ids of its own, as on a machine of its own.
      random: { ...random, uuid: () => `${own}${random.uuid().slice(8)}` },
      operator: { user: name, machine: `${name}-laptop` },
      version: '1.2.3',
    },
  });
}

export async function withVault(rig: ActRig): Promise<ActRig> {
  await rig.core.vault.desk.init({
    passphrase: vaultPassphrase,
    useOs: false,
    acceptWeak: false,
  });
  return rig;
}

export async function exported(core: Core, leaveOutPasswords = false): Promise<string> {
  const { base64 } = await core.papers.siteFiles.export({
    passphrase: filePassphrase,
    leaveOutPasswords,
  });
  return base64;
}

export interface Taking {
  readonly into?: 'current' | 'new';
  readonly choices?: Record<string, Record<string, 'mine' | 'theirs'>>;
  readonly passphrase?: string;
  readonly leaveOutPasswords?: boolean;
}

export function taken(core: Core, base64: string, wish: Taking = {}) {
  return core.papers.siteFiles.import({
    ...{
      base64,
      passphrase: filePassphrase,
      into: 'current',
      choices: {},
      leaveOutPasswords: false,
    },
    ...wish,
  });
}

/** What a person sees of a site: everything but ids, which are each laptop's own. */
export function siteOf(core: Core) {
  return core.registry
    .rows(core.sites.currentId)
    .map(({ id: _, login: _login, presence: _presence, flags: _flags, ...row }) => ({
      ...row,
      via: row.via.map(({ source, lastAt }) => `${source} ${lastAt}`).sort(),
      book: core.registry.record(_ as DeviceId)?.book ?? null,
    }))
    .sort((a, b) => ((a.serial ?? '') < (b.serial ?? '') ? -1 : 1));
}

export async function codeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
    return 'no error';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
