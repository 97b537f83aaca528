import { AppError } from '../../contract/errors.ts';
import type { TableRead } from '../../contract/methods-table.ts';
import { startsWith, wideEncodingOf } from '../../ports/bytes.ts';
import { readWorkbook } from './workbook.ts';

/** What the largest reader of tables takes. */
const maxChars = 4_000_000;
/** Four bytes a character, as the longest encoding has. */
export const maxTableBytes = 4 * maxChars;

const zipHead = Uint8Array.of(0x50, 0x4b, 0x03, 0x04);
const compoundHead = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0);
const pdfHead = Uint8Array.of(0x25, 0x50, 0x44, 0x46);

/**
 * The text of a table file as spreadsheet programs save it: a workbook's first filled sheet, or text in UTF-8
 * with or without mark, UTF-16 with mark, or the old Windows code page.
 *
 * @throws AppError `table.empty`, `table.not-a-table`, `table.other-format`, `table.protected`,
 * `table.damaged`, `table.too-large`
 */
export async function readTableBytes(bytes: Uint8Array): Promise<TableRead> {
  if (startsWith(bytes, zipHead)) {
    const { text, sheet, otherSheets } = await readWorkbook(bytes, maxChars);
    return { text, encoding: null, sheet, otherSheets: [...otherSheets] };
  }
  if (startsWith(bytes, compoundHead)) throw compoundProblem(bytes);
  if (bytes.length > maxTableBytes) throw tooLarge();
  if (startsWith(bytes, pdfHead)) throw new AppError('table.not-a-table', {});
  const { text, encoding } = decode(bytes);
  if (text.includes('\0')) throw new AppError('table.not-a-table', {});
  if (text.trim() === '') throw new AppError('table.empty', {});
  if (text.length > maxChars) throw tooLarge();
  return { text, encoding, sheet: null, otherSheets: [] };
}

function tooLarge(): AppError<'table.too-large'> {
  return new AppError('table.too-large', { limitMb: maxChars / 1_000_000 });
}

/** Name of the stream in which a workbook with a password lies, as the compound file writes it. */
const encryptedName = Uint8Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));

/** Old workbooks and those with a password come in one and the same container ([MS-CFB], [MS-OFFCRYPTO]). */
function compoundProblem(bytes: Uint8Array): AppError {
  for (let at = bytes.indexOf(0x45); at !== -1; at = bytes.indexOf(0x45, at + 1)) {
    // UTF-16, little end first.
    if (encryptedName.every((byte, index) => bytes[at + 2 * index] === byte)) {
      return new AppError('table.protected', {});
    }
  }
  return new AppError('table.other-format', { format: 'xls' });
}

function decode(bytes: Uint8Array): Pick<TableRead, 'text' | 'encoding'> {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // What a spreadsheet saves as "CSV" on many systems; it can be read without loss.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
