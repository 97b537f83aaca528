import { createHash, randomBytes } from 'node:crypto';
import { systemVaultCrypto as crypto } from '../../main/adapters/node/vault-crypto.ts';
import { AppError } from '../../main/contract/errors.ts';
import type { SecretBox } from '../../main/ports/secret-box.ts';
import type { VaultBoxes } from '../../main/ports/vault-boxes.ts';

const saltLength = 16;
const nonceLength = 12;
const associated = new Uint8Array();

/**
 * A passphrase box with a quick hash: scrypt runs on a thread of its own, and a fake clock would run ahead
 * of it. The real one is tested by itself.
 */
function quickBox(passphrase: string): SecretBox {
  const keyOf = (salt: Uint8Array) =>
    new Uint8Array(createHash('sha256').update(salt).update(passphrase).digest());
  return {
    id: 'passphrase',
    kind: 'passphrase',
    describe: () => ({ method: 'quick', strength: 'strong', isConsented: true }),
    wrap: async (plain) => {
      if (passphrase.length < 8) throw new AppError('vault.passphrase-short', { limit: 8 });
      const salt = randomBytes(saltLength);
      const nonce = randomBytes(nonceLength);
      const sealed = crypto.seal({ key: keyOf(salt), nonce, associated, plain });
      return new Uint8Array(Buffer.concat([salt, nonce, sealed]));
    },
    unwrap: async (wrapped) => {
      const salt = wrapped.subarray(0, saltLength);
      const nonce = wrapped.subarray(saltLength, saltLength + nonceLength);
      const sealed = wrapped.subarray(saltLength + nonceLength);
      const key = crypto.open({ key: keyOf(salt), nonce, associated, sealed });
      return key === null ? { ok: false, why: 'not-opened' } : { ok: true, key };
    },
  };
}

export const quickBoxes: VaultBoxes = {
  passphrase: quickBox,
  os: () => null,
  osState: () => Promise.resolve('none'),
};

/** What a core needs to have a vault. */
export const vaultConfig = { vaultCrypto: crypto, boxes: quickBoxes } as const;
