import { AppError } from '../../contract/errors.ts';
import { fromUtf8 } from '../../ports/bytes.ts';
import { fromBase64 } from '../../protocol/base64.ts';

/** It goes out in one datagram, and encrypted it grows by a third. */
const maxBytes = 16_384;

/**
 * The vendor's file as text, byte for byte: its layout is the vendor's business. @throws AppError
 * `recovery.bad-file` when it is none that a device could be sent
 */
export function readAnswerFile(base64: string): string {
  const bytes = fromBase64(base64);
  const text = bytes === null || bytes.length > maxBytes ? null : fromUtf8(bytes);
  if (text === null || text.trim() === '' || text.includes('\0')) {
    throw new AppError('recovery.bad-file', { limitKb: maxBytes / 1024 });
  }
  return text;
}
