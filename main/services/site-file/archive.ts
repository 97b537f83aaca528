import { unzipSync, zipSync } from 'fflate';
import { AppError } from '../../contract/errors.ts';
import { fromUtf8, toHex, toUtf8 } from '../../ports/bytes.ts';
import type { SiteContent, TransferStore } from '../../store/transfer-types.ts';
import type { SealedKind } from '../lib/sealed-file.ts';

export const siteFileKind: SealedKind = { magic: toUtf8('UNTETHER SITE\n'), version: 1 };

/** What the call's base64 can carry, and what a device of two gigabytes can hold twice. */
export const maxFileBytes = 64 * 1024 * 1024;
const maxUnpackedBytes = 400 * 1024 * 1024;
const contentName = 'site.json';
const passwordsName = 'passwords.utvault';

/** What is inside the seal. */
export interface SiteArchive {
  readonly content: SiteContent;
  /** Bytes of attachments, by `attachmentName`. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  /** A vault file, sealed once more; `null` when passwords were left out. */
  readonly passwords: Uint8Array | null;
}

export function attachmentName(caseId: string, id: string): string {
  return `attachments/${caseId}/${id}`;
}

/** A ZIP, so that whoever has the passphrase can look into it with any tool. */
export function pack(
  transfers: Pick<TransferStore, 'toText'>,
  { content, attachments, passwords }: SiteArchive,
): Uint8Array {
  const files: Record<string, Uint8Array> = {
    [contentName]: toUtf8(transfers.toText(content)),
    ...Object.fromEntries(attachments),
    ...(passwords === null ? {} : { [passwordsName]: passwords }),
  };
  return zipSync(files, { level: 6 });
}

/** @throws AppError `sealed.damaged`; every attachment has the sum that its case names */
export function unpack(
  transfers: Pick<TransferStore, 'fromText'>,
  zip: Uint8Array,
  sha256: (data: Uint8Array) => Uint8Array,
): SiteArchive {
  const files = unzip(zip);
  const text = fromUtf8(files[contentName] ?? new Uint8Array());
  const content = text === null ? null : transfers.fromText(text);
  if (content === null) throw damaged(contentName);
  const attachments = new Map<string, Uint8Array>();
  for (const { file } of content.cases) {
    for (const { id, sha256: sum } of file.view.attachments) {
      const name = attachmentName(file.view.id, id);
      const bytes = files[name];
      if (bytes === undefined || toHex(sha256(bytes)) !== sum) throw damaged(name);
      attachments.set(name, bytes);
    }
  }
  return { content, attachments, passwords: files[passwordsName] ?? null };
}

function unzip(zip: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(zip, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > maxUnpackedBytes) throw damaged('too large inside');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damaged('no archive');
  }
}

function damaged(detail: string): AppError {
  return new AppError('sealed.damaged', {}, { detail });
}
