import { randomBytes, scrypt } from 'node:crypto';
import { AppError } from '../../contract/errors.ts';
import type { SecretBox, Unwrapped } from '../../ports/secret-box.ts';
import { systemVaultCrypto as crypto } from './vault-crypto.ts';

/** Fewer characters than this are found by trying, whatever the hash costs. */
export const minPassphraseLength = 8;

export interface PassphraseBoxOptions {
  /** `passphrase` when left out. */
  readonly id?: string;
  readonly passphrase: string;
  /** Base-2 logarithm of scrypt's N for new wrappings; 17 when left out. Tests use less. */
  readonly costLog2?: number;
}

interface Cost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MiB and about a third of a second for each guess. */
const usual: Cost = { log2N: 17, r: 8, p: 1 };
/** What a changed file may make us spend before the passphrase is refused. */
const most = { log2N: 19, r: 16, p: 4, bytes: 512 * 1024 * 1024 } as const;
const least = { log2N: 10 } as const;

const magic = new TextEncoder().encode('UVPB');
const version = 1;
const kdfScrypt = 1;
const saltLength = 16;
const nonceLength = 12;
const tagLength = 16;
const keyLength = 32;
/** magic, version, kdf, log2 N, r, p. */
const costLength = magic.length + 5;
const headerLength = costLength + saltLength;

/**
 * A box that a passphrase opens: scrypt makes a key from it, AES-256-GCM seals with that key. The wrapped
 * bytes (format in `main/vault/README.md`) carry cost and salt; all of them and the box's id are
 * authenticated. A wrong passphrase takes the same path as the right one up to the comparison of the tag.
 */
export function createPassphraseBox(options: PassphraseBoxOptions): SecretBox {
  const id = options.id ?? 'passphrase';
  // Keyboards of different systems compose letters such as "é" differently.
  const passphrase = options.passphrase.normalize('NFKC');
  const cost = { ...usual, log2N: options.costLog2 ?? usual.log2N };
  return {
    id,
    kind: 'passphrase',
    describe: () => ({ method: 'scrypt', strength: 'strong', isConsented: true }),
    wrap: async (key) => {
      if ([...passphrase].length < minPassphraseLength) {
        throw new AppError('vault.passphrase-short', { limit: minPassphraseLength });
      }
      const header = makeHeader(cost, randomBytes(saltLength));
      const nonce = randomBytes(nonceLength);
      // Copied, because the caller may wipe it while scrypt is at work.
      const plain = Uint8Array.from(key);
      const derived = await derive(passphrase, header, cost);
      try {
        const associated = associatedOf(header, id);
        const sealed = crypto.seal({ key: derived, nonce, associated, plain });
        return new Uint8Array(Buffer.concat([header, nonce, sealed]));
      } finally {
        derived.fill(0);
        plain.fill(0);
      }
    },
    unwrap: (wrapped) => unwrap(wrapped, id, passphrase),
  };
}

async function unwrap(wrapped: Uint8Array, id: string, passphrase: string): Promise<Unwrapped> {
  const cost = readCost(wrapped);
  if (cost === null) return { ok: false, why: 'damaged' };
  const header = wrapped.slice(0, headerLength);
  const nonce = wrapped.subarray(headerLength, headerLength + nonceLength);
  const sealed = wrapped.subarray(headerLength + nonceLength);
  const derived = await derive(passphrase, header, cost);
  const associated = associatedOf(header, id);
  const key = crypto.open({ key: derived, nonce, associated, sealed });
  derived.fill(0);
  return key === null ? { ok: false, why: 'not-opened' } : { ok: true, key };
}

function makeHeader({ log2N, r, p }: Cost, salt: Uint8Array): Uint8Array {
  return Uint8Array.from([...magic, version, kdfScrypt, log2N, r, p, ...salt]);
}

/** `null` when it is not ours, or asks for more work than a wrapping may. */
function readCost(wrapped: Uint8Array): Cost | null {
  if (wrapped.length < headerLength + nonceLength + tagLength) return null;
  if (!magic.every((byte, index) => wrapped[index] === byte)) return null;
  const [found, kdf, log2N = 0, r = 0, p = 0] = wrapped.subarray(magic.length, costLength);
  if (found !== version || kdf !== kdfScrypt) return null;
  if (log2N < least.log2N || log2N > most.log2N) return null;
  if (r < 1 || r > most.r || p < 1 || p > most.p) return null;
  return memoryOf({ log2N, r, p }) > most.bytes ? null : { log2N, r, p };
}

function memoryOf({ log2N, r, p }: Cost): number {
  return 128 * r * (2 ** log2N + p);
}

function associatedOf(header: Uint8Array, id: string): Uint8Array {
  return new Uint8Array(Buffer.concat([header, Buffer.from(id, 'utf8')]));
}

function derive(passphrase: string, header: Uint8Array, cost: Cost): Promise<Uint8Array> {
  const { log2N, r, p } = cost;
  const salt = header.subarray(costLength, headerLength);
  // Node refuses anything above 32 MiB unless told otherwise; some slack for its own bookkeeping.
  const maxmem = memoryOf(cost) + 1024 * 1024;
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, keyLength, { N: 2 ** log2N, r, p, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
