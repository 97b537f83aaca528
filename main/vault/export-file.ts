import { credentialStates } from '../contract/credential.ts';
import { AppError } from '../contract/errors.ts';
import { fromUtf8, joinBytes, startsWith, toUtf8 } from '../ports/bytes.ts';
import type { Random } from '../ports/random.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { VaultCrypto } from '../ports/vault-crypto.ts';
import { type NewEntry, rowScopes } from './credential-book.ts';
import { type DataKey, makeDataKey, unpackKey } from './data-key.ts';
import { wrapKey } from './key-ring.ts';
import { fieldsOf, parse, readPayload } from './payload.ts';

const magic = toUtf8('UNTETHER VAULT\n');
const version = 1;
const versionAt = magic.length;
const lengthAt = versionAt + 1;
const wrappedAt = lengthAt + 2;
const nonceLength = 12;
const tagLength = 16;
/** Far above any real vault: 100,000 entries are about 30 MB. */
const maxFileBytes = 64 * 1024 * 1024;

export interface ExportTools {
  readonly crypto: VaultCrypto;
  readonly random: Random;
  readonly box: SecretBox;
}

/**
 * The whole file (format in `main/vault/README.md`): a key made for this file, locked away by the box, and
 * everything else sealed with it. Whose devices they are stays hidden too.
 */
export async function sealExport(
  { crypto, random, box }: ExportTools,
  entries: readonly NewEntry[],
  exportedAt: number,
): Promise<Uint8Array> {
  const key = makeDataKey(random);
  try {
    const wrapped = await wrapKey(crypto, box, key);
    const length = [wrapped.length >> 8, wrapped.length & 0xff];
    const associated = joinBytes(magic, Uint8Array.from([version, ...length]), wrapped);
    const nonce = random.bytes(nonceLength);
    const plain = toUtf8(JSON.stringify({ exportedAt, entries }));
    const sealed = crypto.seal({ key: key.bytes, nonce, associated, plain });
    plain.fill(0);
    return joinBytes(associated, nonce, sealed);
  } finally {
    key.bytes.fill(0);
  }
}

/**
 * @throws AppError `vault.file-damaged`, `vault.file-newer`, `vault.file-not-opened`,
 *   `vault.box-unavailable`; nothing is given out unless the whole file is as it was sealed
 */
export async function openExport(
  { crypto, box }: Omit<ExportTools, 'random'>,
  file: Uint8Array,
): Promise<NewEntry[]> {
  const { wrapped, nonceAt } = split(file);
  const key = await unwrapKey(crypto, box, wrapped);
  const associated = file.subarray(0, nonceAt);
  const nonce = file.subarray(nonceAt, nonceAt + nonceLength);
  const sealed = file.subarray(nonceAt + nonceLength);
  const plain = crypto.open({ key: key.bytes, nonce, associated, sealed });
  key.bytes.fill(0);
  if (plain === null) throw damaged('the seal does not fit');
  const text = fromUtf8(plain);
  plain.fill(0);
  const entries = text === null ? undefined : fieldsOf(parse(text))?.['entries'];
  if (!Array.isArray(entries)) throw damaged('no entries');
  return entries.map((each: unknown) => readEntry(each));
}

function split(file: Uint8Array): { readonly wrapped: Uint8Array; readonly nonceAt: number } {
  if (file.length < wrappedAt || file.length > maxFileBytes || !startsWith(file, magic)) {
    throw damaged('another kind of file');
  }
  const [found = 0, high = 0, low = 0] = file.subarray(versionAt, wrappedAt);
  if (found > version) throw new AppError('vault.file-newer', { found, known: version });
  if (found !== version) throw damaged('no such version');
  const nonceAt = wrappedAt + high * 256 + low;
  if (file.length < nonceAt + nonceLength + tagLength) throw damaged('cut off');
  return { wrapped: file.subarray(wrappedAt, nonceAt), nonceAt };
}

async function unwrapKey(
  crypto: VaultCrypto,
  box: SecretBox,
  wrapped: Uint8Array,
): Promise<DataKey> {
  const opened = await box.unwrap(wrapped);
  if (!opened.ok) {
    if (opened.why === 'damaged') throw damaged('the locked key is no such thing');
    if (opened.why === 'unavailable') throw new AppError('vault.box-unavailable', { box: box.id });
    throw new AppError('vault.file-not-opened', {});
  }
  const key = unpackKey(crypto, opened.key);
  opened.key.fill(0);
  if (key === null) throw new AppError('vault.file-not-opened', {});
  return key;
}

/** What opened was sealed by somebody with the passphrase; that program may still have had a fault. */
function readEntry(value: unknown): NewEntry {
  const fields = fieldsOf(value);
  const scope = rowScopes.find((each) => each === fields?.['scope']);
  const state = credentialStates.find((each) => each === fields?.['state']);
  const subject = fields?.['subject'];
  const payload = readPayload(fields?.['payload']);
  const provenAt = fields?.['provenAt'] === null ? null : timeOf(fields?.['provenAt']);
  const createdAt = timeOf(fields?.['createdAt']);
  const changedAt = timeOf(fields?.['changedAt']);
  if (scope === undefined || state === undefined || payload === null) throw damaged('an entry');
  if (typeof subject !== 'string' || subject === '') throw damaged('an entry without a subject');
  if ((scope === 'member') !== (payload.kind === 'member')) throw damaged('an entry of two kinds');
  return { scope, state, subject, payload, createdAt, changedAt, provenAt };
}

function timeOf(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw damaged('a time');
}

function damaged(detail: string): AppError {
  return new AppError('vault.file-damaged', {}, { detail });
}
