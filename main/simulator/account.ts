import { fromBase64, isSame, toHex } from './base64.ts';
import { aesOpen, hexDigest, md5, sha256 } from './device-crypto.ts';

/** What simulated devices have as their password unless a spec says otherwise. Documented in the README. */
export const trainingPassword = 'Untether2026!';
/** Code that makes a simulated panel delete its cloud users. */
export const trainingVendorCode = 'UNTETHER';

/**
 * The administrator as a device keeps him: hashes and salts, not the password. `plain` is what firmware
 * without a salt has, `salted` what all others derive their keys from.
 */
export interface Account {
  readonly userName: string;
  /** Hexadecimal, used as text; empty when the firmware has none. */
  readonly salt: string;
  readonly salt2: string;
  /** MD5 of the password. */
  readonly plain: Uint8Array;
  /** SHA-256 of name, salt and password. */
  readonly salted: Uint8Array;
  /**
   * Hash of name, realm and password that an HTTP digest is checked against. A device keeps one for its realm;
   * here it is made when it is asked for, whatever the realm.
   */
  readonly httpHash: (hash: 'md5' | 'sha256', realm: string) => string;
  /** For a backup alone: devices write something into it that brings the same login back. */
  readonly forBackup: () => string;
}

export function makeAccount(
  password: string,
  { userName, salt, salt2 }: Pick<Account, 'userName' | 'salt' | 'salt2'>,
): Account {
  const plain = md5(password);
  return {
    ...{ userName, salt, salt2, plain },
    salted: sha256(userName, salt, password),
    httpHash: (hash, realm) => hexDigest(hash, `${userName}:${realm}:${password}`),
    forBackup: () => password,
  };
}

export function isPassword(account: Account, password: Uint8Array): boolean {
  return isSame(account.salted, sha256(account.userName, account.salt, password));
}

/** Key of a generation 3.0 `update`: from the password's hash and the salts, without any exchange. */
function updateKey(account: Account): Uint8Array {
  const { userName, salt, salt2, plain, salted } = account;
  if (salt === '') return plain;
  if (salt2 === '') return md5(toHex(salted));
  return md5(toHex(sha256(userName, salt2, toHex(salted))));
}

export interface UpdateBlock {
  /** Base64 as it came. */
  readonly value: string;
  /** Attribute `bSalt="true"` came with it. */
  readonly isSaltMarked: boolean;
  readonly uuid: string;
}

/**
 * Checks the Password of an `update`. `stale`: the right key, but made for another request.
 * @param isEncrypting what the device tells as `Encrypt`
 */
export function checkUpdate(
  account: Account,
  isEncrypting: boolean,
  block: UpdateBlock,
): 'right' | 'wrong' | 'stale' {
  const key = updateKey(account);
  const data = fromBase64(block.value);
  if (data === null || block.isSaltMarked !== (account.salt !== '')) return 'wrong';
  if (!isEncrypting) return isSame(data, key) ? 'right' : 'wrong';
  const open = data.length === 64 ? aesOpen({ key }, data) : null;
  if (open === null || !isSame(open.subarray(0, 16), key)) return 'wrong';
  const rest = new Uint8Array(48);
  new TextEncoder().encodeInto(`;${block.uuid}`, rest);
  return isSame(open.subarray(16), rest) ? 'right' : 'stale';
}

/** Digest that a generation 3.1 proof is made with. */
function proofDigest({ userName, salt2, salted }: Account): Uint8Array {
  return salt2 === '' ? salted : sha256(userName, salt2, salted);
}

/** Key of generation 3.1 for a device that knows the password; differs with every exchange and command. */
export function proofKey(account: Account, exchange: Uint8Array, types: string): Uint8Array {
  return sha256(exchange, types, proofDigest(account)).subarray(0, 16);
}

export function isProof(
  account: Account,
  proof: { readonly data: Uint8Array; readonly iv: Uint8Array; readonly types: string },
  exchange: Uint8Array,
): boolean {
  const key = proofKey(account, exchange, proof.types);
  const open = proof.data.length === 16 ? aesOpen({ key, iv: proof.iv }, proof.data) : null;
  return open !== null && isSame(open, exchange.subarray(0, 16));
}
