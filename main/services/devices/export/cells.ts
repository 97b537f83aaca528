import type { ColumnSpec } from '../../../contract/columns.ts';
import { plainValue } from '../../../contract/columns.ts';
import type { DeviceRow } from '../../../contract/device.ts';
import type { Text } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';

/** A number only where a person may add it up; everything that names a device is text. */
export type Cell = string | number | null;

export interface CellContext {
  readonly text: Text;
  /** Adapter id to the name the system shows. */
  readonly adapterName: (id: string) => string;
  /** How the device book reaches it, complete enough to be read back. */
  readonly way: (id: DeviceRow['id']) => string | null;
}

/** One value as a person reads it. Unknown is the empty cell, never "no". Times are ISO 8601 UTC. */
export function cellOf(row: DeviceRow, column: ColumnSpec, context: CellContext): Cell {
  const { text } = context;
  switch (column.format) {
    case 'tri':
      return triWord(row[column.field], text);
    case 'status':
      return stateWords(row, text);
    case 'list':
      return viaWords(row, context);
    case 'number': {
      const value = row[column.field];
      return typeof value === 'number' ? value : null;
    }
    default:
      break;
  }
  if (column.id === 'bookHost') return context.way(row.id);
  if (column.id === 'kind') return row.kind === 'unknown' ? null : text.kinds[row.kind];
  if (column.id === 'vendor') return row.vendor === 'unknown' ? null : text.vendors[row.vendor];
  const value = cleanText(plainValue(row, column));
  return value === '' ? null : value;
}

function triWord(value: unknown, text: Text): string | null {
  if (typeof value !== 'boolean') return null;
  return value ? text.tri.yes : text.tri.no;
}

function stateWords(row: DeviceRow, text: Text): string {
  const flags = row.flags.map((flag) =>
    interpolate(text.flags[flag], { devices: row.sameAddress }),
  );
  return [text.presence[row.presence], ...flags].join(', ');
}

function viaWords(row: DeviceRow, { text, adapterName }: CellContext): string | null {
  const ways = row.via.map(({ source, adapter }) => {
    const by = adapter === null ? '' : ` (${adapterName(adapter)})`;
    return cleanText(`${text.sources[source]}${by}`);
  });
  return ways.length === 0 ? null : ways.join(', ');
}

/** Control characters that no file format carries; line breaks and tabs in notes stay. */
export function cleanText(value: string): string {
  let clean = '';
  for (const char of value) {
    const code = char.codePointAt(0) ?? 0;
    const isControl = (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || code === 0x7f;
    const isBroken = (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
    if (!isControl && !isBroken) clean += char;
  }
  return clean;
}
