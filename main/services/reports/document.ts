import type { reportKinds } from '../../contract/report.ts';
import type { Locale } from '../../contract/settings.ts';

export type ReportKind = (typeof reportKinds)[number];

/** One value twice: as a program reads it and as a person does. */
export interface Cell {
  readonly value: string | number | boolean | null;
  readonly text: string;
  /** `value` is ISO 8601; files for programs and spreadsheets show it so. */
  readonly isTime?: true;
}

export interface Column {
  /** Key in JSON; the same in every language. */
  readonly id: string;
  readonly title: string;
  readonly isMono?: true;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly table: Table | null;
  /** Each row is something to tick off. */
  readonly isChecklist?: true;
}

/** A paper before it has a format. */
export interface ReportDocument {
  readonly kind: ReportKind;
  readonly locale: Locale;
  readonly title: string;
  readonly siteName: string;
  readonly madeAt: number;
  readonly facts: readonly { readonly id: string; readonly label: string; readonly cell: Cell }[];
  readonly sections: readonly Section[];
  readonly closing: readonly string[];
  readonly isSigned: boolean;
  /** Wide tables lie better on their side. */
  readonly isLandscape: boolean;
}

export const empty: Cell = { value: null, text: '' };

export function words(text: string | null | undefined): Cell {
  return text === null || text === undefined || text === '' ? empty : { value: text, text };
}

/** A word of ours for a code: JSON has the code. */
export function coded(value: string | boolean | null, text: string): Cell {
  return { value, text };
}

export function count(value: number): Cell {
  return { value, text: String(value) };
}

export function section(
  id: string,
  title: string,
  content: Partial<Pick<Section, 'lines' | 'table' | 'isChecklist'>>,
): Section {
  return { id, title, lines: [], table: null, ...content };
}
