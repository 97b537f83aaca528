import fc from 'fast-check';
import { createPassphraseBox } from '../../../main/adapters/node/passphrase-box.ts';
import { systemRandom } from '../../../main/adapters/node/random.ts';
import { systemVaultCrypto } from '../../../main/adapters/node/vault-crypto.ts';
import { AppError } from '../../../main/contract/errors.ts';
import type { SecretBox } from '../../../main/ports/secret-box.ts';
import { makeSealKey } from '../../../main/services/lib/sealed.ts';
import { writeSealedCode } from '../../../main/services/qr/code-text.ts';
import type { CodedDevice } from '../../../main/services/qr/content.ts';

export const passphrase = 'seven blue ladders';
export const crypto = systemVaultCrypto;
export const random = systemRandom;

/** The cheapest cost that is accepted, so that many guesses take seconds. */
export function boxOf(text: string): SecretBox {
  return createPassphraseBox({ passphrase: text, costLog2: 10 });
}

export const open = (text = passphrase) => ({ crypto, box: boxOf(text) });

export async function sealedCode(devices: readonly CodedDevice[]): Promise<string> {
  const key = await makeSealKey(random, boxOf(passphrase));
  return writeSealedCode({ crypto, random, key }, devices);
}

export const gate: CodedDevice = {
  name: 'Cancello est',
  serial: 'DS-2CD2143G2-I20220310AAWRG55500001',
  model: 'DS-2CD2143G2-I',
  host: '192.168.1.64',
  httpPort: 80,
  isTls: false,
  userName: 'admin',
  password: 'Gate#2026x',
};

const text = fc.option(fc.string({ unit: 'binary', maxLength: 200 }), { nil: null });
export const anyDevice: fc.Arbitrary<CodedDevice> = fc.record({
  ...{ name: text, serial: text, model: text, host: text, userName: text, password: text },
  httpPort: fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: null }),
  isTls: fc.boolean(),
});

/** The code a promise fails with; `null` when it does not. */
export async function codeOf(run: () => unknown): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}
