import { AppError } from '../../contract/errors.ts';
import { type BackupMeta, backupMeta } from '../../contract/login.ts';
import { fromUtf8, joinBytes, parseJson, startsWith, toHex, toUtf8 } from '../../ports/bytes.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import type { VaultCrypto } from '../../ports/vault-crypto.ts';
import { makeSealKey, openSealed, seal, unwrapSealKey } from '../lib/sealed.ts';

const magic = toUtf8('UNTETHER BACKUP\n');
const version = 1;
const forms = { plain: 0, sealed: 1 } as const;
const versionAt = magic.length;
const formAt = versionAt + 1;
const metaLengthAt = formAt + 1;
const metaAt = metaLengthAt + 4;
const wrappedLengthBytes = 2;
const maxMetaBytes = 4096;

/** What a device showed when its backup was made, by the name of the document; no secret in it. */
export type Snapshots = Readonly<Record<string, string>>;

export interface BackupContent {
  /** The device's own file, under its secret key. */
  readonly file: Uint8Array;
  readonly snapshots: Snapshots;
}

export interface BackupTools {
  readonly crypto: VaultCrypto;
  readonly random: Random;
  readonly box: SecretBox;
}

export type Sha256 = (data: Uint8Array) => Uint8Array;

/** The whole file, sealed, or with `tools` null readable. Format: `README.md`. */
export async function writeBackup(
  tools: BackupTools | null,
  meta: Omit<BackupMeta, 'isSealed'>,
  content: BackupContent,
): Promise<Uint8Array> {
  const front = frontOf({ ...meta, isSealed: tools !== null });
  const plain = packContent(content);
  if (tools === null) return joinBytes(front, plain);
  const key = await makeSealKey(tools.random, tools.box);
  const length = Uint8Array.from([key.wrapped.length >> 8, key.wrapped.length & 0xff]);
  const head = joinBytes(front, length, key.wrapped);
  try {
    return joinBytes(head, seal({ ...tools, key, head }, plain));
  } finally {
    key.bytes.fill(0);
    plain.fill(0);
  }
}

/**
 * What the file says of itself. For a sealed one that nobody opened it is only a claim.
 * @throws AppError `backup.not-ours`, `backup.newer`, `backup.damaged`
 */
export function readBackupMeta(file: Uint8Array): BackupMeta {
  return split(file).meta;
}

/**
 * @throws AppError of `readBackupMeta`, `backup.needs-passphrase` (`tools` null for a sealed file),
 *   `backup.not-opened`; nothing is given out unless the whole file is as it was written
 */
export async function openBackup(
  tools: Omit<BackupTools, 'random'> | null,
  file: Uint8Array,
  sha256: Sha256,
): Promise<{ readonly meta: BackupMeta } & BackupContent> {
  const { meta, bodyAt } = split(file);
  const body = file.subarray(bodyAt);
  const plain = meta.isSealed ? await openBody(tools, file, bodyAt) : body;
  const content = unpackContent(plain);
  if (content === null || content.file.length !== meta.bytes) throw damaged('content');
  if (toHex(sha256(content.file)) !== meta.sha256) throw damaged('sum');
  return { meta, ...content };
}

async function openBody(
  tools: Omit<BackupTools, 'random'> | null,
  file: Uint8Array,
  bodyAt: number,
): Promise<Uint8Array> {
  if (tools === null) throw new AppError('backup.needs-passphrase', {});
  const wrappedAt = bodyAt + wrappedLengthBytes;
  const [high = 0, low = 0] = file.subarray(bodyAt, wrappedAt);
  const sealedAt = wrappedAt + high * 256 + low;
  if (file.length < sealedAt) throw damaged('cut off');
  const key = await unwrapSealKey(tools.box, file.subarray(wrappedAt, sealedAt));
  if (key === 'damaged') throw damaged('wrapped key');
  if (key === 'not-opened') throw new AppError('backup.not-opened', {});
  const head = file.subarray(0, sealedAt);
  const plain = openSealed({ crypto: tools.crypto, key, head }, file.subarray(sealedAt));
  key.fill(0);
  if (plain === null) throw damaged('the seal does not fit');
  return plain;
}

function frontOf(meta: BackupMeta): Uint8Array {
  const text = toUtf8(JSON.stringify(meta));
  const front = new Uint8Array(metaAt + text.length);
  front.set(magic);
  front[versionAt] = version;
  front[formAt] = meta.isSealed ? forms.sealed : forms.plain;
  new DataView(front.buffer).setUint32(metaLengthAt, text.length);
  front.set(text, metaAt);
  return front;
}

function split(file: Uint8Array): { readonly meta: BackupMeta; readonly bodyAt: number } {
  if (file.length < metaAt || !startsWith(file, magic)) throw new AppError('backup.not-ours', {});
  const found = file[versionAt] ?? 0;
  if (found > version) throw new AppError('backup.newer', { found, known: version });
  const length = new DataView(file.buffer, file.byteOffset).getUint32(metaLengthAt);
  const bodyAt = metaAt + length;
  if (found !== version || length > maxMetaBytes || file.length < bodyAt) throw damaged('head');
  const text = fromUtf8(file.subarray(metaAt, bodyAt));
  const meta = backupMeta.safeParse(text === null ? null : parseJson(text));
  const form = file[formAt];
  // The form decides; a sealed file whose mark was changed must not be taken for a readable one.
  if (!meta.success || form !== (meta.data.isSealed ? forms.sealed : forms.plain)) {
    throw damaged('head');
  }
  return { meta: meta.data, bodyAt };
}

/** Length of the device's file (4), the file, then the snapshots as JSON. */
function packContent({ file, snapshots }: BackupContent): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, file.length);
  return joinBytes(length, file, toUtf8(JSON.stringify(snapshots)));
}

function unpackContent(bytes: Uint8Array): BackupContent | null {
  if (bytes.length < 4) return null;
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (bytes.length < end) return null;
  const text = fromUtf8(bytes.subarray(end));
  const snapshots = text === null ? undefined : parseJson(text);
  if (typeof snapshots !== 'object' || snapshots === null || Array.isArray(snapshots)) return null;
  const texts = Object.entries(snapshots).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { file: bytes.slice(4, end), snapshots: Object.fromEntries(texts) };
}

function damaged(detail: string): AppError {
  return new AppError('backup.damaged', {}, { detail });
}
