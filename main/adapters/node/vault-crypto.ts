import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { GcmOpening, VaultCrypto } from '../../ports/vault-crypto.ts';

const cipherName = 'aes-256-gcm';
const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM and HMAC of the system, with what OpenSSL 3 (Node) and BoringSSL (Electron) both have. */
export const systemVaultCrypto: VaultCrypto = {
  seal: ({ key, nonce, associated, plain }) => {
    const options = { authTagLength: tagLength };
    const cipher = createCipheriv(cipherName, key, nonce, options).setAAD(associated);
    const body = [cipher.update(plain), cipher.final()];
    return new Uint8Array(Buffer.concat([...body, cipher.getAuthTag()]));
  },
  open: openGcm,
  hmacSha256: (key, data) => new Uint8Array(createHmac('sha256', key).update(data).digest()),
  isEqual: (one, two) => one.length === two.length && timingSafeEqual(one, two),
};

function openGcm({ key, nonce, associated, sealed }: GcmOpening): Uint8Array | null {
  // A cut nonce or tag would be accepted by the cipher as a shorter one, which is easier to forge.
  if (key.length !== keyLength || nonce.length !== nonceLength) return null;
  if (sealed.length < tagLength) return null;
  const bodyEnd = sealed.length - tagLength;
  const options = { authTagLength: tagLength };
  const decipher = createDecipheriv(cipherName, key, nonce, options)
    .setAAD(associated)
    .setAuthTag(sealed.subarray(bodyEnd));
  const plain = decipher.update(sealed.subarray(0, bodyEnd));
  try {
    decipher.final();
    return new Uint8Array(plain);
  } catch {
    // The one thing `final` throws for is a tag that does not fit.
    return null;
  } finally {
    plain.fill(0);
  }
}
