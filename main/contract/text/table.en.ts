import type { ErrorCode } from '../errors.ts';

type TableErrorCode = Extract<ErrorCode, `table.${string}`>;

export const tableEn = {
  /** A workbook has more filled sheets than the one that was read. */
  otherSheets: 'Sheet "{{sheet}}" was read; the file also has: {{others}}.',
};

export const tableErrorsEn = {
  'table.empty': {
    what: 'The file is empty: it has no row with anything in it.',
    next: 'Fill in the table, save it, then choose it again.',
  },
  'table.not-a-table': {
    what: 'This file is no table: it is neither a workbook (.xlsx) nor text (CSV).',
    next: 'Choose the table itself, saved as .xlsx or CSV.',
  },
  'table.other-format': {
    what: 'This is a file of the format .{{format}}, which is not read here.',
    next: 'Open it in its program, save the table as an Excel workbook (.xlsx) or as CSV, then choose that file.',
  },
  'table.protected': {
    what: 'The workbook is protected with a password, so it cannot be read.',
    next: 'Open it in the spreadsheet program, save a copy without a password, then choose the copy.',
  },
  'table.damaged': {
    what: 'The workbook is damaged or incomplete, so nothing was taken from it.',
    next: 'Open it in the spreadsheet program and save it anew, or copy it once more from where it comes from.',
  },
  'table.too-large': {
    what: 'The file holds more than is read at once: the limit is {{limitMb}} MB.',
    next: 'Copy only the rows and columns that are needed into a new file, or split it in several.',
  },
} satisfies Record<TableErrorCode, { what: string; next: string }>;

export type TableErrorsText = Record<TableErrorCode, { what: string; next: string }>;
