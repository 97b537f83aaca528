import { describe, expect, test } from 'vitest';
import { type Keystore, safeStorageBoxes } from '../../../main/host/electron/safe-storage-box.ts';
import type { SecretBox } from '../../../main/ports/secret-box.ts';
import { boxOf, camera, codeOf, flipBit, rig } from './rig.ts';

interface Fake extends Keystore {
  isThere: boolean;
  isPlain: boolean;
  readonly calls: string[];
}

/** Electron's keystore: authenticates what it gives back, and may be away. */
function fakeKeystore(
  backend: ReturnType<NonNullable<Keystore['getSelectedStorageBackend']>>,
): Fake {
  const seal = (text: string) => {
    const plain = Buffer.from(text, 'utf8');
    const sum = plain.reduce((total, byte) => (total + byte) % 251, 0);
    return Buffer.from([sum, ...plain.map((byte) => byte ^ 0x5a)]);
  };
  const open = (sealed: Buffer) => {
    const plain = Buffer.from(sealed.subarray(1).map((byte) => byte ^ 0x5a));
    const sum = plain.reduce((total, byte) => (total + byte) % 251, 0);
    if (sum !== sealed[0]) throw new Error('Error while decrypting the ciphertext');
    return plain.toString('utf8');
  };
  const fake: Fake = {
    isThere: true,
    isPlain: false,
    calls: [],
    getSelectedStorageBackend: () => backend,
    setUsePlainTextEncryption: (isPlain) => {
      fake.isPlain = isPlain;
    },
    isEncryptionAvailable: () => (backend === 'basic_text' ? fake.isPlain : fake.isThere),
    isAsyncEncryptionAvailable: async () => fake.isThere && backend !== 'basic_text',
    encryptString: (text) => {
      fake.calls.push('encrypt');
      return seal(text);
    },
    decryptString: (sealed) => {
      fake.calls.push('decrypt');
      return open(sealed);
    },
    encryptStringAsync: async (text) => {
      fake.calls.push('encrypt async');
      return seal(text);
    },
    decryptStringAsync: async (sealed) => {
      fake.calls.push('decrypt async');
      return { shouldReEncrypt: false, result: open(sealed) };
    },
  };
  return fake;
}

function boxesOver(keystore: Keystore, platform: NodeJS.Platform = 'linux') {
  return safeStorageBoxes({ keystore, platform }, (text) => boxOf(text));
}

function osOf(keystore: Keystore, isConsented = false): SecretBox {
  const box = boxesOver(keystore).os(isConsented);
  if (box === null) throw new Error('no box');
  return box;
}

describe('the keystore of the system', () => {
  test('opens the vault without a word, by the asynchronous calls', async () => {
    const keystore = fakeKeystore('gnome_libsecret');
    const { vault } = rig();
    await vault.init(osOf(keystore));
    await vault.offer(camera, 'Abcd1234!', 'proven');
    vault.lock();
    await vault.unlock(osOf(keystore));
    expect(await vault.password(camera)).toBe('Abcd1234!');
    expect(keystore.calls).toEqual(['encrypt async', 'decrypt async']);
    expect(await boxesOver(keystore).osState()).toBe('strong');
  });

  test('an older Electron is used by the calls it has', async () => {
    const { encryptStringAsync, decryptStringAsync, isAsyncEncryptionAvailable, ...old } =
      fakeKeystore('kwallet6');
    const { vault } = rig();
    await vault.init(osOf(old));
    vault.lock();
    await vault.unlock(osOf(old));
    expect(vault.isOpen()).toBe(true);
    expect(old.calls).toEqual(['encrypt', 'decrypt']);
  });

  test('basic_text is weak: refused without consent, used with it', async () => {
    const keystore = fakeKeystore('basic_text');
    expect(await boxesOver(keystore).osState()).toBe('weak');
    expect(keystore.isPlain).toBe(false);
    const { vault } = rig();
    expect(await codeOf(() => vault.init(osOf(keystore)))).toBe('vault.box-weak');
    expect(vault.status().exists).toBe(false);
    await vault.init(osOf(keystore, true));
    vault.lock();
    await vault.unlock(osOf(keystore, true));
    expect(vault.isOpen()).toBe(true);
    expect(keystore.calls).toEqual(['encrypt', 'decrypt']);
  });

  test('one that is away now is unavailable, and the row stays', async () => {
    const keystore = fakeKeystore('gnome_libsecret');
    const { vault, store } = rig();
    await vault.init(osOf(keystore));
    vault.lock();
    const before = store.boxes();
    keystore.isThere = false;
    expect(await boxesOver(keystore).osState()).toBe('unavailable');
    expect(await codeOf(() => vault.unlock(osOf(keystore)))).toBe('vault.box-unavailable');
    expect(await codeOf(() => osOf(keystore).wrap(new Uint8Array(32)))).toBe(
      'vault.box-unavailable',
    );
    keystore.isThere = true;
    await vault.unlock(osOf(keystore));
    expect(store.boxes()).toEqual(before);
  });

  test('changed bytes do not open, other bytes are damaged', async () => {
    const box = osOf(fakeKeystore('gnome_libsecret'));
    const wrapped = await box.wrap(new Uint8Array(32).fill(7));
    expect(await box.unwrap(wrapped)).toEqual({ ok: true, key: new Uint8Array(32).fill(7) });
    const last = wrapped.length * 8 - 1;
    expect(await box.unwrap(flipBit(wrapped, last))).toEqual({ ok: false, why: 'not-opened' });
    expect(await box.unwrap(flipBit(wrapped, 0))).toEqual({ ok: false, why: 'damaged' });
    expect(await box.unwrap(new Uint8Array())).toEqual({ ok: false, why: 'damaged' });
  });

  test('on macOS nothing is asked of the keychain before a vault is wanted', async () => {
    const keystore = fakeKeystore('unknown');
    keystore.isAsyncEncryptionAvailable = () => Promise.reject(new Error('asked'));
    const boxes = boxesOver(keystore, 'darwin');
    expect(await boxes.osState()).toBe('strong');
    expect(boxes.os(false)?.describe()).toMatchObject({ method: 'keychain', strength: 'strong' });
  });
});
