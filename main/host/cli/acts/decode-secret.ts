import { wideEncodingOf } from '../../../ports/bytes.ts';

/**
 * Bytes with a password as text; `null` when they are none: a wrong guess at them would be sent, and cost the
 * device a try. Some shells of Windows write UTF-16, with its mark in front.
 */
export function decodeSecret(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(wideEncodingOf(bytes) ?? 'utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    // Not a character of that encoding; there is nothing more to know.
    return null;
  }
}
