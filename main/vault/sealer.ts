import type { DamagedCredential } from '../contract/credential.ts';
import { toUtf8 } from '../ports/bytes.ts';
import type { Random } from '../ports/random.ts';
import type { VaultCrypto } from '../ports/vault-crypto.ts';
import type { CredentialHeader, CredentialRow } from '../store/credential-types.ts';
import type { DataKey } from './data-key.ts';
import { decodePayload, encodePayload, type Payload } from './payload.ts';

const nonceLength = 12;

export interface SealTools {
  readonly crypto: VaultCrypto;
  readonly random: Random;
  readonly key: DataKey;
}

export type Opened =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly why: DamagedCredential['why'] };

export type Draft = Omit<CredentialHeader, 'keyId' | 'keyVersion'>;

/** A row with a nonce of its own, sealed to everything that stands beside it in the clear. */
export function sealRow({ crypto, random, key }: SealTools, draft: Draft, payload: Payload) {
  const header: CredentialHeader = { ...draft, keyId: key.id, keyVersion: key.version };
  const nonce = random.bytes(nonceLength);
  const plain = encodePayload(payload);
  try {
    const associated = associatedOf(header);
    const sealed = crypto.seal({ key: key.bytes, nonce, associated, plain });
    return { ...header, nonce, sealed, damagedAt: null } satisfies CredentialRow;
  } finally {
    plain.fill(0);
  }
}

/** Never throws: one row that does not open must not stop the others. */
export function openRow({ crypto, key }: SealTools, row: CredentialRow): Opened {
  if (row.keyId !== key.id || row.keyVersion !== key.version)
    return { ok: false, why: 'other-key' };
  const { nonce, sealed } = row;
  const plain = crypto.open({ key: key.bytes, nonce, associated: associatedOf(row), sealed });
  if (plain === null) return { ok: false, why: 'changed' };
  const payload = decodePayload(plain);
  plain.fill(0);
  return payload === null ? { ok: false, why: 'changed' } : { ok: true, payload };
}

/**
 * Not the id alone: a row moved to another device would send one device's password to the other, and a
 * pending one made current would be tried.
 */
function associatedOf(header: CredentialHeader): Uint8Array {
  const { id, scope, subject, state, keyId, keyVersion, createdAt, changedAt, provenAt } = header;
  return toUtf8(
    JSON.stringify([
      'untether credential 1',
      ...[keyId, keyVersion, id, scope, subject, state],
      ...[createdAt, changedAt, provenAt],
    ]),
  );
}
