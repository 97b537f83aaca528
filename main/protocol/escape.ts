/**
 * Escapes a text for an element's content or a double-quoted attribute.
 *
 * @throws RangeError on characters XML cannot carry at all (control characters other than tab, CR
 *   and LF, lone surrogates, U+FFFE, U+FFFF): sending something else instead would be worse
 */
export function escapeXml(text: string): string {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) {
    throw new RangeError('the text holds a character that XML cannot carry');
  }
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
