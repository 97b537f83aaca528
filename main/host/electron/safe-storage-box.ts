import type { SafeStorage } from 'electron';
import { AppError } from '../../contract/errors.ts';
import type { SecretBox, Unwrapped } from '../../ports/secret-box.ts';
import type { OsBoxState, VaultBoxes } from '../../ports/vault-boxes.ts';

/** What is used of Electron's `safeStorage`; the asynchronous half is absent in older versions. */
export type Keystore = Pick<
  SafeStorage,
  'encryptString' | 'decryptString' | 'isEncryptionAvailable' | 'setUsePlainTextEncryption'
> &
  Partial<
    Pick<
      SafeStorage,
      | 'encryptStringAsync'
      | 'decryptStringAsync'
      | 'isAsyncEncryptionAvailable'
      | 'getSelectedStorageBackend'
    >
  >;

export interface KeystoreOptions {
  readonly keystore: Keystore;
  readonly platform: NodeJS.Platform;
}

const head = Buffer.from('UVOB\u0001', 'latin1');
const methods: Partial<Record<NodeJS.Platform, string>> = { darwin: 'keychain', win32: 'dpapi' };

/** The system's keystore beside the passphrase. Only after the app is ready. */
export function safeStorageBoxes(
  options: KeystoreOptions,
  passphrase: VaultBoxes['passphrase'],
): VaultBoxes {
  return {
    passphrase,
    os: (isConsented) => createBox(options, isConsented),
    osState: () => stateOf(options),
  };
}

function methodOf({ keystore, platform }: KeystoreOptions): string {
  if (platform !== 'linux') return methods[platform] ?? 'keystore';
  return keystore.getSelectedStorageBackend?.() ?? 'unknown';
}

/** Chromium's fallback where no keyring runs: a key that is in its source code. */
function isWeak(options: KeystoreOptions): boolean {
  return methodOf(options) === 'basic_text';
}

async function stateOf(options: KeystoreOptions): Promise<OsBoxState> {
  if (isWeak(options)) return 'weak';
  // To look would make macOS ask for the keychain before anybody wanted a vault; it is always there.
  if (options.platform === 'darwin') return 'strong';
  return (await isThere(options)) ? 'strong' : 'unavailable';
}

async function isThere(options: KeystoreOptions): Promise<boolean> {
  const { keystore } = options;
  if (isWeak(options)) {
    keystore.setUsePlainTextEncryption(true);
    return keystore.isEncryptionAvailable();
  }
  const isAsync = keystore.isAsyncEncryptionAvailable !== undefined;
  return isAsync
    ? ((await keystore.isAsyncEncryptionAvailable?.()) ?? false)
    : keystore.isEncryptionAvailable();
}

function createBox(options: KeystoreOptions, isConsented: boolean): SecretBox {
  const { keystore } = options;
  return {
    id: 'os',
    kind: 'os',
    describe: () => ({
      method: methodOf(options),
      strength: isWeak(options) ? 'weak' : 'strong',
      isConsented,
    }),
    async wrap(key) {
      const text = Buffer.from(key).toString('base64');
      try {
        if (!(await isThere(options))) throw new Error('no keystore');
        const sealed =
          isWeak(options) || keystore.encryptStringAsync === undefined
            ? keystore.encryptString(text)
            : await keystore.encryptStringAsync(text);
        return new Uint8Array(Buffer.concat([head, sealed]));
      } catch (cause) {
        throw new AppError('vault.box-unavailable', { box: 'os' }, { cause });
      }
    },
    unwrap: (wrapped) => unwrap(options, Buffer.from(wrapped)),
  };
}

async function unwrap(options: KeystoreOptions, wrapped: Buffer): Promise<Unwrapped> {
  const { keystore } = options;
  if (!wrapped.subarray(0, head.length).equals(head)) return { ok: false, why: 'damaged' };
  const sealed = wrapped.subarray(head.length);
  let isReady = false;
  try {
    isReady = await isThere(options);
    if (!isReady) return { ok: false, why: 'unavailable' };
    const text =
      isWeak(options) || keystore.decryptStringAsync === undefined
        ? keystore.decryptString(sealed)
        : (await keystore.decryptStringAsync(sealed)).result;
    return { ok: true, key: new Uint8Array(Buffer.from(text, 'base64')) };
  } catch {
    // The keystore throws the same for another user's bytes, changed ones and a refused question.
    return { ok: false, why: isReady ? 'not-opened' : 'unavailable' };
  }
}
