import type { TextLookup } from '../../i18n/use-text.ts';

/** The core's own words for each: whatever language the file is in, it reads them back. */
const columns = [
  'ipv4Address',
  'httpPort',
  'commandPort',
  'name',
  'serial',
  'mac',
  'kind',
  'note',
] as const;

const byteOrderMark = '\uFEFF';

/** A device file with its header line alone, in the language of the screen. */
export function templateCsv(text: TextLookup): string {
  const [host, httpPort, ...rest] = columns.map((id) => text(`columns/${id}`));
  // These two have no column in the list.
  const cells = [host, httpPort, 'https', 'user', ...rest];
  return `${byteOrderMark}${cells.join(';')}\r\n`;
}
