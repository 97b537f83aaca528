import type { Locale } from '../../../../../main/contract/settings.ts';
import type { PlanLine } from './plan.ts';

/** Where the comma is the decimal sign, spreadsheets expect the semicolon between cells. */
const separators: Readonly<Record<Locale, string>> = { en: ',', it: ';', es: ';' };

/** The columns that `network.readPlan` reads back, then what the check said. */
const headings = [
  'serial',
  'mac',
  'name',
  'ip',
  'mask',
  'gateway',
  'dhcp',
  'port',
  'http_port',
  'tls_port',
  'current_ip',
  'state',
  'problems',
] as const;

/** A cell that a spreadsheet would take for a formula stays text behind an apostrophe. */
function cell(value: string): string {
  const guarded = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return guarded === '' ? '' : `"${guarded.replaceAll('"', '""')}"`;
}

export interface PlanCsvWords {
  readonly state: (line: PlanLine) => string;
  readonly problems: (line: PlanLine) => string;
}

function cellsOf(line: PlanLine, words: PlanCsvWords): readonly string[] {
  const { device, from, name, wanted, to } = line.row;
  const next = (field: keyof typeof to) => String(to[field] ?? from?.[field] ?? '');
  const dhcp = to.dhcpEnabled ?? from?.dhcpEnabled ?? null;
  return [
    device?.serial ?? (device === null ? (wanted ?? '') : ''),
    device?.mac ?? '',
    name ?? device?.name ?? '',
    next('ipv4Address'),
    next('ipv4Mask'),
    next('ipv4Gateway'),
    dhcp === null ? '' : dhcp ? 'on' : 'off',
    next('commandPort'),
    next('httpPort'),
    next('sdkOverTlsPort'),
    from?.ipv4Address ?? '',
    words.state(line),
    words.problems(line),
  ];
}

/** The checked plan for a spreadsheet: UTF-8 with BOM, CRLF, every cell quoted. */
export function planAsCsv(lines: readonly PlanLine[], locale: Locale, words: PlanCsvWords): string {
  const separator = separators[locale];
  const rows = [headings, ...lines.map((line) => cellsOf(line, words))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`;
}

export function asBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
