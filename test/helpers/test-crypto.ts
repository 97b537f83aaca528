import { createHash } from 'node:crypto';
import { systemCrypto } from '../../main/adapters/node/crypto.ts';
import type { Crypto, ExchangeKey } from '../../main/ports/crypto.ts';

const keys = new Map<number, Promise<ExchangeKey>>();

/**
 * The system's cryptography without its slow parts: one RSA key for all exchanges and a quick hash, so
 * that a fake clock never runs ahead of a real thread. `warmUp` before the first use.
 */
export const testCrypto: Crypto = {
  ...systemCrypto,
  makeExchangeKey: (bits) => {
    const key = keys.get(bits) ?? systemCrypto.makeExchangeKey(bits);
    keys.set(bits, key);
    return key;
  },
  fingerprint: (text, salt) => {
    const hash = createHash('sha256').update(salt).update(text).digest();
    return Promise.resolve(hash.readUInt16BE(0) & 0x0fff);
  },
};

/** `3072` bits take long to find and are only needed where new firmware is activated over HTTP. */
export async function warmUp(sizes: readonly (1024 | 2048 | 3072)[] = [1024, 2048]): Promise<void> {
  await Promise.all(sizes.map(testCrypto.makeExchangeKey));
}
