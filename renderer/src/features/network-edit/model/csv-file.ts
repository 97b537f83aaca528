/** What the core takes; a plan of a thousand devices has about 100 kB. */
export const planLimitBytes = 1_000_000;

export type PlanFileProblem = 'too-large' | 'empty' | 'workbook' | 'not-text';

export type PlanFileText =
  | {
      readonly ok: true;
      readonly text: string;
      /** `windows-1252`: not UTF-8, so letters with accents may have been meant otherwise. */
      readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
    }
  | { readonly ok: false; readonly problem: PlanFileProblem };

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/** ZIP (xlsx, ods) and the compound file of old xls. */
const workbookHeads = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

function decode(bytes: Uint8Array): {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
} {
  if (startsWith(bytes, [0xff, 0xfe])) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  }
  if (startsWith(bytes, [0xfe, 0xff])) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8' };
  } catch {
    // What a spreadsheet saves as "CSV" on many systems; it can be read without loss.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** A dropped or chosen file as text, or why it cannot be a plan; it is read here and goes nowhere else. */
export function readPlanBytes(bytes: Uint8Array): PlanFileText {
  if (bytes.length > planLimitBytes) return { ok: false, problem: 'too-large' };
  if (workbookHeads.some((head) => startsWith(bytes, head))) {
    return { ok: false, problem: 'workbook' };
  }
  const { text, encoding } = decode(bytes);
  if (text.includes('\0')) return { ok: false, problem: 'not-text' };
  if (text.trim() === '') return { ok: false, problem: 'empty' };
  return { ok: true, text, encoding };
}

/** Reads a chosen or dropped file. @throws when the file cannot be read any more */
export async function readPlanFile(
  file: Pick<File, 'size' | 'arrayBuffer'>,
): Promise<PlanFileText> {
  // Asked before it is read: a film dropped by mistake must not fill the memory.
  if (file.size > planLimitBytes) return { ok: false, problem: 'too-large' };
  return readPlanBytes(new Uint8Array(await file.arrayBuffer()));
}
