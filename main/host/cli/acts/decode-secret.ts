/**
 * Bytes with a password as text; `null` when they are none: a wrong guess at them would be sent, and cost the
 * device a try. Some shells of Windows write UTF-16, with its mark in front.
 */
export function decodeSecret(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    const text = new TextDecoder(wide, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    // Not a character of that encoding; there is nothing more to know.
    return null;
  }
}
