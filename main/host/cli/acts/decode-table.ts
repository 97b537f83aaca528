/**
 * Text of a table as spreadsheet programs save it: UTF-8 with or without mark, UTF-16 with mark, or the
 * old Windows code page. `null` for a workbook or another binary file.
 */
export function decodeTable(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) return null;
  // "PK" opens a workbook, "%PDF" a document.
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (start.startsWith('PK\u0003') || start === '%PDF') return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}
