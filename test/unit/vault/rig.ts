import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemCrypto } from '../../../main/adapters/node/crypto.ts';
import { createPassphraseBox } from '../../../main/adapters/node/passphrase-box.ts';
import { systemRandom } from '../../../main/adapters/node/random.ts';
import { systemVaultCrypto } from '../../../main/adapters/node/vault-crypto.ts';
import { type DeviceId, deviceId } from '../../../main/contract/device.ts';
import { AppError } from '../../../main/contract/errors.ts';
import { silentLog } from '../../../main/ports/log.ts';
import type { BoxDescription, SecretBox } from '../../../main/ports/secret-box.ts';
import type { VaultCrypto } from '../../../main/ports/vault-crypto.ts';
import { type CredentialStore, openStore } from '../../../main/store/open.ts';
import { openDb } from '../../../main/store/sqlite.ts';
import type { DeviceNames } from '../../../main/vault/device-logins.ts';
import { Vault } from '../../../main/vault/vault.ts';
import { createFakeClock, type FakeClock } from '../../helpers/fake-clock.ts';
import { createMemoryLog } from '../../helpers/memory-log.ts';

export const passphrase = 'seven blue ladders';
export const camera = deviceId.parse('camera');
export const other = deviceId.parse('other');
export const minute = 60_000;

/** The cheapest cost that is accepted, so that a thousand guesses take seconds. */
export function boxOf(text = passphrase, id = 'passphrase'): SecretBox {
  return createPassphraseBox({ id, passphrase: text, costLog2: 10 });
}

/** A box as a keystore of the system gives: opens without being asked for anything. */
export function osBox(description: Partial<BoxDescription> = {}): SecretBox {
  const mask = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);
  return {
    id: 'os',
    kind: 'os',
    describe: () => ({
      method: 'keychain',
      strength: 'strong',
      isConsented: false,
      ...description,
    }),
    wrap: (key) => Promise.resolve(mask(key)),
    // Does not notice a change, as some keystores do not.
    unwrap: (wrapped) => Promise.resolve({ ok: true, key: mask(wrapped) }),
  };
}

export function tempFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'untether-vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'untether.db');
}

export interface RigOptions {
  readonly path?: string;
  readonly clock?: FakeClock;
  readonly crypto?: VaultCrypto;
  readonly idleMinutes?: number | null;
  readonly wrapStore?: (store: CredentialStore) => CredentialStore;
}

export type VaultRig = ReturnType<typeof rig>;

/** A vault over a real file; devices are known as `sn:<id>` at the site `site-1` unless named. */
export function rig(options: RigOptions = {}) {
  const path = options.path ?? tempFile();
  const clock = options.clock ?? createFakeClock();
  const opened = openStore({ path, now: () => clock.now(), log: silentLog });
  onTestFinished(() => opened.store.close());
  const store = opened.store.acts.credentials;
  const names = new Map<DeviceId, DeviceNames>();
  const log = createMemoryLog();
  const vault = new Vault({
    ...{ clock, log },
    store: options.wrapStore?.(store) ?? store,
    crypto: options.crypto ?? systemVaultCrypto,
    sealer: systemCrypto,
    random: systemRandom,
    names: (device) => names.get(device) ?? { keys: [`sn:${device}`], siteId: 'site-1' },
    idleMinutes: options.idleMinutes ?? null,
  });
  return { vault, store, clock, names, path, log };
}

export async function openRig(options: RigOptions = {}): Promise<VaultRig> {
  const made = rig(options);
  await made.vault.init(boxOf());
  return made;
}

/** Runs SQL on the file behind the vault's back, as a person with an editor would. */
export function meddle(path: string, run: (db: ReturnType<typeof openDb>) => void): void {
  const db = openDb(path);
  db.pragma('ignore_check_constraints = ON');
  try {
    run(db);
  } finally {
    db.close();
  }
}

/** The code a promise or a call fails with; `null` when it does not. */
export async function codeOf(run: () => unknown): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = Math.floor(bit / 8);
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}
