import { type ColumnSpec, plainValue } from '../../../../../main/contract/columns.ts';
import type { DeviceRow } from '../../../../../main/contract/device.ts';

/** Tabs and line ends inside a value would move the cells of everything behind them. */
function cellText(value: string): string {
  return value.replace(/[\t\r\n]+/g, ' ');
}

/** Rows as a spreadsheet takes them from the clipboard: headings first, a tab between cells. */
export function rowsAsTsv(
  rows: readonly DeviceRow[],
  specs: readonly ColumnSpec[],
  headingOf: (spec: ColumnSpec) => string,
): string {
  const lines = rows.map((row) => specs.map((spec) => cellText(plainValue(row, spec))));
  return [specs.map((spec) => cellText(headingOf(spec))), ...lines]
    .map((cells) => cells.join('\t'))
    .join('\r\n');
}

/** Every known fact of the row, one line each; for a mail to somebody who helps. */
export function rowForSupport(
  row: DeviceRow,
  specs: readonly ColumnSpec[],
  headingOf: (spec: ColumnSpec) => string,
): string {
  return specs
    .filter((spec) => spec.id !== 'name' && spec.id !== 'note')
    .map((spec) => ({ heading: headingOf(spec), value: plainValue(row, spec) }))
    .filter(({ value }) => value !== '')
    .map(({ heading, value }) => `${heading}: ${cellText(value)}`)
    .join('\n');
}

/** "DS-2CD2043 · 123456789 · 192.168.1.64": how dialogs name a device. */
export function deviceLabel(row: DeviceRow): string {
  return [row.name, row.model, row.shortSerial, row.ipv4Address ?? row.bookHost]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
