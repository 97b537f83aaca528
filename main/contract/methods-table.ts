import { z } from 'zod';
import type { MethodSpec } from './method-spec.ts';

/** A table file as text, whatever it was before. */
export const tableRead = z.object({
  /** Comma, semicolon or tab separated, as `network.readPlan` and `book.readImport` take it. */
  text: z.string(),
  /** `windows-1252`: not UTF-8, so letters with accents may have been meant otherwise. `null`: a workbook. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).nullable(),
  /** The sheet of a workbook that was read: the first with anything in it. `null` for a text file. */
  sheet: z.string().nullable(),
  /** Its other sheets with anything in them; what is on them was not read. */
  otherSheets: z.array(z.string()),
});
export type TableRead = z.infer<typeof tableRead>;

/** Files that a person chose. */
export const tableMethods = {
  /** Opens a table file: CSV in the encodings of spreadsheet programs, or an `.xlsx` workbook. Keeps nothing. */
  'table.read': {
    effect: 'read',
    input: z.strictObject({ base64: z.string().max(22_400_000) }),
    output: tableRead,
  },
} as const satisfies Record<string, MethodSpec>;
