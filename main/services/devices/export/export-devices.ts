import { columns as allColumns, type ColumnSpec } from '../../../contract/columns.ts';
import type { Device, DeviceRow } from '../../../contract/device.ts';
import { AppError } from '../../../contract/errors.ts';
import type { exportFormats, MethodOutput } from '../../../contract/methods.ts';
import type { Locale } from '../../../contract/settings.ts';
import { texts } from '../../../contract/text/index.ts';
import { toBase64 } from '../../../protocol/base64.ts';
import { type CellContext, cellOf } from './cells.ts';
import { encodeCsv } from './csv.ts';
import { encodeXlsx } from './xlsx.ts';

export interface ExportRequest {
  readonly format: (typeof exportFormats)[number];
  readonly locale: Locale;
  readonly columns: readonly ColumnSpec[];
  /** In the order they are written. */
  readonly rows: readonly DeviceRow[];
  /** The same devices, in the command line's shape. */
  readonly devices: () => readonly Device[];
  readonly siteName: string;
  readonly at: number;
  readonly adapterName: CellContext['adapterName'];
  readonly way: CellContext['way'];
}

const mediaTypes = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;

/**
 * The columns for these ids in this order; all when none are named.
 * @throws AppError `input.invalid` for an id that does not exist.
 */
export function columnsFor(ids: readonly string[] | undefined): readonly ColumnSpec[] {
  if (ids === undefined) return allColumns;
  return ids.map((id) => {
    const column = allColumns.find((one) => one.id === id);
    if (column === undefined) {
      throw new AppError('input.invalid', { fields: `columns (there is no column "${id}")` });
    }
    return column;
  });
}

/** The list as a file. Salts, codes and other secrets are in no column, so no export holds them. */
export async function exportDevices(
  request: ExportRequest,
): Promise<MethodOutput<'devices.export'>> {
  return {
    fileName: fileNameOf(request),
    mediaType: mediaTypes[request.format],
    base64: toBase64(await encode(request)),
  };
}

async function encode(request: ExportRequest): Promise<Uint8Array> {
  const { format, columns, locale } = request;
  if (format === 'json') {
    return new TextEncoder().encode(`${JSON.stringify({ devices: request.devices() }, null, 2)}\n`);
  }
  const text = texts[locale];
  const context = { text, adapterName: request.adapterName, way: request.way };
  const headers = columns.map(({ id }) => text.columns[id]);
  const rows = request.rows.map((row) => columns.map((column) => cellOf(row, column, context)));
  if (format === 'csv') return encodeCsv({ headers, rows }, locale);
  return encodeXlsx({ columns, headers, rows, sheet: request.siteName });
}

/** Site and time in the name, in characters every file system takes. */
function fileNameOf({ siteName, at, format }: ExportRequest): string {
  const site = siteName
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .toLowerCase();
  const time = new Date(at).toISOString().slice(0, 16).replaceAll(':', '').replace('T', '-');
  return ['untether', site, `${time}z`]
    .filter((part) => part !== '')
    .join('-')
    .concat(`.${format}`);
}
