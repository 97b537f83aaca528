/**
 * Bytes to text and back. The pure projects compile without the DOM and without Node types, so the
 * two globals every JavaScript runtime has are declared here, in the shape that is used.
 */
declare const TextDecoder: new (label: 'utf-8') => { decode(input: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Largest datagram or document that is looked at: the most UDP can carry, rounded up. Bytes. */
export const maxMessageBytes = 65_536;

const utf8 = new TextDecoder('utf-8');
const encoder = new TextEncoder();

/** Text of bytes that are known to be ASCII, whatever their number. */
export function asciiText(data: Uint8Array): string {
  return utf8.decode(data);
}

export type DecodeTextResult =
  | {
      readonly ok: true;
      /** Without byte order mark. */
      readonly text: string;
      /** True when bytes that are not UTF-8 were replaced by U+FFFD. */
      readonly isRepaired: boolean;
    }
  | {
      readonly ok: false;
      readonly reason: 'empty' | 'too-large' | 'encoding';
      readonly detail: string;
    };

/**
 * Decodes UTF-8, with or without a byte order mark. Never throws.
 *
 * Bytes that are not UTF-8 become U+FFFD instead of losing the whole message: a device may carry a
 * name in GBK or Latin-1, and in those encodings no byte of a character looks like markup (`<`, `>`
 * and `&` are below every second byte). UTF-16 and UTF-32 are refused: nothing in them can be read.
 *
 * @param data at most {@link maxMessageBytes} bytes
 */
export function decodeText(data: Uint8Array, maxBytes: number = maxMessageBytes): DecodeTextResult {
  if (data.length === 0) return { ok: false, reason: 'empty', detail: 'no bytes' };
  if (data.length > maxBytes) {
    const detail = `${data.length} bytes, at most ${maxBytes} are read`;
    return { ok: false, reason: 'too-large', detail };
  }
  const wide = wideEncoding(data);
  if (wide !== null) return { ok: false, reason: 'encoding', detail: `${wide} instead of UTF-8` };
  const text = utf8.decode(data);
  return { ok: true, text, isRepaired: text.includes('\ufffd') };
}

/** UTF-8 bytes of a text, without byte order mark. */
export function encodeText(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Name of the wide encoding the first bytes give away, or `null`. */
function wideEncoding(data: Uint8Array): string | null {
  const [first, second, third, fourth] = data;
  if (first === 0xff && second === 0xfe) return 'UTF-16 (little endian)';
  if (first === 0xfe && second === 0xff) return 'UTF-16 (big endian)';
  if (first === 0x3c && second === 0 && fourth === 0) return 'UTF-16 (little endian, no mark)';
  if (first === 0 && second === 0x3c && third === 0) return 'UTF-16 (big endian, no mark)';
  return null;
}

/**
 * A short piece of foreign text that is safe in a one-line message: control characters (terminal
 * escapes among them) become a middle dot.
 */
export function excerpt(text: string, maxLength = 40): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}...` : text;
  return replaceControls(cut, '\u00b7');
}

/** Replaces C0 and C1 control characters and line separators. Linear. */
export function replaceControls(text: string, replacement: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, replacement);
}
